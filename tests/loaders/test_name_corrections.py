"""Hand corrections, and what they change in what is recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graph.errors import InputError
from graph.records.cleaned_text import CleanedText
from loaders.corrections.hand_corrections import read_corrections
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


def entities(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    return [m.entity for m in recogniser.recognise(CleanedText(text)).mentions if not m.nested]


def test_a_name_may_be_added_to_a_thing(tmp_path: Path) -> None:
    lines = f'[[same-as]]\nname = "Caxton House"\nthing = "{"/".join(DWP)}"\n{BY}'
    ours = corrected(tmp_path, lines)
    assert entities(ours, "It reached Caxton House late.") == [DWP]
    mention = ours.recognise(CleanedText("It reached Caxton House late.")).mentions[0]
    assert mention.rule == "hand-correction"


def test_a_name_may_be_taken_from_a_thing(tmp_path: Path) -> None:
    lines = f'[[not-same-as]]\nname = "DWP"\nthing = "{"/".join(DWP)}"\n{BY}'
    ours = corrected(tmp_path, lines)
    assert DWP not in entities(ours, "It reached DWP late.")
    assert DWP in entities(ours, "It reached the Department for Work and Pensions late.")


def test_words_may_be_no_name_at_all(tmp_path: Path) -> None:
    lines = f'[[not-a-name]]\nname = "Universal Credit"\n{BY}'
    assert entities(corrected(tmp_path, lines), "Universal Credit grew.") == []


def test_merges_are_followed_and_can_be_taken_back(tmp_path: Path) -> None:
    pair = 'thing = "organisation/ofsted"\ninto = "organisation/ofqual"\n'
    merge = f"[[merge]]\n{pair}{BY}"
    assert entities(corrected(tmp_path, merge), "Ofsted met.") == [("organisation", "ofqual")]
    undone = f"{merge}[[unmerge]]\n{pair}{BY}"
    assert entities(corrected(tmp_path, undone), "Ofsted met.") == [("organisation", "ofsted")]


def test_candidates_are_accepted_or_refused_by_a_line(tmp_path: Path) -> None:
    text = "It leads the Family Data Pilot Scheme now."
    key = recognise(text).candidates[0].key
    accept = f'[[accept]]\ncandidate = "{key}"\nthing = "initiative/{key}"\n'
    accept += f'name = "Family Data Pilot Scheme"\nkind = "project"\n{BY}'
    assert entities(corrected(tmp_path, accept), text) == [("initiative", key)]
    refuse = f'[[refuse]]\ncandidate = "{key}"\n{BY}'
    assert entities(corrected(tmp_path, refuse), text) == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("[[same-as]]\nname = 'x'\n", "same-as 1 has no by; fill it in"),
        (f"[[guess]]\nname = 'x'\n{BY}", "unknown keys: guess; known are same-as, not-same-as"),
        (
            f"[[refuse]]\ncandidate = 'x'\n{BY}\n[[refuse]]\ncandidate = 'x'\nmood = 1\n{BY}",
            "refuse 2 has unknown keys: mood; known are by, on, why, candidate",
        ),
        (f"[[same-as]]\nname = 'x'\nthing = 'ofsted'\n{BY}", "same-as 1: 'ofsted' is not of the"),
        (f"[[same-as]]\nname = 5\nthing = 'organisation/x'\n{BY}", "same-as 1 name is 5; write it"),
        (f"[refuse]\ncandidate = 'x'\n{BY}", "write it as a list in square brackets"),
        ("refuse = 3\n", "refuse is 3; write it as a list in square brackets"),
        (
            "[[refuse]]\ncandidate = 'x'\nby = 'me'\non = 'today'\nwhy = 'so'\n",
            "refuse 1 on 'today' is not a day; write it as 2024-03-01",
        ),
        (
            "[[refuse]]\ncandidate = 'x'\nby = 'me'\non = 2024-03-01T10:00:00\nwhy = 'so'\n",
            "write it as a day such as 2024-03-01",
        ),
        (
            f"[[dismiss]]\nfinding = 'x'\nflag = 'ugly'\n{BY}",
            "dismiss 1: flag 'ugly' is unknown; use one of ",
        ),
        (
            f"[[accept]]\ncandidate = 'x'\nthing = 'initiative/x'\nname = 'X'\nkind = 'wish'\n{BY}",
            "accept 1: kind 'wish' is unknown; use one of ",
        ),
        ("not toml", "Expected '='"),
    ],
)
def test_a_faulty_correction_is_refused_with_its_place(
    tmp_path: Path, lines: str, words: str
) -> None:
    with pytest.raises(InputError, match=rf"corrections\.toml: .*{re.escape(words)}"):
        corrected(tmp_path, lines)


def test_bundled_corrections_are_about_things_of_the_registers() -> None:
    for line in read_corrections().of("same-as"):
        assert line.entity
        assert recogniser().name_of(line.entity)


def test_every_kind_of_the_registers_may_be_accepted(tmp_path: Path) -> None:
    place = tmp_path / "corrections.toml"
    place.write_text(
        '[[accept]]\ncandidate = "harbour-link"\nthing = "initiative/harbour-link"\n'
        'name = "Harbour Records Link"\nkind = "data-linkage"\nby = "A clerk"\non = 2026-11-22\n'
        'why = "It joins two sets of records."\n',
        encoding="utf-8",
    )
    (line,) = (one for one in read_corrections(place).of("accept") if one.author == "A clerk")
    assert line.kind == "data-linkage"


@pytest.mark.parametrize("candidate", ["gcf-digital-data-team", "gcf-digital-&-data-team"])
def test_a_candidate_is_refused_by_the_key_that_is_printed(tmp_path: Path, candidate: str) -> None:
    text = "The GCF Digital & Data Team will say how data is used."
    assert recognise(text).candidates[0].key == "gcf-digital-data-team"
    refuse = f'[[refuse]]\ncandidate = "{candidate}"\n{BY}'
    assert ("candidate", "gcf-digital-data-team") not in entities(corrected(tmp_path, refuse), text)
