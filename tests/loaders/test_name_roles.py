"""What sentences say of the names in them: roles with their cue, and relations."""

from __future__ import annotations

import pytest

from graph.records.cleaned_text import CleanedText
from graph.records.findings import Voice
from tests.names_registers import recognise, recogniser

MOJ = "ministry-of-justice"


@pytest.mark.parametrize(
    ("text", "voice", "role", "cue"),
    [
        (
            "This is taking place through Data First.",
            Voice.GOVERNMENT,
            "answer",
            "taking place through",
        ),
        ("We lack data on Universal Credit.", Voice.COMMITTEE, "problem", "lack"),
        ("The figures for Universal Credit rose.", Voice.COMMITTEE, "evidence", "figures"),
        ("The upcoming National Data Library helps.", Voice.GOVERNMENT, "prospect", "upcoming"),
        (
            "It should set up a National Data Library.",
            Voice.COMMITTEE,
            "to-be-created",
            "should set up",
        ),
        (
            "The Children’s Wellbeing and Schools Bill waits.",
            Voice.COMMITTEE,
            "prospect",
            "Bill",
        ),
        ("Universal Credit.", Voice.COMMITTEE, None, None),
    ],
)
def test_roles_come_with_their_cue(
    text: str, voice: Voice, role: str | None, cue: str | None
) -> None:
    names = recogniser().recognise_document([CleanedText(text)], voices=[voice])[0]
    mention = next(m for m in names.mentions if m.entity[0] == "initiative")
    assert mention.role == role
    assert (text[slice(*mention.cue)] if mention.cue else None) == cue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ministry of Justice BOLD project", ("bold", "lead", MOJ, True)),
        ("BOLD is led by the Home Office.", ("bold", "lead", "home-office", False)),
        (
            "Data First, part of Universal Credit,",
            ("data-first", "part-of", "universal-credit", None),
        ),
        (
            "Data First was set up by the NAO.",
            ("data-first", "established-by", "national-audit-office", None),
        ),
        ("NHSX was replaced by NHS England.", ("nhsx", "successor", "nhs-england", True)),
        (
            "Universal Credit (which includes Data First) grows.",
            ("universal-credit", "includes", "data-first", None),
        ),
        (
            "facilitated in Ministry of Justice by Data First",
            ("data-first", "facilitated-in", MOJ, None),
        ),
    ],
)
def test_relations_are_read_from_a_sentence_and_compared_with_the_register(
    text: str, expected: tuple[str, str, str, bool | None]
) -> None:
    found = recognise(text).relations
    assert [(r.subject[1], r.name, r.object[1], r.agrees) for r in found] == [expected]
    assert text[found[0].start : found[0].end] == text
