"""Tags the words of a retold document, in whatever is stated of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.retelling import LANGUAGE
from graph.statements.ntriples_terms import JU

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.statements.ntriples import Statement

_PRINTED = frozenset({JU.content, JU.printedTitle, JU.printedSummary, JU.unplacedLine})
"""Terms whose values are sentences of a document. Numbers, labels and dates that a retelling keeps
as they are printed are no words of ours."""

_QUOTED = _PRINTED | {JU.asStated, JU.restates}
"""Terms whose values are quoted from these sentences."""


def tag_printed(statements: Iterable[Statement]) -> Iterator[Statement]:
    """What a retold document prints, its sentences with the language tag of retold words."""
    return _tag(statements, _PRINTED)


def tag_quoted(statements: Iterable[Statement]) -> Iterator[Statement]:
    """What was read in a retold document, what it quotes with the language tag of retold words."""
    return _tag(statements, _QUOTED)


def _tag(statements: Iterable[Statement], words: frozenset[str]) -> Iterator[Statement]:
    for subject, predicate, value in statements:
        if predicate in words:
            yield subject, predicate, f"{value}@{LANGUAGE}"
        else:
            yield subject, predicate, value
