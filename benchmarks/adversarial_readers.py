"""What reads untrusted text, each as a function of one text that is put where it hurts."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.names import registers
from graph.records.cleaned_text import CleanedText
from graph.records.findings import Voice
from graph.records.sentence_splitter import split_sentences
from loaders.cleaning.text_cleaning import clean_text
from loaders.corrections.hand_corrections import read_corrections
from loaders.formats import file_formats
from loaders.interface.context import Document
from loaders.interface.source_list import all_sources, source_for
from loaders.names.recogniser import Recogniser
from loaders.pipeline.stages import Stages
from loaders.responses.linking.case_queue import CaseQueue
from loaders.responses.reply_reader import read_reply
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.records.source_record import SourceRecord
    from loaders.interface.source_list import Source

    Reader = Callable[[str], object]

_BASE = "https://example.org/"
_DAY = date(2023, 5, 1)

_PAGE = """Source · Select Committees · Public Accounts Committee

Recommendation 5
5
Accepted

The Department should publish its plan.

Recommendation
{text}

Government Response Summary
{summary}

Government Response
Accepted

HM Government
Accepted
{reply}
"""
_PLAIN_PAGE = {
    "text": "The Department for Education should publish its plan for the data by spring.",
    "summary": "The government accepts the recommendation.",
    "reply": "The government agrees with the Committee’s recommendation and will publish it.",
}
_MINUTE = """Treasury Minutes
Government Response to the Committee of Public Accounts on the Fifth report from Session 2019-21
{front}
Fifth Report of Session 2019-21
Ministry of Justice
{preface}
1: PAC conclusion: {conclusion}
1: PAC recommendation: The Department should publish its plan.
1.1 The government agrees with the Committee’s recommendation.
1.2 {reply}
2: PAC recommendation: The Department should publish more.
2.1 The government agrees with the Committee’s recommendation.
"""
_PLAIN_MINUTE = {
    "front": "CP 434",
    "preface": "The introduction.",
    "conclusion": "The plan is late.",
    "reply": "It will be published in the spring of 2024.",
}
_RESPONSE = """Government Response to the Justice Committee’s Fifth Report of Session 2019-21
{front}
Recommendation 1: The Department should publish its plan. {restated}
Response: The government agrees with the Committee. {reply}
Recommendation 2: The Department should publish more.
Response: The government agrees with the Committee.
"""
_PLAIN_RESPONSE = {"front": "HC 880", "restated": "It should.", "reply": "It will be published."}
_FACTS = {
    "report_key": "a report",
    "committee": "Justice Committee",
    "item": "1",
    "item_kind": "recommendation",
    "gist": "The Department should publish its plan.",
    "source_url": "https://example.org/page",
    "target_date": "spring 2024",
}


def readers() -> dict[str, Reader]:
    """Every reader, by what it is and where the text stands in what it is given."""
    bodies, ventures = registers()
    recogniser = Recogniser(bodies, ventures)
    pipeline = _Pipeline(Stages(_BASE, recogniser, read_corrections()))
    by_name: dict[str, Reader] = {
        "normal form": normal_form,
        "sentences": split_sentences,
        "cleaning": clean_text,
        "names": lambda text: recogniser.recognise(CleanedText(text), published=_DAY),
        "names, cleaned": lambda text: recogniser.recognise(clean_text(text)),
        "names, in the committee's words": lambda text: recogniser.recognise_document(
            [CleanedText(text)], voices=[Voice.COMMITTEE]
        ),
        "answer": lambda text: read_reply(text, None, _DAY),
        "answer to what is asked": lambda text: read_reply(text, text[: len(text) // 2], _DAY),
    }
    for each in file_formats():
        if each.name != "pdf":
            by_name[f"format {each.name}"] = each.extract
    by_name["format html, in a page"] = lambda text: _html_format(f"<html><body><p>{text}</body>")
    for suffix in (".txt", ".html", ".csv", ".jsonl"):
        by_name[f"which source, {suffix}"] = partial(_claim, suffix)
    for name, template, plain in (
        ("record page", _PAGE, _PLAIN_PAGE),
        ("treasury minute", _MINUTE, _PLAIN_MINUTE),
        ("government response", _RESPONSE, _PLAIN_RESPONSE),
    ):
        for place in plain:
            by_name[f"{name}, {place}"] = partial(pipeline.read_made, template, plain, place)
        by_name[f"{name}, below"] = partial(pipeline.read_below, template.format(**plain))
    for key in ("gist", "target_date", "committee"):
        by_name[f"finding facts, {key}"] = partial(pipeline.read_facts, key)
    for source in all_sources():
        by_name[f"source {source.descriptor.name}, alone"] = partial(_read_alone, source)
    for name in ("organisations", "initiatives"):
        by_name[f"register {name}, names"] = partial(_read_register, name)
    return by_name


def _read_alone(source: Source, text: str) -> object:
    return source.read(Document("a", text, source.descriptor.suffixes[0]))


def _html_format(text: str) -> object:
    return next(each for each in file_formats() if each.name == "html").extract(text)


def _claim(suffix: str, text: str) -> object:
    return source_for(Document("a", text, suffix))


def _read_register(name: str, text: str) -> object:
    rows = ["id,name,kind,other_names", *(f"a-{n},{line},x," for n, line in enumerate([text]))]
    source = next(each for each in all_sources() if each.descriptor.name == name)
    return source.read(Document("a", "\n".join(rows), ".csv"))


class _Pipeline:
    """Reads whole documents as a build does: records, extraction, linking, statements."""

    def __init__(self, stages: Stages) -> None:
        self._stages = stages

    def read_made(self, template: str, plain: dict[str, str], place: str, text: str) -> object:
        """Read a document with the text in one of its places."""
        return self._read(template.format(**{**plain, place: text}), ".txt")

    def read_below(self, whole: str, text: str) -> object:
        """Read a document with the text below it."""
        return self._read(f"{whole}\n{text}", ".txt")

    def read_facts(self, key: str, text: str) -> object:
        """Read a row of facts with the text as one of its values."""
        return self._read(json.dumps({**_FACTS, key: text}), ".jsonl")

    def _read(self, text: str, suffix: str) -> object:
        document = Document("a", text, suffix)
        source = source_for(document)
        if source is None:
            return None
        return self._state(source.read(document).records)

    def _state(self, records: list[SourceRecord]) -> object:
        output = self._stages.extract_and_state(records)
        queue = CaseQueue()
        queue.add(output.cases)
        linked = [self._stages.link_and_state(job) for job in queue.jobs()]
        for failure in (failure for each in (output, *linked) for failure in each.failures):
            raise RuntimeError(f"a record defeats the program: {failure}")
        return output, linked
