"""Every sentence that the project says to its users, with the file and line where it stands.

`python -m tests.user_sentences` prints the list, to be read from top to bottom.
"""

from __future__ import annotations

import ast
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FLOORS = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")

_SCRIPT_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")
_NOT_SHOWN = re.compile(r"^#\s*(?:example|evidence|key|words|same|reference|severity|keywords):")
_ONTOLOGY_TEXT = re.compile(
    r"(?:rdfs:label|skos:prefLabel|skos:definition|skos:scopeNote|rdfs:comment|sh:message)\s+\"+"
    r"((?:[^\"\\]|\\.)*)\"",
    re.DOTALL,
)
_SENTENCE = re.compile(r"[A-Za-z]{2,}[^\n]* [A-Za-z{]")
"""A string of several words; names of columns are taken from the tables that have them."""


class UserSentence(NamedTuple):
    """Words that a user may see.

    Attributes:
        path: File, from the root of the project.
        line: Line on which they begin.
        words: The words; what a program fills in stands in braces.
    """

    path: str
    line: int
    words: str


_OF_OTHERS = {"cases", "data", "retold", "vendor"}
"""Folders whose sentences are not the project's own: of committees, and of libraries."""


def user_sentences() -> Iterator[UserSentence]:
    """The sentences of commands, code, query heads, pages and the ontology's schemes."""
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*")):
            extract = _EXTRACTORS.get(path.suffix)
            if extract is None or _OF_OTHERS & {*path.parts}:
                continue
            name = path.relative_to(ROOT).as_posix()
            for line, words in extract(path.read_text(encoding="utf-8"), name):
                yield UserSentence(name, line, " ".join(words.split()))


def _in_python(text: str, name: str) -> Iterator[tuple[int, str]]:
    """Strings of several words and names of columns; docstrings only where they are help texts."""
    tree = ast.parse(text)
    docstrings = _docstrings(tree)
    for text_node in _strings(tree):
        words = _words(text_node)
        if id(text_node) in docstrings:
            if name.startswith("joinedup/commands/") and docstrings[id(text_node)] == "command":
                yield text_node.lineno, words
        elif _SENTENCE.search(words) and not _is_pattern(words):
            yield text_node.lineno, words
    for node in ast.walk(tree):
        yield from _columns(node)


def _docstrings(tree: ast.Module) -> dict[int, str]:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {}
    for owner in ast.walk(tree):
        body = getattr(owner, "body", None)
        if not isinstance(body, list):
            continue
        for statement in body:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                name = getattr(owner, "name", "") if isinstance(owner, owners) else ""
                docstrings[id(statement.value)] = name
    return docstrings


def _strings(tree: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Strings, each formatted one as a whole."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.JoinedStr):
            yield node
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _strings(part.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node
        else:
            yield from _strings(node)


def _words(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(
        str(part.value)
        if isinstance(part, ast.Constant)
        else f"{{{ast.unparse(part.value) if isinstance(part, ast.FormattedValue) else ''}}}"
        for part in node.values
    )


def _is_pattern(words: str) -> bool:
    """Whether a string is a regular expression, SPARQL, Turtle, HTML or SQL."""
    return bool(
        re.search(
            r"\(\?|\\[bswd]|\[\^|SELECT |PREFIX |CREATE TABLE|INSERT INTO|^\s*<|\?\w+ a ", words
        )
    )


def _columns(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Names of columns: a tuple that is the first argument of a table, or is called columns."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Table") and node.args:
        yield from _short_strings(node.args[0])
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.keyword) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names = " ".join(ast.unparse(target) for target in targets if target is not None)
        name = node.arg if isinstance(node, ast.keyword) else names
        if name and re.search("column|heading", name, re.IGNORECASE):
            yield from _short_strings(node.value)


def _short_strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    for part in ast.walk(node):
        if not isinstance(part, ast.Constant) or not isinstance(part.value, str):
            continue
        if part.value and not _SENTENCE.search(part.value):
            yield part.lineno, part.value


def _in_query(text: str, _name: str) -> Iterator[tuple[int, str]]:
    """The head of a query, and the words that it puts into its rows."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            yield from ((number, words) for words in re.findall(r'"([^"]*[A-Za-z] [^"]*)"', line))
        if line.startswith("#") and not _NOT_SHOWN.match(line):
            yield number, line.lstrip("# ")


class _PageText(HTMLParser):
    """Texts of a page, and the attributes that are read or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[int, str]] = []

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in {"aria-label", "title", "alt", "placeholder"} and value:
                self._keep(value)

    def _keep(self, words: str) -> None:
        if re.search("[A-Za-z]{2}", words):
            self.texts.append((self.getpos()[0], words))


def _in_template(text: str, _name: str) -> Iterator[tuple[int, str]]:
    page = _PageText()
    page.feed(text)
    yield from page.texts


def _in_script(text: str, _name: str) -> Iterator[tuple[int, str]]:
    for match in _SCRIPT_STRING.finditer(text):
        words = next(group for group in match.groups("") if group or group == match.groups("")[-1])
        if _SENTENCE.search(words):
            yield text.count("\n", 0, match.start()) + 1, words


def _in_ontology(text: str, name: str) -> Iterator[tuple[int, str]]:
    if "/schemes/" not in name and "/flags/" not in name:
        return
    for match in _ONTOLOGY_TEXT.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[1]


_EXTRACTORS = {
    ".py": _in_python,
    ".rq": _in_query,
    ".html": _in_template,
    ".js": _in_script,
    ".ttl": _in_ontology,
}


def main() -> None:
    """Print the list."""
    for sentence in user_sentences():
        sys.stdout.write(f"{sentence.path}:{sentence.line}: {sentence.words}\n")


if __name__ == "__main__":
    main()
