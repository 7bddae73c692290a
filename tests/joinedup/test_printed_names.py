"""Every name that a command prints is taken as input, as it was printed."""

from __future__ import annotations

import csv
import io
import re
import shlex
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.errors import AmbiguousNameError, UnknownNameError, UsageError
from joinedup.cli import cli
from queries.entity_lookup import load_lookup
from queries.finding_lookup import find_finding
from queries.query_files import list_questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.embedded import Store

NAMED_COLUMNS = {
    *("one", "other", "A", "B", "a", "b", "from", "to"),
    *("finding", "name", "names", "thing", "organisation", "initiative", "committee"),
    *("department", "programme", "law", "body"),
}
"""Columns that hold the name of one finding, organisation, initiative or committee."""

FINDING_NAME = re.compile(r"(?:Recommendation|Conclusion) \S+, .+ Committee")
IDENTIFIER = re.compile(r"(?:https?://\S+/id/)?(?:finding|organisation|initiative)/[\w-]+")
NO_NAME = re.compile(r"\d+$|https?://|[a-z]+/[\w-]+$")
"""Figures, and IRIs of texts, statements and the like, which no command takes."""

FINDING_PAGE = re.compile(r"https?://\S+/recommendation/\S+")

COMMANDS = (
    "connections --all",
    "connections BOLD --sentences --all",
    "connections DfE MoJ",
    "network organisations --all",
    "network initiatives --all",
    "network committees --all",
    "network everything --show ties --all",
    "network organisations --show roles --all",
    "gaps",
    "path BOLD DfE",
    "check --all",
)


def output_of(words: list[str], store_path: Path) -> str:
    result = CliRunner().invoke(cli, [*words, "--store", str(store_path)], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.stdout


def printed_names(text: str) -> Iterator[str]:
    """What stands in a CSV for a finding or an entity, whole cells only."""
    for row in csv.DictReader(io.StringIO(text)):
        for column, cell in row.items():
            shapes = (FINDING_NAME, IDENTIFIER, FINDING_PAGE)
            shaped = any(shape.fullmatch(cell or "") for shape in shapes)
            named = column in NAMED_COLUMNS and not NO_NAME.match(cell or "")
            if cell and (shaped or named):
                yield cell


Resolve = Callable[[str], str]


@pytest.fixture(scope="module")
def resolve(shown_store: Store) -> Resolve:
    """Finds what a name stands for as the commands do; the names are read once."""
    lookup = load_lookup(shown_store, ("organisation", "initiative", "committee"))

    @cache
    def find(name: str) -> str:
        try:
            return lookup.find(name)
        except AmbiguousNameError:
            raise
        except UnknownNameError:
            return find_finding(shown_store, name)

    return find


def assert_taken(resolve: Resolve, name: str) -> None:
    """A name stands for one thing, or for several, each of which can be chosen as it is listed."""
    try:
        assert resolve(name)
    except AmbiguousNameError as error:
        lines = str(error).splitlines()[1:]
        choices = [line.split()[0] for line in lines]
        assert len(choices) > 1
        assert len({resolve(choice) for choice in choices}) == len(choices)
        assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("words", COMMANDS)
def test_names_in_tables_are_taken(resolve: Resolve, pages_store: Path, words: str) -> None:
    text = output_of([*words.split(), "--format", "csv"], pages_store)
    names = set(printed_names(text))
    assert names or words.startswith("check")
    for name in names:
        assert_taken(resolve, name)


def test_names_in_answers_to_saved_questions_are_taken(resolve: Resolve, pages_store: Path) -> None:
    names: set[str] = set()
    for question in list_questions():
        for output_format in ("csv", "markdown"):
            text = output_of(
                ["ask", question.name, *shlex.split(question.example), "--format", output_format],
                pages_store,
            )
            if output_format == "markdown":
                names |= {
                    cell for cell in re.split(r" ?\| ?|\n", text) if IDENTIFIER.fullmatch(cell)
                }
            else:
                names |= set(printed_names(text))
    assert len(names) > 50
    assert any(FINDING_NAME.fullmatch(name) for name in names)
    for name in names:
        assert_taken(resolve, name)


def test_identifiers_among_candidates_are_taken(shown_store: Store, pages_store: Path) -> None:
    text = output_of(["candidates"], pages_store)
    identifiers = re.findall(r"^  in +(\S+):", text, re.MULTILINE)
    assert identifiers
    for identifier in identifiers:
        assert find_finding(shown_store, identifier)


def test_a_finding_is_explained_by_the_name_that_connections_prints(pages_store: Path) -> None:
    text = output_of(["connections", "DfE", "MoJ", "--format", "csv"], pages_store)
    row = next(
        row
        for row in csv.DictReader(io.StringIO(text))
        if row["finding"] == "Conclusion 24, Public Accounts Committee"
    )
    explained = output_of(["why", row["finding"], row["names"]], pages_store)
    assert "Department for Education" in explained


def test_an_ambiguous_name_is_listed_with_what_tells_its_findings_apart(
    shown_store: Store,
) -> None:
    with pytest.raises(AmbiguousNameError) as failure:
        find_finding(shown_store, "recommendation 8, public accounts committee")
    assert "/recommendation/13152/" in str(failure.value)
    assert "finding/accountability-index-4-8037" in str(failure.value)
    assert failure.value.exit_code == 2


def test_two_names_of_one_thing_are_no_pair(pages_store: Path) -> None:
    for command in ("connections", "path"):
        with pytest.raises(UsageError, match="both Department for Education"):
            output_of([command, "DfE", "Department for Education"], pages_store)


def test_a_finding_that_is_missed_is_met_with_near_ones(shown_store: Store) -> None:
    with pytest.raises(UnknownNameError, match="conclusion 24, public accounts committee"):
        find_finding(shown_store, "Conclusion 24, Public Acounts Comittee")


def test_the_views_take_the_names_that_are_printed(pages_store: Path, tmp_path: Path) -> None:
    page = tmp_path / "finding.html"
    for name in (
        "Conclusion 24, Public Accounts Committee",
        "finding/accountability-index-4-13168",
        "https://w3id.org/joinedup/id/finding/accountability-index-4-13168",
    ):
        output_of(["view", "finding", name, "-o", str(page)], pages_store)
        assert "Conclusion 24" in page.read_text(encoding="utf-8")
