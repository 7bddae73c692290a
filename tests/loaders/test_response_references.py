"""References of a response to its report: paragraphs as numbers, kinds, and names of their day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from loaders.pipeline.build import fill
from ontology.namespaces import OA
from tests.responses_reading import items, read, responses, words

if TYPE_CHECKING:
    from pathlib import Path


BY_PARAGRAPH = """\
Government Response to the House of Lords Science and Technology Committee Report: "Skills for all"

Presented to Parliament by the Secretary of State for Science, Innovation and Technology
February 2023
CP 789

{name} 24{mark} The Government should say what it counts as a post in science.

Government Response

24.1 We accept this recommendation and will publish the list in the summer.

{name} 31{mark} One new body should watch over skills in all departments.

Government Response

31.1 The Government does not accept this recommendation.
"""


@pytest.mark.parametrize("name", ["Para", "Paragraph", "PARAGRAPH", "Para."])
@pytest.mark.parametrize("mark", [".", ":", " –"])
def test_paragraphs_of_the_report_can_stand_in_place_of_numbers(name: str, mark: str) -> None:
    context = read(
        "government_responses", BY_PARAGRAPH.format(name=name, mark=mark), "response.txt"
    )
    assert [(item.paragraph, words(item, item.reply)[:4]) for item in items(context)] == [
        ("24", "24.1"),
        ("31", "31.1"),
    ]


BY_REFERENCE = """\
Prison schools: Government Response to the Committee’s First Report of Session 2022–23

On 18 May 2022 the Education Committee published its First Report of Session 2022–23, \
Not just a cell [HC 56]. The Government’s response is appended.

1. The Ministry must say how many prisoners cannot read. ({first}, Paragraph 12)

The Ministry of Justice counts them through its contracts.

2. Every prison has a library. ({second}, Paragraph 20)

We accept this recommendation.
"""


@pytest.mark.parametrize(
    ("first", "second"), [("Conclusion", "Recommendation"), ("recommendation", "conclusion")]
)
def test_a_reference_says_what_is_restated_whatever_its_words_are(first: str, second: str) -> None:
    context = read(
        "government_responses", BY_REFERENCE.format(first=first, second=second), "response.txt"
    )
    assert [item.finding[-2] for item in items(context)] == [first.lower(), second.lower()]
    (paper,) = responses(context)
    assert [(report.title, report.hc_number) for report in paper.reports] == [
        ("Not just a cell", "HC 56")
    ]


@pytest.mark.parametrize(
    ("day", "department"),
    [
        ("18 April 2013", "department-for-culture-media-and-sport-1997-2017"),
        ("18 April 2019", "department-for-digital-culture-media-sport"),
        ("18 April 2024", "department-for-culture-media-and-sport"),
    ],
)
def test_a_name_in_a_response_is_that_of_its_day(tmp_path: Path, day: str, department: str) -> None:
    paper = BY_REFERENCE.format(first="Conclusion", second="Recommendation")
    paper = paper.replace("\n\n", f"\n\nPublished on {day}\n\n", 1)
    paper = paper.replace("a library", "a library of DCMS")
    (tmp_path / "response.txt").write_text(paper, encoding="utf-8")
    store = Store.in_memory()
    fill(store, [str(tmp_path)])
    rows = store.rows(f"SELECT ?body WHERE {{ ?mention <{OA.hasBody}> ?body }}")
    bodies = [str(body).rsplit("/", 1)[-1].rstrip(">") for (body,) in rows]
    assert [body for body in bodies if "culture" in body] == [department]


ONE_WORD = """\
UK Statistics Authority response to the Public Administration Committee’s Fourth Report of Session \
2023-24, Evidence (HC 197)

Recommendation 1. The Authority should say how it learns which figures are wanted.
{first} We began to ask in June.

Recommendation 2. The Authority should publish its plans by the end of the year.
{second} A summary will come out in December.
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [("Agree.", "Agree in part."), ("Accepted –", "Not accepted:"), ("AGREED:", "Partly agreed.")],
)
def test_a_verdict_of_one_word_begins_a_reply_and_the_title_says_whose(
    first: str, second: str
) -> None:
    context = read("government_responses", ONE_WORD.format(first=first, second=second), "r.txt")
    replies = [words(item, item.reply) for item in items(context)]
    assert all(map(str.startswith, replies, (first, second)))
    assert {item.respondent for item in items(context)} == {"UK Statistics Authority"}
