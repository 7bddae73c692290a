"""Two-mode data with names: actors, the events that tie them, and what was selected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.statistics.incidence_matrix import Incidence


@dataclass(frozen=True, slots=True)
class Actor:
    """What is compared.

    Attributes:
        iri: Its IRI.
        label: Its name, with its kind where another thing has that name too.
        kind: ``organisation``, ``initiative`` or ``committee``.
        of_kind: Kind of organisation or initiative, as the register has it; may be empty.
    """

    iri: str
    label: str
    kind: str
    of_kind: str = ""


@dataclass(frozen=True, slots=True)
class BipartiteData:
    """Actors by events.

    Attributes:
        actors: The rows, by name.
        events: IRIs of the columns, in order.
        ties: Whether an event names an actor.
        answers: The same for the answers alone, where names are to be matched across finding and
            answer; `ties` then holds the findings' own words.
        noun: What the events are, in the plural.
        documents: Least number of documents that the events can stand in.
        notes: Sentences on what was selected and what was left out.
        parameters: What was asked for, so that it can be asked again.
    """

    actors: tuple[Actor, ...]
    events: tuple[str, ...]
    ties: Incidence
    answers: Incidence | None
    noun: str
    documents: int
    notes: tuple[str, ...]
    parameters: Mapping[str, str]

    @property
    def named(self) -> Incidence:
        """Whether an event names an actor, in whichever words."""
        return self.ties if self.answers is None else self.ties | self.answers

    def pruned(self) -> BipartiteData:
        """Without actors that no event names, and events that name no actor."""
        rows, columns = self.named.sum(axis=1) > 0, self.named.sum(axis=0) > 0
        return replace(
            self,
            actors=tuple(actor for actor, kept in zip(self.actors, rows, strict=True) if kept),
            events=tuple(event for event, kept in zip(self.events, columns, strict=True) if kept),
            ties=self.ties[rows][:, columns],
            answers=None if self.answers is None else self.answers[rows][:, columns],
        )

    def row(self, iri: str) -> int | None:
        """The row of an actor; None if it is not among the actors."""
        return next((index for index, actor in enumerate(self.actors) if actor.iri == iri), None)

    def shared_events(self, left: int, right: int) -> list[str]:
        """The events that tie two actors, in order."""
        if self.answers is None:
            both = self.ties[left] & self.ties[right]
        else:
            both = self.ties[left] & self.answers[right] | self.ties[right] & self.answers[left]
        return [self.events[index] for index in np.flatnonzero(both)]
