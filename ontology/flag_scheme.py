"""The scheme of flags: what each is called, what it means and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.namespaces import scheme_files
from ontology.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

_FLAGS = "https://w3id.org/joinedup/scheme/flags#"
_ONTOLOGY = "https://w3id.org/joinedup/ontology#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True, slots=True)
class FlagConcept:
    """A concept of the scheme of flags.

    Attributes:
        code: Its local name, such as ``shared-answer``.
        label: What people call it.
        definition: What it means, in a sentence.
        severity: How much it matters, wherever it is raised.
        on_record: True if it is raised on a finding, reply, label or number as a whole; otherwise
            it is only a kind of extraction error within a text.
    """

    code: str
    label: str
    definition: str
    severity: Severity
    on_record: bool


@cache
def flag_concepts() -> Mapping[str, FlagConcept]:
    """Every concept of the scheme by its code."""
    (path,) = (path for path in scheme_files() if path.stem == "flags")
    values: dict[str, dict[str, set[str]]] = {}
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_FLAGS):
            concept = values.setdefault(quad.subject.value.removeprefix(_FLAGS), {})
            if isinstance(quad.object, ox.Literal | ox.NamedNode):
                concept.setdefault(quad.predicate.value, set()).add(quad.object.value)
    return {code: _concept(code, properties) for code, properties in values.items()}


def _concept(code: str, properties: Mapping[str, set[str]]) -> FlagConcept:
    (label,) = properties[f"{_SKOS}prefLabel"]
    (definition,) = properties[f"{_SKOS}definition"]
    (severity,) = properties[f"{_ONTOLOGY}severity"]
    classes = properties["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]
    on_record = f"{_ONTOLOGY}IntegrityFlag" in classes
    return FlagConcept(code, label, definition, Severity[severity.upper()], on_record)
