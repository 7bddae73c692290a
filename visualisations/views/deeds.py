"""Words against deeds: how recommendations were answered, by what became of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, ChartPart
from visualisations.graph_facts import as_committee, with_outcomes
from visualisations.style import INK, PAPER, QUIET
from visualisations.svg import add_element, add_tooltip, drawing, write_text
from visualisations.text_width import width_of
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from visualisations.graph_facts import GraphFacts, OutcomeFacts
    from visualisations.view_definition import ViewRequest

ANSWERS = (
    "accepted",
    "accepted in part or in principle",
    "said to be done already",
    "rejected",
    "another position",
    "mixed",
    "none known",
)
"""Answers from the top, in the words of `words-against-deeds`."""

DEEDS = {
    "done": ("done", "#008060", PAPER),
    "under way": ("under way", "#0072b2", PAPER),
    "not begun": ("not begun", "#e69f00", INK),
    "dropped": ("no longer planned", "#b5490b", PAPER),
    "unknown": ("nothing known", "#d5d9e0", INK),
}
"""What became of them, from the left: words of the legend, colour, and colour of a figure on it."""

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _BAR, _LOW = 1120.0, 270.0, 90.0, 70.0, 44.0, 30.0, 10.0
_LEAST = 2.0
"""Pixels of the thinnest part, so that one recommendation among thousands is seen."""

_Cells = dict[tuple[str, str], list[str]]
"""Findings by answer and deed."""


def build_deeds_view(request: ViewRequest) -> Chart:
    """A bar for each answer, with a part for each thing that became of those answered so.

    Every recommendation has the same width, whether anything is known of it or not.

    Raises:
        UsageError: There is no recommendation, or none of the committee or organisation.
    """
    facts, about = request.facts, ""
    outcomes: Sequence[OutcomeFacts] = facts.outcomes
    if request.subjects:
        (body,) = request.subjects
        about = _name(facts, body)
        outcomes = [each for each in outcomes if body in each.bodies]
    if not outcomes:
        whose = f" that {about} made, was asked or answered" if about else ""
        raise UsageError(f"There is nothing to draw: the graph holds no recommendation{whose}.")
    ordered = _ordered(outcomes)
    totals = _totals(ordered)
    title = "Words against deeds" + (f": {about}" if about else "")
    return Chart(
        "deeds",
        title,
        "A bar is an answer, its parts are what became of it. Choose one to see the findings.",
        _caption(facts, ordered, len(outcomes), about),
        _draw(ordered, totals, title),
        Table(
            ("answer", "what became of it", "recommendations", "answered so", "all"),
            tuple(
                (answer, deed, len(findings), totals[answer], len(outcomes))
                for (answer, deed), findings in ordered.items()
            ),
        ),
        tuple(
            ChartPart(
                f"{answer}: {DEEDS[deed][0]}",
                f"{counted(len(findings), 'recommendation')} of {totals[answer]} answered so, and "
                f"of {len(outcomes)} in all.",
                (),
                tuple(findings),
            )
            for (answer, deed), findings in ordered.items()
        ),
    )


def _ordered(outcomes: Sequence[OutcomeFacts]) -> _Cells:
    """The findings of each answer and deed that there are, in the order of the picture."""
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for outcome in outcomes:
        cells[outcome.answer, outcome.deed].append(outcome.finding)
    return {
        (answer, deed): sorted(cells[answer, deed])
        for answer in ANSWERS
        for deed in DEEDS
        if (answer, deed) in cells
    }


def _name(facts: GraphFacts, body: str) -> str:
    entity = facts.entities.get(body) or facts.entities.get(as_committee(body))
    return entity.label if entity else body


def _totals(cells: Mapping[tuple[str, str], Sequence[str]]) -> dict[str, int]:
    """Recommendations by answer."""
    totals: dict[str, int] = defaultdict(int)
    for (answer, _), findings in cells.items():
        totals[answer] += len(findings)
    return dict(totals)


def _caption(
    facts: GraphFacts, cells: Mapping[tuple[str, str], Sequence[str]], total: int, about: str
) -> tuple[str, ...]:
    unknown = sum(len(findings) for (_, deed), findings in cells.items() if deed == "unknown")
    unanswered = sum(
        len(findings) for (answer, _), findings in cells.items() if answer == "none known"
    )
    of_body = f" that {about} made, was asked or answered" if about else ""
    return (
        (
            f"{counted(total, 'distinct recommendation')}{of_body}, of {len(facts.findings):,} "
            f"findings in the graph. Of {unanswered} no position of the government in its own "
            f"words is known, and of {unknown} nothing is said of delivery."
        ),
        (
            "Every recommendation has the same width. Nothing known does not mean that nothing "
            "happened, and of several statements on delivery the latest counts. Shares for each "
            "committee, department and year: joinedup ask words-against-deeds."
        ),
    )


def _draw(
    cells: Mapping[tuple[str, str], Sequence[str]], totals: Mapping[str, int], title: str
) -> Element:
    answers = [answer for answer in ANSWERS if answer in totals]
    root = drawing(_WIDTH, _TOP + _ROW * len(answers) + _LOW, title)
    _legend(root, {deed for _, deed in cells})
    unit = (_WIDTH - _LEFT - _RIGHT) / max(totals.values())
    ends = dict.fromkeys(answers, _LEFT)
    for number, ((answer, deed), findings) in enumerate(cells.items()):
        y = _TOP + _ROW * answers.index(answer)
        group = add_element(root, "g", data_part=str(number))
        add_tooltip(group, f"{answer}, {DEEDS[deed][0]}: {len(findings)} of {totals[answer]}")
        width = max(unit * len(findings), _LEAST)
        _part(group, deed, len(findings), (ends[answer], y, width))
        ends[answer] += width
    for number, answer in enumerate(answers):
        y = _TOP + _ROW * number + _BAR / 2 + 5
        write_text(root, 12, y, answer.capitalize())
        write_text(root, ends[answer] + 8, y, f"{totals[answer]:,}", fill=QUIET, class_="quiet")
    return root


def _part(group: Element, deed: str, count: int, box: tuple[float, float, float]) -> None:
    """Draw what became of some recommendations, with their number where it has room."""
    (x, y, width), (_, colour, ink) = box, DEEDS[deed]
    add_element(
        group, "rect", x=x, y=y, width=width, height=_BAR, fill=colour, stroke=PAPER, stroke_width=1
    )
    figure = f"{count:,}"
    if width_of(figure, 13) + 6 < width:
        write_text(
            group,
            x + width / 2,
            y + _BAR / 2 + 4.5,
            figure,
            text_anchor="middle",
            font_size=13,
            class_="",
            fill=ink,
        )


def _legend(root: Element, deeds: set[str]) -> None:
    x = 12.0
    for deed, (meaning, colour, _) in DEEDS.items():
        if deed in deeds:
            add_element(root, "rect", x=x, y=26, width=16, height=16, fill=colour)
            write_text(root, x + 22, 39, meaning, font_size=12.5)
            x += 46 + width_of(meaning, 12.5)


VIEW = ViewDefinition(
    name="deeds",
    title="answers, by what became of them",
    build=build_deeds_view,
    takes=(SubjectKind.BODY,),
    optional=True,
    example=("Public Accounts Committee",),
    complete=with_outcomes,
)
