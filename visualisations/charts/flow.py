"""What became of recommendations: position, commitment, delivery, with the unknown shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, Part
from visualisations.style import PAPER, QUIET
from visualisations.svg import add, clipped, drawing, told, write
from visualisations.wording import counted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from queries.result_tables import Value
    from visualisations.facts import Facts, Finding

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
_SAID = {"government": "government’s words", "tracker": "third party", "curator": "our reading"}
_NOT_KNOWN = "No position known"


@dataclass(frozen=True, slots=True)
class State:
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


Course = tuple[State, State, State, State]
"""What is known of one recommendation, stage by stage."""


def flow(facts: Facts) -> Chart:
    """What is known of every recommendation, from the position on it to its delivery.

    A recommendation counts once at every stage. The government's own words go before our reading of
    them, and that before what a third party says.

    Raises:
        UsageError: The graph holds no recommendation.
    """
    asked = [one for one in facts.findings.values() if one.kind.lower() == "recommendation"]
    if not asked:
        raise UsageError("There is nothing to draw: the graph holds no recommendation.")
    courses = {one.iri: course(one) for one in asked}
    bars = [_bars([states[at] for states in courses.values()]) for at in range(len(_STAGES))]
    parts, table, numbers = _parts(courses, bars)
    unknown = sum(states[1].is_unknown for states in courses.values())
    kinds = Counter(one.kind or "findings of no stated kind" for one in facts.findings.values())
    others = ", ".join(
        f"{number} {kind.lower()}"
        for kind, number in sorted(kinds.items())
        if kind != "Recommendation"
    )
    caption = (
        (
            f"All {len(asked)} recommendations among {len(facts.findings)} distinct findings; not "
            f"counted: {others or 'nothing'}. Of {unknown} no position is known, which does not "
            "mean that there was no answer."
        ),
        (
            "Height is the number of recommendations. Blue is said in the government’s own words, "
            "with a sentence that can be read; green is what our curators read on a page, of which "
            "no sentence is kept; orange is a third party’s word alone, a tracker’s label or a "
            "report of the answer; grey is not known. On the same recommendation blue goes before "
            "green, and green before orange."
        ),
        (
            "A commitment names a time; delivery is what was last said of it, and by whom. "
            "Acceptance and delivery are two things: what was refused may be done."
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


def course(finding: Finding) -> Course:
    """What is known of one finding at every stage."""
    return (State("All", "all"), _position(finding), _commitment(finding), _delivery(finding))


def _position(finding: Finding) -> State:
    """The position that counts: the government's own words before all others."""
    order = ("government", "curator", "tracker")
    stances = sorted(
        (stance for stance in finding.stances if stance.voice in order),
        key=lambda stance: (order.index(stance.voice), stance.on, stance.decision),
    )
    if not stances:
        return State(_NOT_KNOWN, "unknown")
    return State(stances[0].decision, stances[0].voice)


def _commitment(finding: Finding) -> State:
    promised = [step for step in finding.steps if step.step == "commitment"]
    if not promised:
        return State("No commitment found", "unknown")
    dated = any(step.latest for step in promised)
    quoted = any(step.voice == "government" for step in promised)
    voice = "government" if quoted else promised[0].voice
    return State("To be done by a date" if dated else "Time left open", voice)


def _delivery(finding: Finding) -> State:
    told_of = [step for step in finding.steps if step.step == "delivery"]
    if not told_of:
        return State("Nothing known", "unknown")
    last = max(told_of, key=lambda step: (step.on, step.voice == "government"))
    return State(last.what, last.voice)


def _bars(states: list[State]) -> list[tuple[State, int]]:
    """States with their numbers, the most frequent first and the unknown last."""
    counts = Counter(states)
    order = {"all": 0, "government": 0, "curator": 1, "tracker": 2, "unknown": 3}
    return sorted(counts.items(), key=lambda bar: (order[bar[0].whose], -bar[1], bar[0].name))


def _parts(
    courses: dict[str, Course], bars: list[list[tuple[State, int]]]
) -> tuple[tuple[Part, ...], Table, dict[tuple[int, State], int]]:
    parts: list[Part] = []
    rows: list[tuple[Value, ...]] = []
    numbers: dict[tuple[int, State], int] = {}
    for at, stage in enumerate(_STAGES):
        for state, count in bars[at]:
            numbers[at, state] = len(parts)
            whose = _SAID.get(state.whose, "")
            name = f"{state.name} ({whose})" if whose else state.name
            text = f"{counted(count, 'recommendation')} of {len(courses)}."
            held = tuple(sorted(iri for iri, states in courses.items() if states[at] == state))
            parts.append(Part(f"{stage}: {name}", text, (), held))
            rows.append((stage, state.name, whose, count, len(courses)))
    columns = ("stage", "what is known", "said by", "recommendations", "of")
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

    courses: dict[str, Course]
    bars: list[list[tuple[State, int]]]
    unit: float
    tops: list[dict[State, float]]
    xs: list[float]


def _plan(courses: dict[str, Course], bars: list[list[tuple[State, int]]]) -> _Plan:
    most = max(map(len, bars))
    unit = (_TALL - _GAP * (most - 1)) / len(courses)
    step = (_WIDTH - _LEFT - _ROOM - _BAR) / (len(_STAGES) - 1)
    xs = [_LEFT + step * at for at in range(len(_STAGES))]
    return _Plan(courses, bars, unit, [_tops(stage, unit) for stage in bars], xs)


def _draw(plan: _Plan, numbers: dict[tuple[int, State], int], title: str) -> Element:
    low = max(
        tops[state] + plan.unit * count
        for tops, stage in zip(plan.tops, plan.bars, strict=True)
        for state, count in stage
    )
    root = drawing(_WIDTH, low + _LOW, title)
    for at in range(len(_STAGES) - 1):
        _ribbons(root, plan, at)
    for at, stage in enumerate(_STAGES):
        write(root, plan.xs[at], 28, stage, font_weight="bold", font_size=15)
        for state, count in plan.bars[at]:
            group = add(root, "g", data_part=str(numbers[at, state]))
            told(group, f"{state.name}: {count} of {len(plan.courses)}")
            _bar(group, plan, at, state, count)
    return root


def _bar(group: Element, plan: _Plan, at: int, state: State, count: int) -> None:
    """Draw a bar with its name, its number and who says so."""
    x, y, tall = plan.xs[at], plan.tops[at][state], plan.unit * count
    add(group, "rect", x=x, y=y, width=_BAR, height=max(tall, 1.5), fill=_COLOURS[state.whose])
    middle = y + tall / 2
    rim: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke"}
    label = clipped(state.name, _ROOM - _BAR - 40)
    write(group, x + _BAR + 7, middle + 1, label, font_size=13, **rim)
    said = _SAID.get(state.whose)
    figure = f"{count} · {said}" if said else f"{count}"
    quiet: dict[str, str | float] = {"fill": QUIET, "class_": "quiet", **rim}
    write(group, x + _BAR + 7, middle + 15, figure, font_size=11.5, **quiet)


def _tops(stage: list[tuple[State, int]], unit: float) -> dict[State, float]:
    """Where each bar begins; names of thin bars keep room of their own."""
    y, found = float(_TOP), {}
    for state, count in stage:
        found[state] = y
        y += max(unit * count, 16) + _GAP
    return found


def _ribbons(root: Element, plan: _Plan, at: int) -> None:
    """Draw how many go from each bar of a stage to each of the next."""
    counts = Counter((states[at], states[at + 1]) for states in plan.courses.values())
    used: defaultdict[tuple[int, State], float] = defaultdict(float)
    start, end = plan.xs[at] + _BAR, plan.xs[at + 1]
    middle = (start + end) / 2
    for one, other in product(plan.tops[at], plan.tops[at + 1]):
        if not (count := counts[one, other]):
            continue
        thick = plan.unit * count
        y1 = plan.tops[at][one] + used[0, one] + thick / 2
        y2 = plan.tops[at + 1][other] + used[1, other] + thick / 2
        used[0, one] += thick
        used[1, other] += thick
        bend = f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {end:.1f} {y2:.1f}"
        add(
            root,
            "path",
            d=f"M{start:.1f} {y1:.1f}{bend}",
            fill="none",
            stroke=_COLOURS[other.whose],
            stroke_width=max(thick, 1),
            stroke_opacity=0.28,
        )
