"""Patterns: none in the project has lost its quantifiers or pieces to an f-string."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaders.text.patterns import PatternSlipError, compile_pattern, slip_in

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FLOORS = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")
MODULES = sorted(
    path.relative_to(ROOT)
    for floor in FLOORS
    for path in (ROOT / floor).rglob("*.py")
    if path.name != "__main__.py"
)
NAME = "[A-Z]"


def module_name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The compiled patterns that a constant of a module holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict) and depth < 4:
        yield from (found for item in value.items() for found in patterns_in(item, depth + 1))
    elif isinstance(value, (tuple, list, frozenset, set)) and depth < 4:
        yield from (found for item in value for found in patterns_in(item, depth + 1))


@pytest.mark.parametrize(
    "pattern",
    [
        rf"{NAME}[a-z]{0, 12}",
        rf"{NAME}[a-z]{(2,)}",
        "[A-Z]{{0,12}}",
        "{_NAME} should",
        "[A-Z]{0, 12}",
        "[A-Z]{}",
        f"{re.compile(NAME)} should",
    ],
)
def test_a_pattern_that_lost_its_braces_is_refused(pattern: str) -> None:
    assert slip_in(pattern)
    with pytest.raises(PatternSlipError):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        rf"{NAME}[a-z]{{0,12}}",
        r"a{3}b{,4}c{2,}",
        r"\(12, 13\)",
        r"(?P<year>(?:19|20)\d\d)",
        r"[{}]{2}",
        r"\{\{ name \}\}",
        r"\{name\}",
        r"[(]12, 13[)]",
        r"[^\]{}]*(a)",
    ],
)
def test_a_pattern_that_means_what_it_says_is_compiled(pattern: str) -> None:
    assert slip_in(pattern) is None
    assert compile_pattern(pattern, re.IGNORECASE) == re.compile(pattern, re.IGNORECASE)


def test_no_module_holds_a_pattern_that_lost_its_braces() -> None:
    slips = []
    count = 0
    for path in MODULES:
        for name, value in vars(import_module(module_name(path))).items():
            for pattern in patterns_in(value):
                count += 1
                if slip := slip_in(pattern.pattern):
                    slips.append((str(path), name, slip))
    assert slips == []
    assert count > 250


def test_no_f_string_takes_a_quantifier_for_a_value() -> None:
    def numbers(node: ast.expr) -> bool:
        if isinstance(node, ast.Tuple):
            return all(map(numbers, node.elts))
        return isinstance(node, ast.Constant) and isinstance(node.value, int)

    slips = [
        f"{path}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(node, ast.FormattedValue) and numbers(node.value)
    ]
    assert slips == []


def test_a_pattern_put_together_in_the_loaders_is_checked_when_it_is_compiled() -> None:
    """Only `loaders.text.patterns` compiles what is no single string; the pieces are its own."""
    unchecked = [
        f"{path}:{node.lineno}"
        for path in MODULES
        if path.parts[0] == "loaders" and path.name != "patterns.py"
        for node in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "re.compile"
        and not isinstance(node.args[0], ast.Constant)
    ]
    assert unchecked == []
