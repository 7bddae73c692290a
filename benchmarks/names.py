"""How fast names are recognised: matching, disambiguation, definitions and anaphors.

Run as ``python -m benchmarks.names``. Prints megabytes of text a second on one core, over the
project's record pages: with the bundled registers, and with these filled up by made names to 400,
4,000 and 40,000; beside them spaCy's PhraseMatcher over the same names and texts, where spaCy is
installed.
"""

from __future__ import annotations

import json
from importlib import import_module
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Any

from graph.records.authorities import Initiative, Organisation
from graph.records.cleaned_text import CleanedText
from graph.records.source_record import parts_of
from loaders.interface.context import Context, Document
from loaders.interface.descriptor import read_descriptor
from loaders.names.recogniser import Recogniser
from loaders.sources.initiatives import loader as initiatives_loader
from loaders.sources.organisations import loader as organisations_loader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from graph.records.source_record import RecordPart

_LOADERS = Path(__file__).parent.parent / "loaders" / "sources"
_PAGES = Path(__file__).parent.parent / "tests" / "cases" / "record_pages" / "pages"
_SIZES = (400, 4_000, 40_000)
_REPEATS = 10
_GISTS = 8
_ROUNDS = 5
_WORDS = (
    "Amber",
    "Beacon",
    "Cedar",
    "Delta",
    "Ember",
    "Forest",
    "Granite",
    "Harbour",
    "Island",
    "Juniper",
    "Kestrel",
    "Lantern",
    "Meadow",
    "Northern",
    "Orchard",
    "Prairie",
    "Quarry",
    "River",
    "Summit",
    "Thistle",
    "Upland",
    "Valley",
    "Willow",
    "Yarrow",
    "Zephyr",
    "Anchor",
    "Bridge",
    "Copper",
    "Dove",
    "Eagle",
    "Falcon",
    "Garden",
    "Heron",
    "Ivory",
    "Jasmine",
)
_HEADS = ("Programme", "Strategy", "Fund", "Board", "Service", "Project")


def registers() -> tuple[list[Organisation], list[Initiative]]:
    """The bundled registers."""
    bodies = _claims(organisations_loader, "organisations")
    ventures = _claims(initiatives_loader, "initiatives")
    return (
        [claim for claim in bodies if isinstance(claim, Organisation)],
        [claim for claim in ventures if isinstance(claim, Initiative)],
    )


def _claims(loader: ModuleType, name: str) -> list[RecordPart]:
    path = _LOADERS / name / f"{name}.csv"
    document = Document(str(path), path.read_text(encoding="utf-8"), ".csv")
    context = Context(read_descriptor(_LOADERS / name / "source.toml"), document)
    loader.load(document, context)
    return [claim for record in context.records for claim in parts_of(record.content)]


def made_names(count: int) -> list[str]:
    """Made names of initiatives, all different."""
    made = product(_WORDS, _WORDS, _WORDS, _HEADS)
    return [" ".join(words) for words in islice(made, 0, 6 * count, 6)]


def page_texts(names: Sequence[str], seed: int = 7) -> list[str]:
    """The record pages, over and over, each with a sentence more that holds one of `names`.

    The pages tell in few words what real ones tell in many; gists of findings make up their length.
    """
    random = Random(seed)
    facts = (_LOADERS / "finding_facts" / "findings.jsonl").read_text(encoding="utf-8")
    gists = [json.loads(line)["gist"] for line in facts.splitlines()]
    pages = [path.read_text(encoding="utf-8") for path in sorted(_PAGES.glob("*.txt"))]
    return [
        f"{page}\n{' '.join(random.choices(gists, k=_GISTS))} It named {random.choice(names)}."
        for page in pages * _REPEATS
    ]


def speed(texts: Sequence[str], work: Callable[[Sequence[str]], object]) -> float:
    """Megabytes of UTF-8 a second of processor time: the best of a few rounds."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(_ROUNDS):
        begin = process_time()
        work(texts)
        best = min(best, process_time() - begin)
    return size / best


def _recognise(recogniser: Recogniser, *, derive: bool) -> Callable[[Sequence[str]], object]:
    def work(texts: Sequence[str]) -> None:
        for text in texts:
            recogniser.recognise(CleanedText(text), derive=derive)

    return work


def spacy_speed(names: Sequence[str], texts: Sequence[str]) -> float | None:
    """Speed of spaCy's tokeniser and bare PhraseMatcher over exact forms; None without spaCy."""
    if find_spec("spacy") is None:
        return None
    spacy: Any = import_module("spacy")
    language = spacy.blank("en")
    matcher = import_module("spacy.matcher").PhraseMatcher(language.vocab)
    matcher.add("NAME", list(language.tokenizer.pipe(names)))

    def work(texts: Sequence[str]) -> None:
        for document in language.tokenizer.pipe(texts):
            matcher(document)

    return speed(texts, work)


def main() -> None:
    """Print the table."""
    bodies, ventures = registers()
    names = [
        name
        for group in (bodies, ventures)
        for thing in group
        for name in (thing.name, *thing.abbreviations, *thing.other_names)
    ]
    texts = page_texts(names)
    recogniser = Recogniser(bodies, ventures)
    named = sum(
        len(recogniser.recognise(CleanedText(text), derive=False).mentions) for text in texts
    )
    print(f"{len(names)} names; a mention in every {sum(map(len, texts)) // named} characters")
    print(f"{'':34}{'MB/s':>8}{'spaCy':>8}")
    _compare("registers: names, links, anaphors", recogniser, names, texts)
    derived = speed(texts[: len(texts) // _REPEATS], _recognise(recogniser, derive=True))
    _row("the same, with all that is derived", derived, None)
    made = made_names(_SIZES[-1])
    for size in _SIZES:
        added = [Initiative(f"made-{n}", name, "fund") for n, name in enumerate(made[:size])]
        held = (names + made)[:size]
        if size > len(names):
            recogniser = Recogniser(bodies, [*ventures, *added[: size - len(names)]])
        else:
            recogniser = Recogniser(bodies[: size // 3], ventures[: size // 3])
        _compare(f"{size:,} names", recogniser, held, page_texts(held))


def _compare(
    label: str, recogniser: Recogniser, names: Sequence[str], texts: Sequence[str]
) -> None:
    _row(label, speed(texts, _recognise(recogniser, derive=False)), spacy_speed(names, texts))


def _row(label: str, ours: float, theirs: float | None) -> None:
    print(f"{label:34}{ours:8.1f}{'' if theirs is None else f'{theirs:8.1f}'}")


if __name__ == "__main__":
    main()
