"""The words that show how two findings are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.evidence_sentences import Sentences
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.finding_links.finding_joint import FindingJoint

_LONGEST = 400
"""Characters of an answer that are shown; the source has the rest."""


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Words that show how a finding is joined.

    Attributes:
        finding: IRI of the finding in which, or beside which, they stand.
        who: Whose words they are: `committee`, `government` or `curator`.
        words: A sentence, or how an answer begins; what is cut ends with an ellipsis.
        source: Web address of the page, or the file it was read from.
    """

    finding: str
    who: str
    words: str
    source: str


class LinkWordsReader:
    """Reads the words behind the links of one store; those of a joint are read once."""

    def __init__(self, store: ReadableStore) -> None:
        """Read from `store`."""
        self._store = store
        self._sentences = Sentences(store)
        self._words: dict[tuple[str, str], tuple[LinkWords, ...]] = {}

    def of(self, joint: FindingJoint, findings: tuple[str, ...]) -> list[LinkWords]:
        """The words that show how `joint` joins some findings, each once."""
        if joint.kind == "initiatives":
            words = [each for finding in findings for each in self._naming(finding, joint.iri)]
        else:
            words = [each for each in self._of_joint(joint) if each.finding in findings]
        return list(dict.fromkeys(words))

    def _naming(self, finding: str, initiative: str) -> Iterator[LinkWords]:
        for shown in self._sentences.naming(finding, (initiative,)):
            yield LinkWords(finding, shown.voice, shown.sentence, shown.source)

    def _of_joint(self, joint: FindingJoint) -> tuple[LinkWords, ...]:
        key = joint.kind, joint.iri
        if key not in self._words:
            node = ox.NamedNode(joint.iri)
            rows = select(self._store, f"finding_links/words/{joint.kind}", joint=node)
            self._words[key] = tuple(
                LinkWords(finding, who, shorten(words), source)
                for _, finding, who, words, source in rows
            )
        return self._words[key]


def shorten(words: str) -> str:
    """Words on one line; what is longer than an opening is cut at a word, and says so."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rpartition(' ')[0]} …"
