"""Each kind of page that was misread, in twenty or more variants of its words.

What `test_page_cases.py` shows with one page, and other tests do not vary as often: verdicts, lines
of page breaks, quoted names, pronouns and committees of other chambers have tests of their own. 194
of the 197 variants were read right at first.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from loaders.flags import quality_flags, rules_by_reach
from loaders.responses.linking.cases import read_row
from loaders.responses.reply_reader import read_reply
from loaders.text.text_ends import stops_short
from tests.loaders.test_page_kinds import record
from tests.names_registers import linked, recognise

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = (
    "Ferry firms should print their times.",
    "Each harbour must have a list of its moorings, which is seldom so.",
    "We recommend that the Home Office say which piers are safe.",
    "Lighthouses are old and cost much to keep.",
)


def bracketed() -> Iterable[tuple[object, object]]:
    """Words with a reference behind them, and the paragraph read from it."""
    forms = {
        "(Paragraph 31)": "31",
        "(paragraph 7)": "7",
        "(Recommendation, Paragraph 112)": "112",
        "(Conclusion, Paragraph 5)": "5",
        "(Para 64)": "64",
        "(Paragraphs 9 and 10)": "9 and 10",
    }
    for words, (form, number) in product(WORDS, forms.items()):
        yield record(f"{words} {form}").finding.paragraph, number


def dated_before_the_verb() -> Iterable[tuple[object, object]]:
    """Undertakings whose date stands first, and the last day of it."""
    times = {
        "By June 2027": "2027-06-30",
        "In March 2026": "2026-03-31",
        "By the end of 2026": "2026-12-31",
        "On 4 May 2026": "2026-05-04",
        "By 30 September 2026": "2026-09-30",
    }
    deeds = (
        "the department will publish a list of piers",
        "the Home Office will write to each harbour",
        "we will consult ferry firms",
        "the government intends to start the scheme",
    )
    for (time, day), deed, comma in product(times.items(), deeds, (", ", " ")):
        reply = read_reply(f"The government agrees. {time}{comma}{deed}.", None, date(2025, 1, 1))
        last = [item.due.latest for part in reply.commitments for item in part]
        yield [each.isoformat() for each in last if each], [day]


def in_capitals() -> Iterable[tuple[object, object]]:
    """Formulas in capitals, and their position."""
    formulas = {
        "agrees with the Committee’s recommendation": "accepted",
        "does not agree with the Committee’s recommendation": "rejected",
        "partially agrees with the Committee’s recommendation": "accepted-in-part",
        "cannot accept this recommendation": "rejected",
        "accepts this recommendation in principle": "accepted-in-principle",
    }
    for (words, position), change in product(
        formulas.items(), (str.upper, str.title, str.capitalize, str.lower)
    ):
        form = words if change is str.capitalize else change(words)
        subject = "THE GOVERNMENT" if change is str.upper else "The Government"
        yield read_reply(f"{subject} {form}.").stance_concepts, (position,)


def invitations() -> Iterable[tuple[object, object]]:
    """Requests without "should", and whether the kind of the finding is doubted."""
    asks = ("We invite", "We ask", "We urge", "We call on", "We would ask", "The Committee asks")
    bodies = ("the Secretary of State", "the Home Office", "ferry firms", "the Department")
    for ask, body in product(asks, bodies):
        content = record(f"{ask} {body} to tell us which piers will close.")
        flags = quality_flags(read_row(content), rules_by_reach(beside_others=False))
        yield "mistyped-kind" in {flag.code for flag in flags}, False


def whole_ends() -> Iterable[tuple[object, object]]:
    """Formulas with which a reply ends, and whether it is taken for cut short."""
    leads = ("The government agrees. ", "7.1 The government agrees. 7.2 Piers are old. ")
    ends = (
        *("Recommendation implemented", "Target implementation date: Spring 2026"),
        *("Target implementation date: TBC", "Target implementation date: March 2027"),
        *("Target implementation date: ongoing", "Revised target implementation date: June 2027"),
        *("Target implementation date: financial year 2026-27", "Recommendation implemented."),
        *("Target implementation date: end of 2026", "Target implementation date: Summer 2027"),
    )
    for lead, end in product(leads, ends):
        yield stops_short(lead + end), False


def defined_abbreviations() -> Iterable[tuple[object, object]]:
    """Long forms with an abbreviation that the registers know otherwise, and what it names."""
    pairs = {
        "Financial Services Authority": "FSA",
        "Harbour Records Archive": "HRA",
        "Coastal Care Scheme": "CCS",
        "Tidal Funding Programme": "TFP",
        "Marine Rescue Council": "MRC",
        "Ferry Operators Panel": "FOP",
        "Harbour Safety Executive": "HSE",
    }
    sentences = ("{0} has a plan.", "Nobody asked {0}.", "In May {0} wrote to us.")
    for (name, short), sentence in product(pairs.items(), sentences):
        text = f"The {name} ({short}) is slow. {sentence.format(short)}"
        yield {key for _, key in linked(text)}, {name.lower().replace(" ", "-")}


def joined_by_and() -> Iterable[tuple[object, object]]:
    """Two names joined by "and", and the candidates."""
    firsts = ("Heron Trust", "Pier Repair Fund", "Ferry Union", "Northern Moorings Agency")
    seconds = ("Coastal Paths Programme", "Swan Society", "Lighthouse Skills Council")
    for first, second, verb in product(firsts, seconds, ("met", "share costs")):
        text = f"The {first} and the {second} {verb}."
        yield {candidate.name for candidate in recognise(text).candidates}, {first, second}


def no_names() -> Iterable[tuple[object, object]]:
    """People, roles, verbs and classes with capitals, and no candidate."""
    people = ("Sir John Reed", "Dame Ann Shore", "Mr Tom Quay", "Professor Lee Strand")
    roles = ("Permanent Secretary", "Chief Executive Officer", "Secretary of State")
    for person, role in product(people, roles):
        yield recognise(f"{person}, the {role}, told us so.").candidates, ()
    for noun in ("Harbour Boards", "Regional Managers", "Ferry Workers", "Performance Indicators"):
        for lead in ("Senior", "Main", "Local"):
            yield recognise(f"We met {lead} {noun} in May.").candidates, ()


KINDS = (
    bracketed,
    dated_before_the_verb,
    in_capitals,
    invitations,
    whole_ends,
    defined_abbreviations,
    joined_by_and,
    no_names,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_kind_is_read_rightly_in_nineteen_of_twenty_variants(kind: object) -> None:
    assert callable(kind)
    variants = list(kind())
    wrong = [(actual, expected) for actual, expected in variants if actual != expected]
    assert len(variants) >= 20
    assert len(wrong) <= 0.05 * len(variants), wrong
