"""Nothing stands in the ontology that no one writes or asks, and nothing of it is typed again."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from ontology import declared_terms
from ontology.namespaces import JU, ONTOLOGY_FILE, SCHEMES, classes_of_concepts, shape_files

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")
GENERATED = Path(declared_terms.__file__)
MODULES = [
    path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if path != GENERATED
]
QUERIES = sorted((ROOT / "queries").rglob("*.rq")) + sorted((ROOT / "ontology").rglob("*.rq"))
LONGEST_CHOICE = 3
"""So many concepts may stand together, as may half of a scheme: a choice, and not its list."""


def named_terms() -> set[str]:
    """Local names of our terms that code, a query, a shape or a definition names."""
    texts = [path.read_text(encoding="utf-8") for path in (*MODULES, *QUERIES, *shape_files())]
    names = re.compile(r"\b(?:JU\.|ju:)([A-Za-z0-9]+)|\bJU\[\"(\w+)\"\]")
    found = {first or second for text in texts for first, second in names.findall(text)}
    return found | {iri.rpartition("#")[2] for iri in classes_of_concepts().values()}


def test_every_term_is_written_asked_or_checked() -> None:
    ontology = Graph().parse(ONTOLOGY_FILE)
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    ours = {
        str(term).removeprefix(str(JU))
        for kind in kinds
        for term in ontology.subjects(RDF.type, kind)
        if isinstance(term, URIRef) and term.startswith(str(JU))
    }
    assert sorted(ours - named_terms()) == []


def string_lists(tree: ast.Module) -> Iterator[tuple[int, set[str]]]:
    """Line and members of each list, set, tuple or table of texts, and of each class of texts."""
    for node in ast.walk(tree):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.List | ast.Set | ast.Tuple):
            parts = list(node.elts)
        elif isinstance(node, ast.Dict):
            parts = [*node.keys, *node.values]
        elif isinstance(node, ast.ClassDef):
            parts = [line.value for line in node.body if isinstance(line, ast.Assign)]
        else:
            continue
        texts = {
            part.value
            for part in parts
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        }
        if texts:
            yield node.lineno, texts


@pytest.mark.parametrize("prefix", SCHEMES)
def test_no_module_types_a_list_of_a_scheme_again(prefix: str) -> None:
    scheme = SCHEMES[prefix]
    lists = {"concepts": set(scheme), "labels": set(scheme.by_label())}
    again = [
        f"{path.relative_to(ROOT)} line {line}: {kind}"
        for path in MODULES
        for line, texts in string_lists(ast.parse(path.read_text(encoding="utf-8")))
        for kind, members in lists.items()
        if len(texts & members) > max(LONGEST_CHOICE, len(members) / 2) or texts >= members
    ]
    assert again == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_concept_that_code_names_is_in_its_scheme(path: Path) -> None:
    variables = {
        f"{prefix.removesuffix('kind').upper()}_KIND" if prefix.endswith("kind") else prefix.upper()
        : scheme
        for prefix, scheme in SCHEMES.items()
    }  # fmt: skip
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.value, ast.Name):
            scheme = variables.get(node.value.id)
            if scheme is None:
                continue
            if isinstance(node, ast.Attribute):
                assert node.attr in scheme or hasattr(type(scheme), node.attr), node.attr
            elif isinstance(node.slice, ast.Constant):
                assert node.slice.value in scheme
