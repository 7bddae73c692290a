"""What holds for the project as a whole: names, imports, and the words that users see."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import click
import networkx as nx
import pytest
from click.testing import CliRunner

from joinedup.cli import cli

ROOT = Path(__file__).parent.parent
FLOORS = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")

BARE_WORDS = {
    *("found", "told", "said", "held", "known", "asked", "stated", "given", "made", "called"),
    *("read", "at", "one", "other"),
}
"""Words that do not say what kind of thing a variable holds."""

MOST_BARE_WORDS = 60
"""How often they are bound today; the number may only fall."""

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@cache
def syntax_trees() -> dict[str, ast.Module]:
    """The parsed files of all floors, by module."""
    paths = [path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
    return {
        path.relative_to(ROOT).with_suffix("").as_posix().removesuffix("/__init__"): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in paths
    }


def bound_names(tree: ast.Module) -> list[str]:
    """Parameters and variables that a file binds."""
    return [
        node.arg if isinstance(node, ast.arg) else node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    ]


def imported_modules(tree: ast.Module) -> set[str]:
    """Modules that a file imports, those for type checking included."""
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
    return {module.replace(".", "/") for module in modules}


def test_no_public_class_is_defined_twice() -> None:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for module, tree in syntax_trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].add(module)
    twice = {name: modules for name, modules in places.items() if len(modules) > 1}
    assert not twice


def test_no_file_imports_itself_by_way_of_others() -> None:
    trees = syntax_trees()
    graph = nx.DiGraph(
        (module, imported)
        for module, tree in trees.items()
        for imported in imported_modules(tree)
        if imported in trees and imported != module
    )
    circles = {
        frozenset(members)
        for members in nx.strongly_connected_components(graph)
        if len(members) > 1
    }
    assert not circles


def test_variables_say_what_they_hold() -> None:
    counts = Counter(
        name for tree in syntax_trees().values() for name in bound_names(tree) if name in BARE_WORDS
    )
    assert counts.total() <= MOST_BARE_WORDS, counts


def command_paths() -> list[tuple[str, ...]]:
    """Every command, and every command of a group."""
    paths: list[tuple[str, ...]] = []
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        paths.append((name,))
        if isinstance(command, click.Group):
            paths += [(name, inner) for inner in command.list_commands(click.Context(command))]
    return paths


def words_not_to_use() -> list[str]:
    """The right column of the glossary's first table."""
    rows = re.findall(r"^\| [^|`]+ \| [^|]+ \| ([^|]+) \|$", GLOSSARY, re.MULTILINE)
    return [word.strip() for row in rows for word in row.split(",") if row.strip() != "not"]


def test_the_glossary_says_which_words_are_not_used() -> None:
    words = words_not_to_use()
    assert len(words) > 30
    assert {"hygiene", "undertaking", "the book", "grave", "beyond chance"} <= set(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("path", command_paths(), ids=" ".join)
def test_help_is_in_the_words_of_the_glossary_and_fits_the_screen(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, [*path, "--help"], terminal_width=80, standalone_mode=False)
    text = " ".join(result.stdout.split())
    for word in words_not_to_use():
        assert not re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE), word
    assert "Example" in text
    too_wide = [line for line in result.stdout.splitlines() if len(line) > 80]
    assert not too_wide


def test_no_link_is_part_of_the_repository() -> None:
    """A link leads to a place of one machine; one in the place of a folder takes it away."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    run = subprocess.run([git, "ls-files", "--stage"], cwd=ROOT, capture_output=True, check=True)
    links = [line for line in run.stdout.decode().splitlines() if line.startswith("120000")]
    assert links == []
