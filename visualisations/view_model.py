"""What one page with a network shows: entities, the lines between them, and which come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualisations.graph_facts import COMMITTEE, KINDS

if TYPE_CHECKING:
    from visualisations.graph_facts import EntityFacts, GraphFacts


@dataclass(frozen=True, slots=True)
class DrawnPair:
    """Two entities that findings name together, joined by a line.

    Attributes:
        left: IRI of the first.
        right: IRI of the second.
        together: Number of distinct findings that name both.
        solid: Whether its line is drawn solid: the pair is more than coincidence, or it is what the
            view is about.
        verdict: Whether the pair is more than coincidence, in words; empty if that is not tested.
        expected: Joint findings that coincidence would bring about; None if that is not tested.
        register_words: How the register itself joins the two; empty if it does not.
        joined_by: How two findings are joined, in words; empty for what findings name.
        words: The words that show it: who says so, the words, and where they were read.
    """

    left: str
    right: str
    together: int
    solid: bool = False
    verdict: str = ""
    expected: float | None = None
    register_words: str = ""
    joined_by: str = ""
    words: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_explained(self) -> bool:
        """Whether the pair is more than coincidence, and the register says why."""
        return self.solid and bool(self.register_words)


@dataclass(frozen=True, slots=True)
class OpeningState:
    """What a page shows when it opens.

    Attributes:
        minimum: Findings that must name both for a line to be drawn.
        all_lines: Whether lines are drawn that coincidence would explain.
        hidden: Kinds of entities that are not drawn.
        focus: IRI of an entity whose lines alone are drawn; empty for all.
    """

    minimum: int = 1
    all_lines: bool = False
    hidden: tuple[str, ...] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class NetworkView:
    """What one page shows.

    Attributes:
        name: Word that asks for it.
        title: Heading.
        lead: One sentence that says how to read it.
        caption: Sentences: what is shown, from how much, as of when, and what is left out.
        entities: What is drawn or can be, by name.
        pairs: The lines, the most frequent first.
        opening: What is shown at first.
        focus: IRI of the entity it is about, if it is about one.
        goal: IRI of the entity at which its routes end, if it shows routes.
        starts: IRIs of the entities that a page offers to begin with.
        line_meanings: What the legend says of solid and of dashed lines.
    """

    name: str
    title: str
    lead: str
    caption: tuple[str, ...]
    entities: tuple[EntityFacts, ...]
    pairs: tuple[DrawnPair, ...]
    opening: OpeningState
    focus: str = ""
    goal: str = ""
    starts: tuple[str, ...] = ()
    line_meanings: tuple[str, str] = (
        "together more than coincidence explains",
        "coincidence could explain it, or it cannot be judged",
    )

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of entities drawn, in the order of the legend."""
        drawn = {entity.kind for entity in self.entities}
        return tuple(kind for kind in KINDS if kind in drawn)

    @property
    def committees(self) -> set[str]:
        """IRIs of the committees drawn, whose lines count findings of their own."""
        return {entity.iri for entity in self.entities if entity.kind == COMMITTEE}

    def sizes(self, facts: GraphFacts) -> dict[str, int]:
        """Number of findings that concern each entity."""
        return {entity.iri: len(facts.links.get(entity.iri, ())) for entity in self.entities}

    @property
    def first(self) -> tuple[DrawnPair, ...]:
        """The lines that are drawn when the page opens."""
        hidden = {entity.iri for entity in self.entities if entity.kind in self.opening.hidden}
        committees = self.committees
        return tuple(
            pair
            for pair in self.pairs
            if pair.together >= self.opening.minimum
            and (pair.solid or self.opening.all_lines or pair.left in committees)
            and not {pair.left, pair.right} & hidden
            and self.opening.focus in ("", pair.left, pair.right)
        )
