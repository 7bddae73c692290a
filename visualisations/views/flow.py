"""What became of recommendations: position, commitment, delivery, with the unknown shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, ChartPart
from visualisations.style import PAPER, QUIET
from visualisations.svg import add_element, add_tooltip, clipped, drawing, write_text
from visualisations.view_definition import ViewDefinition
from visualisations.wording import counted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from queries.result_tables import Value
    from visualisations.graph_facts import FindingFacts
    from visualisations.view_definition import ViewRequest

_STAGES = ("Recommendations", "Position", "Commitment", "Delivery")
_WIDTH, _TOP, _TALL, _BAR, _GAP, _LOW = 1080, 64, 440, 16, 16, 24
_LEFT = 24
_ROOM = 218
"""Pixels for the name of a bar."""

_COLOURS = {
    "all": QUIET,
    "government": "#0072b2",
    "tracker": "#c77800",
    "curator": "#008060",
    "unknown": "#9aa1ad",
}
_WHO_SAYS_SO = {
    "government": "government’s words",
    "tracker": "third party",
    "curator": "our reading",
}
_NOT_KNOWN = "No position known"


@dataclass(frozen=True, slots=True)
class StageState:
    """What is known of a recommendation at one stage.

    Attributes:
        name: In words.
        whose: Voice that says so, `all` or `unknown`.
    """

    name: str
    whose: str

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known."""
        return self.whose == "unknown"


FindingCourse = tuple[StageState, StageState, StageState, StageState]
"""What is known of one recommendation, stage by stage."""


def build_flow_view(request: ViewRequest) -> Chart:
    """What is known of every recommendation, from the position on it to its delivery.

    A recommendation counts once at every stage. The government's own words go before our reading of
    them, and that before what a third party says.

    Raises:
        UsageError: The graph holds no recommendation.
    """
    facts = request.facts
    findings = facts.findings.values()
    recommendations = [finding for finding in findings if finding.kind.lower() == "recommendation"]
    if not recommendations:
        raise UsageError("There is nothing to draw: the graph holds no recommendation.")
    courses = {finding.iri: course_of(finding) for finding in recommendations}
    bars = [_bars([states[stage] for states in courses.values()]) for stage in range(len(_STAGES))]
    parts, table, numbers = _parts(courses, bars)
    unknown = sum(states[1].is_unknown for states in courses.values())
    kinds = Counter(finding.kind or "finding of no stated kind" for finding in findings)
    others = ", ".join(
        counted(number, kind.lower())
        for kind, number in sorted(kinds.items())
        if kind != "Recommendation"
    )
    caption = (
        (
            f"All {len(recommendations)} recommendations among {len(findings)} distinct findings; "
            f"not counted: {others or 'nothing'}. For {unknown} no position is known; that does "
            "not mean that there was no answer."
        ),
        (
            "Height is the number of recommendations. Colours show who says so. Blue: the "
            "government, in its own words, with a sentence that can be read. Green: our curators, "
            "who read it on a page; no sentence is kept. Orange: a third party alone, in a "
            "tracker’s label or a report of the answer. Grey: not known. Where several say "
            "something of one recommendation, blue counts before green, and green before orange."
        ),
        (
            "A commitment names a time. Delivery is the latest report of progress, and who made "
            "it. A recommendation that was rejected may still be delivered."
        ),
    )
    title = "What became of the recommendations?"
    return Chart(
        "flow",
        title,
        "From left to right: what is known of each recommendation. Choose a bar to see which.",
        caption,
        _draw(_plan(courses, bars), numbers, title),
        table,
        parts,
    )


def course_of(finding: FindingFacts) -> FindingCourse:
    """What is known of one finding at every stage."""
    return (StageState("All", "all"), _position(finding), _commitment(finding), _delivery(finding))


def _position(finding: FindingFacts) -> StageState:
    """The position that counts: the government's own words before all others."""
    order = ("government", "curator", "tracker")
    stances = sorted(
        (stance for stance in finding.stances if stance.voice in order),
        key=lambda stance: (order.index(stance.voice), stance.on, stance.decision),
    )
    if not stances:
        return StageState(_NOT_KNOWN, "unknown")
    return StageState(stances[0].decision, stances[0].voice)


def _commitment(finding: FindingFacts) -> StageState:
    commitments = [step for step in finding.steps if step.step == "commitment"]
    if not commitments:
        return StageState("No commitment found", "unknown")
    dated = any(step.latest for step in commitments)
    quoted = any(step.voice == "government" for step in commitments)
    voice = "government" if quoted else commitments[0].voice
    return StageState("To be done by a date" if dated else "Time left open", voice)


def _delivery(finding: FindingFacts) -> StageState:
    updates = [step for step in finding.steps if step.step == "delivery"]
    if not updates:
        return StageState("Nothing known", "unknown")
    last = max(updates, key=lambda step: (step.on, step.voice == "government"))
    return StageState(last.what, last.voice)


def _bars(states: list[StageState]) -> list[tuple[StageState, int]]:
    """States with their numbers, the most frequent first and the unknown last."""
    counts = Counter(states)
    order = {"all": 0, "government": 0, "curator": 1, "tracker": 2, "unknown": 3}
    return sorted(counts.items(), key=lambda bar: (order[bar[0].whose], -bar[1], bar[0].name))


def _parts(
    courses: dict[str, FindingCourse], bars: list[list[tuple[StageState, int]]]
) -> tuple[tuple[ChartPart, ...], Table, dict[tuple[int, StageState], int]]:
    parts: list[ChartPart] = []
    rows: list[tuple[Value, ...]] = []
    numbers: dict[tuple[int, StageState], int] = {}
    for index, stage in enumerate(_STAGES):
        for state, count in bars[index]:
            numbers[index, state] = len(parts)
            whose = _WHO_SAYS_SO.get(state.whose, "")
            name = f"{state.name} ({whose})" if whose else state.name
            text = f"{counted(count, 'recommendation')} of {len(courses)}."
            findings = tuple(sorted(i for i, states in courses.items() if states[index] == state))
            parts.append(ChartPart(f"{stage}: {name}", text, (), findings))
            rows.append((stage, state.name, whose, count, len(courses)))
    columns = ("stage", "what is known", "who says so", "recommendations", "total")
    return tuple(parts), Table(columns, tuple(rows)), numbers


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the bars stand.

    Attributes:
        courses: What is known of each recommendation at every stage.
        bars: For each stage its states with their numbers.
        unit: Height of one recommendation in pixels.
        tops: For each stage where each bar begins.
        xs: For each stage where its bars stand.
    """

    courses: dict[str, FindingCourse]
    bars: list[list[tuple[StageState, int]]]
    unit: float
    tops: list[dict[StageState, float]]
    xs: list[float]


def _plan(courses: dict[str, FindingCourse], bars: list[list[tuple[StageState, int]]]) -> _Plan:
    most = max(map(len, bars))
    unit = (_TALL - _GAP * (most - 1)) / len(courses)
    step = (_WIDTH - _LEFT - _ROOM - _BAR) / (len(_STAGES) - 1)
    xs = [_LEFT + step * stage for stage in range(len(_STAGES))]
    return _Plan(courses, bars, unit, [_tops(stage, unit) for stage in bars], xs)


def _draw(plan: _Plan, numbers: dict[tuple[int, StageState], int], title: str) -> Element:
    low = max(
        tops[state] + plan.unit * count
        for tops, stage in zip(plan.tops, plan.bars, strict=True)
        for state, count in stage
    )
    root = drawing(_WIDTH, low + _LOW, title)
    for index in range(len(_STAGES) - 1):
        _ribbons(root, plan, index)
    for index, stage in enumerate(_STAGES):
        write_text(root, plan.xs[index], 28, stage, font_weight="bold", font_size=15)
        for state, count in plan.bars[index]:
            group = add_element(root, "g", data_part=str(numbers[index, state]))
            add_tooltip(group, f"{state.name}: {count} of {len(plan.courses)}")
            _bar(group, plan, index, state, count)
    return root


def _bar(group: Element, plan: _Plan, stage: int, state: StageState, count: int) -> None:
    """Draw a bar with its name, its number and who says so."""
    x, y, tall = plan.xs[stage], plan.tops[stage][state], plan.unit * count
    add_element(
        group, "rect", x=x, y=y, width=_BAR, height=max(tall, 1.5), fill=_COLOURS[state.whose]
    )
    middle = y + tall / 2
    rim: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke"}
    label = clipped(state.name, _ROOM - _BAR - 40)
    write_text(group, x + _BAR + 7, middle + 1, label, font_size=13, **rim)
    whose = _WHO_SAYS_SO.get(state.whose)
    figure = f"{count} · {whose}" if whose else f"{count}"
    quiet: dict[str, str | float] = {"fill": QUIET, "class_": "quiet", **rim}
    write_text(group, x + _BAR + 7, middle + 15, figure, font_size=11.5, **quiet)


def _tops(stage: list[tuple[StageState, int]], unit: float) -> dict[StageState, float]:
    """Where each bar begins; names of thin bars keep room of their own."""
    y, tops = float(_TOP), {}
    for state, count in stage:
        tops[state] = y
        y += max(unit * count, 16) + _GAP
    return tops


def _ribbons(root: Element, plan: _Plan, stage: int) -> None:
    """Draw how many go from each bar of a stage to each of the next."""
    counts = Counter((states[stage], states[stage + 1]) for states in plan.courses.values())
    used: defaultdict[tuple[int, StageState], float] = defaultdict(float)
    start, end = plan.xs[stage] + _BAR, plan.xs[stage + 1]
    middle = (start + end) / 2
    for source, target in product(plan.tops[stage], plan.tops[stage + 1]):
        if not (count := counts[source, target]):
            continue
        thick = plan.unit * count
        y1 = plan.tops[stage][source] + used[0, source] + thick / 2
        y2 = plan.tops[stage + 1][target] + used[1, target] + thick / 2
        used[0, source] += thick
        used[1, target] += thick
        bend = f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {end:.1f} {y2:.1f}"
        add_element(
            root,
            "path",
            d=f"M{start:.1f} {y1:.1f}{bend}",
            fill="none",
            stroke=_COLOURS[target.whose],
            stroke_width=max(thick, 1),
            stroke_opacity=0.28,
        )


VIEW = ViewDefinition(
    name="flow",
    title="what became of the recommendations",
    build=build_flow_view,
)
