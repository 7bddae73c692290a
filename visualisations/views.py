"""Which part of the graph a picture shows, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.network import KIND, LABEL, WEIGHT, findings_of, projection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.network import Network

ORGANISATION = "organisation"
INITIATIVE = "initiative"

MOST_THINGS = 400
"""Things in the largest picture drawn: more is a blot, and the layout grows with their square."""

_MEANING = (
    "A name counts where the finding has it, where an answer shown with the finding has it, or "
    "where a curator read it on the finding’s page. Being named together is not working together."
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a view is about.

    Attributes:
        kinds: Kinds of things drawn.
        noun: What those things are called together.
    """

    kinds: tuple[str, ...]
    noun: str


SCOPES = {
    "departments": Scope((ORGANISATION,), "departments and other organisations"),
    "initiatives": Scope((INITIATIVE,), "initiatives"),
    "everything": Scope((ORGANISATION, INITIATIVE), "organisations and initiatives"),
}
"""The views, by the word that asks for them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An organisation or initiative in a picture.

    Attributes:
        iri: Its IRI.
        label: Its name.
        kind: `ORGANISATION` or `INITIATIVE`.
        findings: Number of distinct findings that name it, joint or not.
    """

    iri: str
    label: str
    kind: str
    findings: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that findings name together.

    Attributes:
        together: Number of distinct findings that name both.
    """

    one: Thing
    other: Thing
    together: int


@dataclass(frozen=True, slots=True)
class View:
    """What one picture shows.

    Attributes:
        title: Heading of the picture.
        caption: Sentences: what is shown, from how much, and what is left out.
        kinds: Kinds of things drawn.
        things: The ends of `pairs`, by name.
        pairs: What is drawn, the most frequent first.
    """

    title: str
    caption: tuple[str, ...]
    kinds: tuple[str, ...]
    things: tuple[Thing, ...]
    pairs: tuple[Pair, ...]


def view(network: Network, name: str, least: int = 1) -> View:
    """The things of one scope, tied by the findings that name both.

    Args:
        network: Two-mode graph of findings and things; it is not changed.
        name: A word of `SCOPES`.
        least: Findings that must name both things for a pair to be drawn.

    Raises:
        UsageError: No pair reaches `least`, or the picture would hold over `MOST_THINGS` things.
    """
    scope = SCOPES[name]
    things = _things(network, scope)
    every = _pairs(network, things)
    pairs = tuple(pair for pair in every if pair.together >= least)
    drawn = tuple(thing for thing in things if thing in _ends(pairs))
    _check(scope, every, drawn, least)
    title = f"{scope.noun[0].upper()}{scope.noun[1:]} named together in findings"
    caption = (
        _shown(scope, pairs, drawn, least),
        _source(network, scope, things),
        _left_out(len(every) - len(pairs), len(things) - len(drawn), least),
        _MEANING,
    )
    return View(title, caption, scope.kinds, drawn, pairs)


def _things(network: Network, scope: Scope) -> list[Thing]:
    """The things of a scope, by name."""
    found = (
        Thing(node, str(network.nodes[node][LABEL]), kind, int(network.degree(node)))
        for node in network
        if (kind := str(network.nodes[node][KIND])) in scope.kinds
    )
    return sorted(found, key=lambda thing: (thing.label, thing.iri))


def _pairs(network: Network, things: list[Thing]) -> list[Pair]:
    """The pairs among things, the most frequent first; ends and ties stand by name."""
    place = {thing.iri: index for index, thing in enumerate(things)}
    found: list[tuple[int, int, int]] = []
    together: int
    for first, second, together in projection(network).edges(data=WEIGHT):
        if first in place and second in place:
            one, other = sorted((place[first], place[second]))
            found.append((-together, one, other))
    return [Pair(things[one], things[other], -less) for less, one, other in sorted(found)]


def _ends(pairs: Iterable[Pair]) -> set[Thing]:
    return {end for pair in pairs for end in (pair.one, pair.other)}


def _check(scope: Scope, every: list[Pair], drawn: tuple[Thing, ...], least: int) -> None:
    """Refuse a picture that shows nothing, and one that shows too much to be read."""
    if not every:
        raise UsageError(f"There is nothing to draw: no finding names two {scope.noun}.")
    if not drawn:
        raise UsageError(
            f"There is nothing to draw: no two {scope.noun} are named together in {least} findings "
            f"or more. The most is {every[0].together}; ask for --least {every[0].together}."
        )
    if len(drawn) > MOST_THINGS:
        raise UsageError(
            f"The picture would hold {len(drawn)} {scope.noun}, and nobody could read it. Ask for "
            f"--least {least + 1} or more; {MOST_THINGS} is the most that is drawn."
        )


def _shown(scope: Scope, pairs: tuple[Pair, ...], drawn: tuple[Thing, ...], least: int) -> str:
    floor = "at least one finding names" if least == 1 else f"at least {least} findings name"
    pairs_shown = "1 pair" if len(pairs) == 1 else f"{len(pairs)} pairs"
    return (
        f"Shown: {pairs_shown} among {len(drawn)} {scope.noun}. A line ties two where {floor} both."
    )


def _source(network: Network, scope: Scope, things: list[Thing]) -> str:
    findings = findings_of(network)
    naming = {finding for thing in things for finding in network[thing.iri]}
    joint = sum(1 for finding in naming if _named(network, finding, scope) > 1)
    return (
        f"From {len(findings)} distinct findings in the graph: {len(naming)} name at least one of "
        f"the {len(things)} {scope.noun} in it, and {joint} name two or more. Each finding counts "
        "once in a pair."
    )


def _named(network: Network, finding: str, scope: Scope) -> int:
    return sum(1 for thing in network[finding] if network.nodes[thing][KIND] in scope.kinds)


def _left_out(pairs: int, things: int, least: int) -> str:
    parts = []
    if pairs:
        noun = "pair" if pairs == 1 else "pairs"
        parts.append(f"{pairs} {noun} named together in fewer than {least} findings")
    if things:
        noun = "name, which is" if things == 1 else "names, which are"
        parts.append(f"{things} {noun} in no pair drawn")
    return f"Left out: {'; '.join(parts)}." if parts else "Nothing is left out."
