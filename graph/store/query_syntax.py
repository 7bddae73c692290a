"""What the engine reads in a query, found out from the engine itself.

The engine gives no syntax tree, and a second parser would disagree with it somewhere: on what ends
a comment, on whether `<` begins an address, on syntax that only one of them knows. So the engine
is asked. Wherever a word such as SERVICE stands, two of its letters are changed, everywhere alike,
into a word that stands nowhere else. In a string, a comment, an address or a name that makes
another query, which the engine still reads. A keyword is lost, and the engine refuses the rest.

Queries are only parsed here, never run. An update cannot be parsed alone; it is carried out on an
empty store, when nothing in it can reach further.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPACE = r"(?:[ \t\r\n]|\#[^\r\n]*)*+"
_IRI = r"<[^<>\"{}|^`\\\x00-\x20]*>"
_PREFIX = r"[^\s:<>\"'{}()#]*:"
_NAME = rf"{_PREFIX}(?:[\w.:·-]|%[0-9A-Fa-f]{{2}}|\\[^\w\s])*"
_PROLOGUE = re.compile(
    rf"(?:{_SPACE}(?:(?i:BASE){_SPACE}{_IRI}|(?i:PREFIX){_SPACE}{_PREFIX}{_SPACE}{_IRI}"
    rf"|(?i:VERSION){_SPACE}(?:\"[^\"\r\n]*\"|'[^'\r\n]*')))*+{_SPACE}"
)
_FORM = re.compile(r"(?:SELECT|ASK|CONSTRUCT|DESCRIBE)(?![A-Za-z])", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)(?![A-Za-z])", re.IGNORECASE
)
_CLAUSE = rf"FROM{_SPACE}(?:NAMED(?!\w*:){_SPACE})?({_IRI}|{_NAME})"
_CLAUSE_OF_FROM = re.compile(_CLAUSE, re.IGNORECASE)
_CLAUSES_OF_FROM = re.compile(rf"{_CLAUSE}(?:{_SPACE}{_CLAUSE})*+", re.IGNORECASE)
_WORD_FROM = re.compile(r"(?:(?<![\w.:·%\\?$@-])|(?<=ASK)|(?<=CONSTRUCT))(?=FROM)", re.IGNORECASE)
_NEVER_LEGAL = "&&&&"  # in code; it may stand in any string, comment or address
_REPLACEMENTS = "qjkxwz"  # no digits of escapes among them, and no word of SPARQL has two of them


class QueryText:
    """A query or an update, with the prefixes that hold where it declares none."""

    def __init__(
        self, text: str, prefixes: Mapping[str, str] | None = None, base: str | None = None
    ) -> None:
        """Look at a text; a byte order mark at its beginning is no part of it.

        Args:
            text: The query or update.
            prefixes: Prefixes that hold where it declares none.
            base: The address that relative ones are relative to, where it declares none.
        """
        self.text = text.removeprefix("\ufeff")
        self.prefixes = dict(prefixes or {})
        self.base = base

    def parse(self) -> None:
        """Have the engine read the query.

        Raises:
            SyntaxError: If it is not SPARQL, as the engine says.
        """
        _parse(self)

    def uses(self, word: str) -> bool:
        """Whether the engine reads a word as a keyword of this query, wherever it stands.

        Args:
            word: A keyword, such as SERVICE. The query must be one that the engine reads.
        """
        without = self.without_keyword(word)
        return without is not None and not without.is_readable()

    def without_keyword(self, *words: str) -> QueryText | None:
        """The same text, with each occurrence of the words changed into a word that is none.

        Returns:
            The text; None if the words stand nowhere in it.
        """
        changed = self
        for word in words:
            changed = changed._without(word)
        return None if changed is self else changed

    def _without(self, word: str) -> QueryText:
        pattern = _spellings(word)
        everything = "\n".join((self.text, *self.prefixes))
        if not pattern.search(everything):
            return self
        middle = len(word) // 2
        for letters in product(_REPLACEMENTS, repeat=2):
            changed = word[: middle - 1] + "".join(letters) + word[middle + 1 :]
            if not _spellings(changed).search(everything):
                break
        return QueryText(
            pattern.sub(lambda match: _respelt(match, changed), self.text),
            {
                pattern.sub(lambda match: _respelt(match, changed), prefix): iri
                for prefix, iri in self.prefixes.items()
            },
            self.base,
        )

    def is_readable(self) -> bool:
        """Whether the engine reads the query."""
        try:
            self.parse()
        except SyntaxError:
            return False
        return True

    def is_readable_update(self) -> bool:
        """Whether the engine reads the update; it is carried out on an empty store to see."""
        try:
            ox.Store().update(self.text, prefixes=self.prefixes)
        except SyntaxError:
            return False
        except (OSError, RuntimeError, ValueError):
            return True
        return True

    def dataset_graphs(self) -> list[str]:
        """Addresses of the graphs that FROM and FROM NAMED name, resolved by the engine.

        Raises:
            SyntaxError: If what is found is not what the engine reads.
        """
        if not self.uses("FROM"):
            return []
        for word in _WORD_FROM.finditer(self.text):
            clauses = _CLAUSES_OF_FROM.match(self.text, word.start())  # they follow each other
            if not clauses:
                continue
            is_code = not self._replaced(_NEVER_LEGAL, clauses).is_readable()
            rest = self._replaced(" ", clauses)
            if is_code and rest.is_readable() and not rest.uses("FROM"):
                return self._resolve(_CLAUSE_OF_FROM.findall(clauses[0]))
        raise SyntaxError("it is not clear which graphs FROM names")

    def _replaced(self, text: str, match: re.Match[str]) -> QueryText:
        """This query with another text in place of a match."""
        return QueryText(
            f"{self.text[: match.start()]}{text}{self.text[match.end() :]}",
            *(self.prefixes, self.base),
        )

    def _resolve(self, names: list[str]) -> list[str]:
        """Addresses of graphs as the engine reads their names after this query's prologue."""
        prologue = _PROLOGUE.match(self.text)
        head = prologue[0] if prologue else ""
        columns = " ".join(f"({name} AS ?graph{index})" for index, name in enumerate(names))
        rows = ox.Store().query(
            f"{head}\nSELECT {columns} {{}}", base_iri=self.base, prefixes=self.prefixes
        )
        if not isinstance(rows, ox.QuerySolutions):
            raise TypeError("a SELECT query gives solutions")
        return [term.value for row in rows for term in row if isinstance(term, ox.NamedNode)]

    @property
    def is_query(self) -> bool:
        """Whether the text begins as queries do, whatever follows."""
        return self._begins_with(_FORM)

    @property
    def is_update(self) -> bool:
        """Whether the text begins as updates do, whatever follows."""
        return self._begins_with(_UPDATE)

    def _begins_with(self, pattern: re.Pattern[str]) -> bool:
        prologue = _PROLOGUE.match(self.text)
        return pattern.match(self.text, prologue.end() if prologue else 0) is not None


def _spellings(word: str) -> re.Pattern[str]:
    """A word in capitals, small letters and escapes, each letter a group of its own."""
    return re.compile(
        "".join(
            rf"([{upper}{lower}]|\\(?:u00|U000000)(?i:{ord(upper):X}|{ord(lower):X}))"
            for upper, lower in zip(word.upper(), word.lower(), strict=True)
        )
    )


def _respelt(match: re.Match[str], word: str) -> str:
    """Another word in the spelling of a match: capitals and escapes where the match has them."""
    return "".join(map(_like, match.groups(), word))


def _like(written: str, letter: str) -> str:
    if len(written) == 1:
        return letter.upper() if written.isupper() else letter.lower()
    return f"{written[:-2]}{ord(letter.lower()):X}"


def _parse(query: QueryText) -> None:
    """Parse a query without running it.

    The engine parses a query first, and then refuses two arguments that exclude each other.

    Raises:
        SyntaxError: If it cannot be parsed.
    """
    try:
        query.text.encode()
    except UnicodeEncodeError as error:
        raise SyntaxError(f"it holds half a character ({error})") from error
    try:
        ox.Store().query(
            query.text,
            base_iri=query.base,
            prefixes=query.prefixes,
            use_default_graph_as_union=True,
            default_graph=ox.DefaultGraph(),
        )
    except ValueError:
        return
