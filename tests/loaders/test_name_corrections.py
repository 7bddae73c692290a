"""Hand corrections, the list of candidates, and explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import InputError
from graph.records.cleaned_text import CleanedText
from loaders.corrections.hand_corrections import read_corrections
from loaders.names.candidates import describe as describe_candidate
from loaders.names.candidates import list_candidates
from loaders.names.explain import describe, explain
from loaders.names.recogniser import Recogniser
from tests.names_registers import initiatives, organisations, recognise, recogniser

if TYPE_CHECKING:
    from pathlib import Path

BY = 'by = "A. Clerk"\non = 2026-11-01\nwhy = "Read in a hearing."\n'
DWP = ("organisation", "department-for-work-pensions")


def corrected(folder: Path, lines: str) -> Recogniser:
    path = folder / "corrections.toml"
    path.write_text(lines, encoding="utf-8")
    return Recogniser(organisations(), initiatives(), read_corrections(path))


def things(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    return [m.thing for m in recogniser.recognise(CleanedText(text)).mentions if not m.nested]


def test_a_name_may_be_added_to_a_thing(tmp_path: Path) -> None:
    lines = f'[[same-as]]\nname = "Caxton House"\nthing = "{"/".join(DWP)}"\n{BY}'
    ours = corrected(tmp_path, lines)
    assert things(ours, "It reached Caxton House late.") == [DWP]
    mention = ours.recognise(CleanedText("It reached Caxton House late.")).mentions[0]
    assert mention.rule == "hand-correction"


def test_a_name_may_be_taken_from_a_thing(tmp_path: Path) -> None:
    lines = f'[[not-same-as]]\nname = "DWP"\nthing = "{"/".join(DWP)}"\n{BY}'
    ours = corrected(tmp_path, lines)
    assert DWP not in things(ours, "It reached DWP late.")
    assert DWP in things(ours, "It reached the Department for Work and Pensions late.")


def test_words_may_be_no_name_at_all(tmp_path: Path) -> None:
    lines = f'[[not-a-name]]\nname = "Universal Credit"\n{BY}'
    assert things(corrected(tmp_path, lines), "Universal Credit grew.") == []


def test_merges_are_followed_and_can_be_taken_back(tmp_path: Path) -> None:
    pair = 'thing = "organisation/ofsted"\ninto = "organisation/ofqual"\n'
    merge = f"[[merge]]\n{pair}{BY}"
    assert things(corrected(tmp_path, merge), "Ofsted met.") == [("organisation", "ofqual")]
    undone = f"{merge}[[unmerge]]\n{pair}{BY}"
    assert things(corrected(tmp_path, undone), "Ofsted met.") == [("organisation", "ofsted")]


def test_candidates_are_accepted_or_refused_by_a_line(tmp_path: Path) -> None:
    text = "It leads the Family Data Pilot Scheme now."
    key = recognise(text).candidates[0].key
    accept = f'[[accept]]\ncandidate = "{key}"\nthing = "initiative/{key}"\n'
    accept += f'name = "Family Data Pilot Scheme"\nkind = "project"\n{BY}'
    assert things(corrected(tmp_path, accept), text) == [("initiative", key)]
    refuse = f'[[refuse]]\ncandidate = "{key}"\n{BY}'
    assert things(corrected(tmp_path, refuse), text) == []


@pytest.mark.parametrize(
    "lines",
    [
        "[[same-as]]\nname = 'x'\n",
        f"[[guess]]\nname = 'x'\n{BY}",
        f"[[same-as]]\nname = 'x'\nthing = 'ofsted'\n{BY}",
        "[[refuse]]\ncandidate = 'x'\nby = 'me'\non = 'today'\nwhy = 'so'\n",
        "not toml",
    ],
)
def test_a_faulty_correction_is_refused_with_its_place(tmp_path: Path, lines: str) -> None:
    with pytest.raises(InputError, match=r"corrections\.toml"):
        corrected(tmp_path, lines)


def test_bundled_corrections_are_about_things_of_the_registers() -> None:
    for line in read_corrections().of("same-as"):
        assert line.thing
        assert recogniser().name_of(line.thing)


def test_an_explanation_shows_quote_rule_pattern_role_and_what_else_was_considered() -> None:
    finding = "DWP (the Department) and DfE wrote to Northern Ireland."
    reply = "The Department relies on Universal Credit, the Treasury says."
    texts = [finding, reply]
    names = recogniser().recognise_document([CleanedText(text) for text in texts])
    about = explain(recogniser(), texts, names, "Department for Work and Pensions")
    assert [(one.quote, one.rule) for one in about] == [
        ("DWP (the Department)", "register-abbreviation"),
        ("DWP", "register-abbreviation"),
        ("The Department", "anaphor"),
    ]
    assert about[2].basis == "the Department"
    assert about[2].sentence == reply
    doubt = explain(recogniser(), texts, names, "DfE")[0]
    assert doubt.thing is None
    assert len(doubt.others) == 2
    by_hand = explain(recogniser(), texts, names, "Treasury")[0]
    assert by_hand.corrections[0].by == "The joinedup authors"
    shown = "\n".join(line for one in (*about, doubt, by_hand) for line in describe(one))
    assert "not linked" in shown
    assert "rests on" in shown
    assert explain(recogniser(), texts, names, "Ofsted") == []


def test_candidates_are_listed_with_contexts_and_near_names() -> None:
    texts = [
        "The Shared Outcome Funding Programme grew.",
        "A Shared Outcome Funding Programme fell.",
    ]
    listed = list_candidates([(f"page {n}", text, recognise(text)) for n, text in enumerate(texts)])
    assert [(one.candidate.name, one.mentions, one.places) for one in listed] == [
        ("Shared Outcome Funding Programme", 2, 2)
    ]
    shown = "\n".join(describe_candidate(listed[0]))
    assert "page 1: A Shared Outcome Funding Programme fell." in shown
    assert "shared-outcomes-fund" in shown


def test_every_kind_of_the_registers_may_be_accepted(tmp_path: Path) -> None:
    place = tmp_path / "corrections.toml"
    place.write_text(
        '[[accept]]\ncandidate = "harbour-link"\nthing = "initiative/harbour-link"\n'
        'name = "Harbour Records Link"\nkind = "data-linkage"\nby = "A clerk"\non = 2026-11-22\n'
        'why = "It joins two sets of records."\n',
        encoding="utf-8",
    )
    (line,) = (one for one in read_corrections(place).of("accept") if one.by == "A clerk")
    assert line.kind == "data-linkage"
