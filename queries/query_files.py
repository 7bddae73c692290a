"""Saved questions: SPARQL files that say in their head, in plain English, what they ask.

    # title: Which initiatives are named in most findings?
    # description: Counts distinct findings …
    # keywords: initiatives, counts
    # parameter: as_of (date): Day up to which facts count.
    # parameter: a (thing, required): What it is about; then `# example: a=BOLD` gives a value.
    # column: initiative: What is named.
    # details: p, q (columns that a narrow screen need not show; `groups` are headings of the rows
    # below them, and the values of the `joined` column are put together)
    # evidence: named: thing=initiative on=as_of

A question is found by listing the folder `saved`; its name is its file's. A parameter's default
stands in the query, in a block such as ``VALUES ?as_of { "9999-12-31"^^xsd:date }``; there a clerk
changes it, in one place.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from graph.errors import UnknownNameError
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SAVED = "saved"
"""The folder of the saved questions."""

VALUES_BLOCK = re.compile(r"VALUES \?(\w+) \{ ([^{}]*?) \}")
"""Where the values of one parameter stand: its name, then its terms."""

_HEAD = re.compile(r"#\s*([a-z]+):\s*(.*)")
_MORE = re.compile(r"#\s+(\S.*)")
_PARAMETER = re.compile(r"(\w+) \((\w+)(, required)?\): (.+)")
_COLUMN = re.compile(r"(\w+): (.+)")
_EVIDENCE = re.compile(r"([\w-]+): ((?:\w+=\w+)(?: \w+=\w+)*)")
_LIKENESS = 50


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be set in a question.

    Attributes:
        name: Its name, which is that of the variable in the query.
        kind: What its values are; a key of `queries.parameter_values.KINDS`.
        text: What it means, in plain English.
        default: The terms that the file gives it, as SPARQL; ``UNDEF`` where it gives none.
        required: Whether `joinedup ask` wants a value, because the default is a mere example.
    """

    name: str
    kind: str
    text: str
    default: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of the result, and what stands in it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceQuery:
    """How to find the sentences behind a row.

    Attributes:
        name: Name of a file in the folder `evidence`.
        columns: Columns of the row, or parameters of the question, by the variables of that query
            that take their values.
    """

    name: str
    columns: dict[str, str]


@dataclass(frozen=True)
class Question:
    """A SPARQL query and its head.

    Attributes:
        name: Name of its file, without the ending.
        sparql: The whole file.
        head: The fields of its head, in order; a field may stand there several times.
    """

    name: str
    sparql: str
    head: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The question, in plain English."""
        return self._field("title")

    @property
    def description(self) -> str:
        """How it is answered, and what its figures count."""
        return self._field("description")

    @property
    def keywords(self) -> tuple[str, ...]:
        """Words to find it by."""
        return self._listed("keywords")

    @property
    def layout(self) -> TableLayout:
        """How people are to see the answer: what may be left out, what is a heading."""
        joined = next(iter(self._listed("joined")), "")
        return TableLayout(self._listed("details"), self._listed("groups"), joined)

    @property
    def example(self) -> str:
        """Values for the required parameters, as they are typed on the command line."""
        return self._field("example")

    @property
    def example_values(self) -> dict[str, Any]:
        """The same values by name of parameter."""
        return dict(assignment.split("=", 1) for assignment in shlex.split(self.example))

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """What may be set."""
        defaults = dict(VALUES_BLOCK.findall(self.sparql))
        lines = (self._parsed(_PARAMETER, value) for value in self._all("parameter"))
        return tuple(
            Parameter(name, kind, text, defaults.get(name, ""), required=bool(required))
            for name, kind, required, text in lines
        )

    @cached_property
    def columns(self) -> tuple[ResultColumn, ...]:
        """The columns of the result that the head explains."""
        return tuple(ResultColumn(*self._parsed(_COLUMN, value)) for value in self._all("column"))

    @cached_property
    def evidence_queries(self) -> tuple[EvidenceQuery, ...]:
        """How to find the sentences behind a row."""
        lines = (self._parsed(_EVIDENCE, value) for value in self._all("evidence"))
        return tuple(
            EvidenceQuery(name, dict(w.split("=") for w in what.split())) for name, what in lines
        )

    def _listed(self, name: str) -> tuple[str, ...]:
        return tuple(word.strip() for word in self._field(name).split(",") if word.strip())

    def _field(self, name: str) -> str:
        return next(self._all(name), "")

    def _all(self, name: str) -> Iterator[str]:
        return (value for field, value in self.head if field == name)

    def _parsed(self, form: re.Pattern[str], value: str) -> tuple[str, ...]:
        if not (parsed := form.fullmatch(value)):
            raise ValueError(f"{self.name}: the head cannot be read at {value!r}")
        return parsed.groups()


def read_question(path: Path) -> Question:
    """Read a `.rq` file.

    Raises:
        ValueError: If its head lacks a title; a fault of ours.
    """
    question = as_question(path.stem, path.read_text(encoding="utf-8"))
    if not question.title:
        raise ValueError(f"{path} has no '# title:' line")
    return question


def as_question(name: str, sparql: str) -> Question:
    """A query with whatever its head says."""
    return Question(name, sparql, tuple(_head(sparql)))


def _head(sparql: str) -> Iterator[tuple[str, str]]:
    """The fields of a head; a comment line that begins no field goes on with the last one."""
    name, value = "", ""
    for line in sparql.splitlines():
        if field := _HEAD.match(line):
            if name:
                yield name, value
            name, value = field.groups()
        elif more := _MORE.match(line):
            value = f"{value} {more.group(1)}".strip()
        else:
            break
    if name:
        yield name, value


def list_questions(folder: str = SAVED) -> list[Question]:
    """Every question of a folder beside this file, in order of name."""
    return [read_question(path) for path in sorted((HERE / folder).glob("*.rq"))]


def search_questions(words: str) -> list[Question]:
    """The saved questions in which every one of the words stands, in any case."""
    terms = words.casefold().split()
    return [
        question for question in list_questions() if all(term in _prose(question) for term in terms)
    ]


def _prose(question: Question) -> str:
    name = question.name.replace("-", " ")
    return " ".join((name, question.title, question.description, *question.keywords)).casefold()


def is_question(name: str) -> bool:
    """Whether there is a saved question of that name."""
    return name in {file.stem for file in (HERE / SAVED).glob("*.rq")}


def load_question(name: str) -> Question:
    """The saved question of that name.

    Raises:
        UnknownNameError: If there is none; the message offers similar ones.
    """
    path = HERE / SAVED / f"{name}.rq"
    names = sorted(file.stem for file in (HERE / SAVED).glob("*.rq"))
    if name in names:
        return read_question(path)
    similar = process.extract(
        name, names, scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=_LIKENESS
    )
    matches = (question.name for question in search_questions(name))
    suggestions = dict.fromkeys([*(match for match, *_ in similar), *matches])
    hint = f" Did you mean: {', '.join(suggestions)}?" if suggestions else ""
    raise UnknownNameError(
        f"There is no saved question named {name!r}.{hint} `joinedup ask` lists them all."
    )


def shown_name(name: str) -> str:
    """A parameter's name as it is typed on the command line."""
    return name.replace("_", "-")
