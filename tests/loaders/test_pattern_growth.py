"""Patterns: the time that each takes grows no faster than the text, whatever the text."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from loaders.names import mention_roles, stated_relations
from tests.loaders.test_patterns import MODULES, ROOT, module_name, patterns_in
from tests.pattern_growth import growth

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READ_SOURCES = [
    path
    for path in MODULES
    if path.parts[0] == "loaders"
    or (path.parts[0] == "graph" and path.parts[1] not in {"serialisation", "store"})
]
"""Modules that read texts of sources; the others of the graph read queries and statements."""

AT_ONE_PLACE = ("match", "fullmatch")


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (r"(a+)+b", "exponential"),
        (r"(?:\s*\w+\s*)*x", "exponential"),
        (r"(?:(?:one|two)(?:\s*,?\s*and)?\s*)+z", "exponential"),
        (r"^(?:a|ab|b)*c", "exponential"),
        (r"^\s*,?\s*x", "power"),
        (r"^.*by.*HC", "power"),
        (r"^a(?=[^b]*[^c]*d)", "power"),
        (r"\s*x", "search"),
        (r"\w+ed", "search"),
        (r"“[^”]*”", "search"),
        (r"a(?=[^.]*\.)", "search"),
        (r"[A-Z]\w*(?:\s+[A-Z]\w*)*\s+Office", "search"),
        (r"(?:x|\s*)\s\d", "search"),
    ],
)
def test_a_pattern_whose_time_outgrows_the_text_is_found(pattern: str, kind: str) -> None:
    found = growth(pattern)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s+",
        r"foo\s+bar",
        r"(?<!\s)\s+x",
        r"\b\w+ed\b",
        r"x\s*+(?:,\s*+)?x{0,3}(?<=x)",
        r"(?<![.])[.]++\s",
        r"“[^”]*+”?",
        r"[A-Z]\w{0,20}(?:\s+[A-Z]\w{0,20}){0,12}\s+Office",
        r"(?:a|b)+c?",
        r"\A(?=.*?\bnot\b)(?=.*?\byet\b)",
    ],
)
def test_a_pattern_whose_time_keeps_to_the_text_is_let_pass(pattern: str) -> None:
    assert growth(pattern, re.DOTALL) is None


@pytest.mark.parametrize("pattern", [r"^\s*,?\s*x", r"(?:x|y)\s*z?\s*$"])
def test_the_text_that_is_shown_leads_around_both_loops(pattern: str) -> None:
    found = growth(pattern)
    assert found is not None
    assert found.pump.isspace()


@pytest.mark.parametrize("path", READ_SOURCES, ids=str)
def test_no_pattern_takes_time_that_outgrows_the_text(path: Path) -> None:
    assert [
        (name, *found)
        for name, pattern in _patterns(path)
        if (found := growth(pattern.pattern, pattern.flags, searched=_searched(name, path)))
    ] == []


def test_many_patterns_are_looked_at() -> None:
    assert sum(1 for path in READ_SOURCES for _ in _patterns(path)) > 250


def test_no_cue_of_a_role_takes_time_that_outgrows_the_text() -> None:
    rules = vars(mention_roles)["_RULES"]
    assert rules
    assert [rule.cue.pattern for rule in rules if growth(rule.cue.pattern, rule.cue.flags)] == []


def test_no_rule_of_a_relation_takes_time_that_outgrows_the_text() -> None:
    rules = vars(stated_relations)["_WORDS"].relation
    patterns = [found for rule in rules for found in (rule.gap, rule.lead_in) if found]
    assert patterns
    assert [each.pattern for each in patterns if growth(each.pattern, each.flags)] == []


def _patterns(path: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a module compiles, each with the name under which it keeps it."""
    assigned = _assigned(path)
    for name, value in vars(import_module(module_name(path))).items():
        if name in assigned:
            yield from ((name, pattern) for pattern in patterns_in(value))


def _assigned(path: Path) -> set[str]:
    """The names that a module gives values to itself."""
    names: set[str] = set()
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        names.update(target.id for target in targets if isinstance(target, ast.Name))
    return names


def _searched(name: str, path: Path) -> bool:
    """Whether a pattern is searched for, or given to something that may do so."""
    files = [path] if name.startswith("_") else [p for p in MODULES if path.stem in _names(p)]
    return any(_searched_in(name, file) for file in files)


def _names(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _searched_in(name: str, path: Path) -> bool:
    tree = ast.parse(_names(path))
    at_one_place = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in AT_ONE_PLACE
    }
    return any(
        id(node) not in at_one_place and not isinstance(node.ctx, ast.Store)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
    )
