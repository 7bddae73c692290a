"""What a page break puts into the middle of a sentence leaves it; what belongs there stays."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from loaders.cleaning.text_cleaning import clean_text

TITLES = (
    "Education recovery in schools",
    "Ponds, herons and the north",
    "HMRC performance in 2023–24",
    "Supporting mobile connectivity",
)
SENTENCES = (
    ("The Agency should publish by June the number of ponds", "that are dry in every county."),
    ("We were told that departments, when they plan,", "rarely ask how old the data are."),
    ("Officials could not say how the schemes (and their partners)", "will be paid for."),
    ("Its accounts did not explain the government’s", "assumptions on what ponds cost."),
)
HEADS = (
    "{number} {title}",
    "{title} {number}",
    "\n{number} {title}\n",
    "\n\n{title}  {number}\n\n",
)
NOTES = (
    "31 National Audit Office, Ponds, HC 1081, Session 2022–23, 1 February 2023, para 14",
    "8 Oral evidence taken on 12 March 2023, HC 55, Q12",
    "20 Committee of Public Accounts, Fortieth Report of Session 2022–23, HC 998, para 7",
    "44 Transport Committee, Third Report of Session 2019–21, HC 27",
    "7 C&AG’s Report, para 2.4",
    "9 Ibid., para 12",
    "Conclusions and recommendations 5",
    "Formal minutes 41",
)


def cleaned(text: str, *titles: str) -> str:
    return " ".join(clean_text(text, titles).text.split())


@pytest.mark.parametrize(("title", "head"), list(product(TITLES, HEADS)))
def test_the_title_of_the_report_with_a_page_number_leaves_a_sentence(
    title: str, head: str
) -> None:
    random = Random(title + head)  # noqa: S311 - repeatable, not secret
    for before, after in SENTENCES:
        dirty = f"{before} {head.format(title=title, number=random.randint(2, 140))} {after}"
        assert cleaned(dirty, title) == f"{before} {after}"


@pytest.mark.parametrize(("note", "sentence"), list(product(NOTES, SENTENCES[:2])))
def test_a_note_or_a_heading_of_every_report_leaves_a_sentence(
    note: str, sentence: tuple[str, str]
) -> None:
    before, after = sentence
    assert cleaned(f"{before} {note} {after}") == f"{before} {after}"


@pytest.mark.parametrize(
    "text",
    [
        "We made the same point in Education recovery in schools 15 months ago.",
        "The plan in Education recovery in schools was late.",
        "It is set out in section 6 Summary boxes of the plan.",
        "We asked 14 of the agencies for figures.",
        "The agencies are\n\n14 in number.",
        "We asked for\n7\nof the plans.",
        "They counted\n\n46\n\nlocks on the canal.",
        "They cite paragraph 20 Transport Committee, Third Report of Session 2019–21, HC 27 too.",
        "The witnesses named the Summary twice in 12 pages of evidence.",
    ],
)
def test_what_belongs_to_a_sentence_stays(text: str) -> None:
    assert cleaned(text, *TITLES) == " ".join(text.split())
