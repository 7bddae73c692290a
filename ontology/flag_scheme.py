"""The scheme of flags: what each is called, what it means and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib import RDF, SKOS

from ontology.namespaces import FLAG, JU
from ontology.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    return {code: _concept(code) for code in FLAG}


def _concept(code: str) -> FlagConcept:
    (definition,) = FLAG.values(code, SKOS.definition)
    (severity,) = FLAG.values(code, JU.severity)
    on_record = str(JU.IntegrityFlag) in FLAG.values(code, RDF.type)
    label = FLAG.preferred_label(code)
    return FlagConcept(code, label, definition, Severity[severity.upper()], on_record)
