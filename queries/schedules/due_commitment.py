"""Commitments that fall due, as the saved question gives them, with the sentences behind each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.address_rule import is_web_address
from queries.conversion import to_python
from queries.query_execution import execute
from queries.query_request import QueryRequest
from queries.visible_text import mark_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store.readable_store import ReadableStore

QUESTION = "commitments-due"
_UNSOURCED = "No sentence is kept."


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """A sentence behind a commitment.

    Attributes:
        who_says_so: Whose words they are.
        words: The words; retold ones stand behind their mark.
        source: Where they were read: an address, or the place of a file.
    """

    who_says_so: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class DueCommitment:
    """A commitment with the last day on which it is still in time.

    Attributes:
        iri: IRI of the commitment.
        finding: IRI of the finding on which it was made.
        name: Name of the finding.
        by: The body that makes the commitment; empty if it is not known.
        due: When it falls due, in the words used.
        day: The last day of that time.
        status: The latest status that a document gives of the finding; empty if none does.
        sentences: The sentences behind it.
    """

    iri: str
    finding: str
    name: str
    by: str
    due: str
    day: date
    status: str
    sentences: tuple[QuotedSentence, ...]

    @property
    def title(self) -> str:
        """What falls due, on one line."""
        return f"Due ({self.due}): {self.name}" + (f" – {self.by}" if self.by else "")

    @property
    def address(self) -> str:
        """The first web address at which a sentence can be read; empty if there is none."""
        addresses = (sentence.source for sentence in self.sentences)
        return next((each for each in addresses if is_web_address(each)), "")

    @property
    def lines(self) -> tuple[str, ...]:
        """Each sentence with who says it and where, the status, and the finding in the graph."""
        quoted = [f"{each.who_says_so}: {each.words} ({each.source})" for each in self.sentences]
        status = [f"Latest status of the finding: {self.status}"] if self.status else []
        return (*(quoted or [_UNSOURCED]), *status, self.finding)


def due_commitments(store: ReadableStore, values: Mapping[str, str]) -> list[DueCommitment]:
    """The commitments that fall due, in order of their days.

    Args:
        store: The graph.
        values: Values of the parameters of the saved question `commitments-due`.

    Raises:
        UnknownNameError: If the graph holds nothing of a name.
        AmbiguousNameError: If a name stands for several things.
        UsageError: If a value does not fit its parameter.
    """
    result = execute(store, QueryRequest(QUESTION, dict(values), evidence=True))
    commitments: dict[str, DueCommitment] = {}
    for row in result.rows:
        cells = {
            column: "" if value is None else mark_controls(str(to_python(value)))
            for column, value in zip(result.variables, row, strict=True)
        }
        former = commitments.get(cells["commitment"])
        commitments[cells["commitment"]] = _with_sentence(cells, former)
    return list(commitments.values())


def _with_sentence(cells: Mapping[str, str], former: DueCommitment | None) -> DueCommitment:
    sentences = former.sentences if former else ()
    if cells["sentence"]:
        sentence = QuotedSentence(cells["who_says_so"], cells["sentence"], cells["source"])
        sentences = tuple(dict.fromkeys((*sentences, sentence)))
    return DueCommitment(
        iri=cells["commitment"],
        finding=cells["finding"],
        name=cells["name"],
        by=cells["by"],
        due=cells["due"],
        day=date.fromisoformat(cells["latest"]),
        status=cells["status"],
        sentences=sentences,
    )
