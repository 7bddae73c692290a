"""What one page with a network shows: things, the lines between them, and which come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualisations.facts import COMMITTEE, FINDING, INITIATIVE, ORGANISATION

if TYPE_CHECKING:
    from visualisations.facts import Facts, Thing


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that findings name together.

    Attributes:
        one: IRI of the first.
        other: IRI of the second.
        together: Number of distinct findings that name both.
        beyond: Whether that is more often than chance would bring about.
    """

    one: str
    other: str
    together: int
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """What a page shows when it opens.

    Attributes:
        least: Findings that must name both for a line to be drawn.
        rest: Whether lines are drawn that chance would explain.
        hidden: Kinds of things that are not drawn.
        focus: IRI of a thing whose lines alone are drawn; empty for all.
    """

    least: int = 1
    rest: bool = False
    hidden: tuple[str, ...] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What one page shows.

    Attributes:
        name: Word that asks for it.
        title: Heading.
        lead: One sentence that says how to read it.
        caption: Sentences: what is shown, from how much, as of when, and what is left out.
        things: What is drawn or can be, by name.
        pairs: The lines, the most frequent first.
        start: What is shown at first.
        focus: IRI of the thing it is about, if it is about one.
        until: IRI of the thing at which its ways end, if it shows ways.
    """

    name: str
    title: str
    lead: str
    caption: tuple[str, ...]
    things: tuple[Thing, ...]
    pairs: tuple[Pair, ...]
    start: Start
    focus: str = ""
    until: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of things drawn, in the order of the legend."""
        held = {thing.kind for thing in self.things}
        return tuple(
            kind for kind in (FINDING, ORGANISATION, INITIATIVE, COMMITTEE) if kind in held
        )

    @property
    def committees(self) -> set[str]:
        """IRIs of the committees drawn, whose lines count findings of their own."""
        return {thing.iri for thing in self.things if thing.kind == COMMITTEE}

    def sizes(self, facts: Facts) -> dict[str, int]:
        """Number of findings that concern each thing."""
        return {thing.iri: len(facts.links.get(thing.iri, ())) for thing in self.things}

    @property
    def first(self) -> tuple[Pair, ...]:
        """The lines that are drawn when the page opens."""
        hidden = {thing.iri for thing in self.things if thing.kind in self.start.hidden}
        committees = self.committees
        return tuple(
            pair
            for pair in self.pairs
            if pair.together >= self.start.least
            and (pair.beyond or self.start.rest or pair.one in committees)
            and not {pair.one, pair.other} & hidden
            and self.start.focus in ("", pair.one, pair.other)
        )
