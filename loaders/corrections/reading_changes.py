"""A graph in which one correction changes what was read of one finding.

What sources say stands in their own graphs and is never touched: only the default graph, in which
questions are asked, is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.statements.ntriples import in_default_graph, iri, literal, typed
from graph.statements.ntriples_terms import JU, PROV, A
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.text.patterns import compile_pattern
from ontology.namespaces import JU as TERMS
from queries.entity_lookup import load_lookup
from queries.finding_lookup import find_finding
from queries.selects import select_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.statements.ntriples import Statement
    from graph.store.embedded import Store

_DEFAULT = ox.DefaultGraph()
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Words of an answer, and whose they are.

    Attributes:
        part: IRI of the part of an answer in which they stand.
        agent: IRI of the body that answers.
        words: The words; empty where only their place is known.
        day: Date of the answer as ISO writes it; empty where it is not known.
    """

    part: str
    agent: str
    words: str
    day: str = ""


class ReadingChanges:
    """Changes what was read of one finding.

    Attributes:
        finding: IRI of the finding.
    """

    def __init__(self, store: Store, iris: IriFactory, finding: str, correction: str) -> None:
        """Change `store`, on behalf of the correction with the IRI `correction`."""
        self._store = store
        self._iris = iris
        self.finding = finding
        self._correction = correction

    def rows(self, question: str, **values: str) -> list[tuple[str, ...]]:
        """Rows of a question of `queries/corrections`, about the finding if about nothing else."""
        terms = {
            name: ox.NamedNode(value)
            for name, value in (values or {"finding": self.finding}).items()
        }
        return [
            row[: -len(terms)]
            for row in select_characters(self._store, f"corrections/{question}", **terms)
        ]

    def find_body(self, name: str) -> str:
        """IRI of the body of the registers that somebody calls `name`.

        Raises:
            UnknownNameError: If no body is called so.
            AmbiguousNameError: If several are.
        """
        body = load_lookup(self._store).find(name)
        if not body.startswith(f"{self._iris.base}id/organisation/"):
            raise NoSuchReadingError(f"{name} is no organisation")
        return body

    def find_other(self, name: str) -> str:
        """IRI of another finding, as any output names it.

        Raises:
            UnknownNameError: If the graph holds no such finding.
            AmbiguousNameError: If it holds several of that name.
            NoSuchReadingError: If it is the finding itself.
        """
        other = find_finding(self._store, name)
        if other == self.finding:
            raise NoSuchReadingError(f"{name} is the finding itself")
        return other

    def words_of(self, finding: str) -> str:
        """The words of a finding, given by its IRI; empty if the graph has none of it."""
        return next((words for (words,) in self.rows("words", finding=finding)), "")

    def earlier_ones(self, finding: str) -> set[str]:
        """IRIs of the findings that one makes again, at once or through others."""
        return {earlier for (earlier,) in self.rows("earlier-ones", finding=finding)}

    def values(self, subject: str, term: str) -> list[str]:
        """What the graph says of a thing under a term, both IRIs."""
        return [
            quad.object.value
            for quad in self._store.quads(_DEFAULT, ox.NamedNode(subject))
            if quad.predicate.value == str(term)
            and isinstance(quad.object, ox.NamedNode | ox.Literal)
        ]

    def remove(self, subject: str, term: str = "", value: str = "") -> int:
        """Remove what the graph says of a thing, under a term, with a value; return how much."""
        quads = [
            quad
            for quad in self._store.quads(_DEFAULT, ox.NamedNode(subject))
            if (not term or quad.predicate.value == str(term))
            and (not value or getattr(quad.object, "value", None) == str(value))
        ]
        self._store.remove(quads)
        return len(quads)

    def state(self, statements: Iterable[Statement]) -> None:
        """Add statements."""
        self._store.load(in_default_graph(statements).encode())

    def state_change(self, term: str, value: str) -> None:
        """Say one more thing of the finding, by a term and an IRI."""
        self.state([(iri(self.finding), iri(term), iri(value))])

    def take_back(self, reading: str, concept: str = "") -> None:
        """Take a position, commitment or update off the finding; it may be on others too."""
        self.remove(reading, TERMS.onFinding, self.finding)
        if not self.values(reading, TERMS.onFinding):
            self.remove(reading)
        if concept:
            self.remove(self.finding, TERMS.answeredAs, concept)

    def words_of_answer(self, words: str) -> AnswerWords:
        """The place of some words in an answer that is printed with the finding.

        Raises:
            NoSuchReadingError: If no such answer holds them.
        """
        pattern = compile_pattern(r"\s+".join(map(re.escape, words.split())))
        for part, agent, text, day in self.rows("passages"):
            if match := pattern.search(text):
                return AnswerWords(part, agent, match[0], day)
        raise NoSuchReadingError(
            f"no answer that is printed with it has the words “{words}”; copy them from the answer"
        )

    def reading(self, kind: str, words: AnswerWords) -> Iterator[Statement]:
        """Say of a new reading what it is on, and in which words it stands."""
        subject = self.subject(kind)
        yield subject, A, iri(TERMS[kind.title()])
        yield subject, JU.onFinding, iri(self.finding)
        yield subject, JU.correctedBy, iri(self._correction)
        yield subject, PROV.wasDerivedFrom, iri(words.part)
        yield subject, PROV.wasAttributedTo, iri(words.agent)
        if words.words:
            yield subject, JU.asStated, literal(words.words)
        if words.day:
            yield subject, JU.statedOn, typed(words.day, _DATE_TYPES[len(words.day)])

    def subject(self, kind: str) -> str:
        """The reading that the correction states, in N-Triples syntax."""
        return iri(self._iris.from_content(kind, self._correction))
