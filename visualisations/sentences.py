"""The sentences behind a picture, read only for the findings it shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from visualisations.facts import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

CURATOR = "curator"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that ties a finding to a thing.

    Attributes:
        thing: IRI of the thing.
        voice: `committee`, `government` or, for our own reading, `curator`.
        role: What the thing does in the sentence; empty if not known.
        before: The sentence up to the name; empty for a gist.
        words: The name as it stands; for a curator the gist, which is no quotation.
        after: The rest of the sentence; empty for a gist.
        source: Web address of the page, or the file it was read from.
    """

    thing: str
    voice: str
    role: str
    before: str
    words: str
    after: str
    source: str


class Sentences:
    """Reads sentences of one store; a text that several findings share is read once."""

    def __init__(self, store: Store) -> None:
        """Read from `store`."""
        self._store = store
        self._texts: dict[str, tuple[Quote, ...]] = {}

    def of(self, finding: str) -> tuple[Quote, ...]:
        """The sentences of a finding, and of answers shown with it, that name something.

        Gists of curators come last. A sentence that names a thing twice stands here twice.
        """
        found: list[Quote] = []
        for _, text, source in rows(self._store, "texts", finding=ox.NamedNode(finding)):
            if text not in self._texts:
                self._texts[text] = tuple(self._named(text, source))
            found += self._texts[text]
        for _, thing, gist, source in rows(self._store, "gists", finding=ox.NamedNode(finding)):
            found.append(Quote(thing, CURATOR, "", "", gist, "", source))
        return tuple(dict.fromkeys(found))

    def _named(self, text: str, source: str) -> Iterator[Quote]:
        """The names of one text in the order in which they stand."""
        places: defaultdict[str, dict[str, str]] = defaultdict(dict)
        things: defaultdict[str, list[str]] = defaultdict(list)
        for _, place, fact, value in rows(self._store, "mentions", text=ox.NamedNode(text)):
            if fact == "thing":
                things[place].append(value)
            else:
                places[place][fact] = value
        for place in sorted(things, key=lambda at: (int(places[at].get("start", 0)), at)):
            known = places[place]
            if "voice" not in known:
                continue
            for thing in sorted(things[place]):
                yield Quote(
                    thing,
                    known["voice"],
                    known.get("role", ""),
                    known.get("before", ""),
                    known["words"],
                    known.get("after", ""),
                    source,
                )
