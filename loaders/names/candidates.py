"""The list of candidates over many texts, with their contexts, for somebody to judge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.records.sentences import SentenceSpans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.mentions import Candidate, RecognisedNames

_SHOWN = 5


@dataclass(slots=True)
class Listed:
    """A candidate and its contexts.

    Attributes:
        candidate: The candidate, as first met.
        mentions: How often it is named.
        places: In how many texts.
        contexts: Where it stands: the text's location and the sentence; the first few only.
    """

    candidate: Candidate
    mentions: int = 0
    places: int = 0
    contexts: list[tuple[str, str]] = field(default_factory=list)


def list_candidates(found: Iterable[tuple[str, str, RecognisedNames]]) -> list[Listed]:
    """Gather the candidates of many texts, those named in most texts first.

    Args:
        found: For each text its location, its characters, and what was recognised in it.
    """
    listed: dict[str, Listed] = {}
    for location, text, names in found:
        where: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in names.mentions:
            if mention.thing[0] == "candidate" and not mention.nested:
                where[mention.thing[1]].append((mention.start, mention.end))
        sentences = SentenceSpans(text) if where else None
        for candidate in names.candidates:
            entry = listed.setdefault(candidate.key, Listed(candidate))
            spans = where[candidate.key]
            entry.mentions += len(spans)
            entry.places += bool(spans)
            if sentences and spans and len(entry.contexts) < _SHOWN:
                entry.contexts.append((location, text[slice(*sentences.around(*spans[0]))]))
    return sorted(listed.values(), key=lambda one: (-one.places, -one.mentions, one.candidate.key))


def describe(entry: Listed) -> Iterator[str]:
    """The lines of a listed candidate, for the terminal."""
    candidate = entry.candidate
    short = f" ({candidate.abbreviation})" if candidate.abbreviation else ""
    kind = candidate.kind or "kind unknown"
    counts = f"{entry.mentions} in {entry.places} texts"
    yield f"{candidate.key}: {candidate.name}{short}, {kind}; {counts}"
    for near in candidate.near:
        yield f"  like  {'/'.join(near.thing)}: {near.name} ({near.score:.0f} of 100)"
    for location, sentence in entry.contexts:
        yield f"  in    {location}: {sentence}"
