"""Writes `declared_terms.py` from the Turtle files: ``python -m ontology.write_declared_terms``.

Type checkers and editors read names from Python alone. With ``--check`` nothing is written, and
the exit code is 1 where the file is not what the Turtle says; a test does the same.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import SKOS

from ontology.concept_scheme import ConceptScheme

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
_ONTOLOGY_FILE = _HERE / "joinedup.ttl"
TARGET = _HERE / "declared_terms.py"

_NAMESPACES = {
    "JU": "https://w3id.org/joinedup/ontology#",
    "ADMS": "http://www.w3.org/ns/adms#",
    "CITO": "http://purl.org/spar/cito/",
    "ELI": "http://data.europa.eu/eli/ontology#",
    "OA": "http://www.w3.org/ns/oa#",
}
"""Namespaces whose terms are listed: ours, and those that rdflib does not bring."""

_ENUMERATIONS = {"Basis": "bases", "FindingKind": "finding-kinds", "Voice": "voices"}
"""Schemes whose concepts code tells apart one by one, by the class that is made of each."""

_HEAD = '''"""Terms that the Turtle files declare, for type checkers and editors. Do not edit.

Written by ``python -m ontology.write_declared_terms``; a test holds it to the Turtle files.
"""

# ruff: noqa: N815, E501 - RDF properties are written in mixedCase; comments are the ontology's own

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from rdflib.namespace import DefinedNamespace, Namespace

if TYPE_CHECKING:
    from rdflib import URIRef
'''


def declared_terms() -> str:
    """The text of the module."""
    parts = [_HEAD.rstrip()]
    terms = _terms()
    for name, namespace in _NAMESPACES.items():
        parts.append("\n".join(_namespace(name, namespace, terms)))
    for name, scheme in _ENUMERATIONS.items():
        parts.append("\n".join(_enumeration(name, scheme)))
    return "\n\n\n".join(parts) + "\n"


def _terms() -> list[str]:
    """IRIs of the terms that the ontology declares, in the order of the file."""
    quads = ox.parse(path=str(_ONTOLOGY_FILE), format=ox.RdfFormat.TURTLE)
    subjects = (quad.subject for quad in quads)
    return list(dict.fromkeys(s.value for s in subjects if isinstance(s, ox.NamedNode)))


def _namespace(name: str, namespace: str, terms: list[str]) -> Iterator[str]:
    yield f"class {name}(DefinedNamespace):"
    yield f'    """Terms of <{namespace}> that `joinedup.ttl` declares."""\n'
    yield "    _fail = True"
    yield f'    _NS = Namespace("{namespace}")\n'
    for term in terms:
        if term.startswith(namespace):
            yield f"    {term.removeprefix(namespace)}: URIRef"


def _enumeration(name: str, file: str) -> Iterator[str]:
    scheme = ConceptScheme(_HERE / "schemes" / f"{file}.ttl")
    yield f"class {name}(StrEnum):"
    yield f'    """{scheme.description}"""\n'
    for concept in scheme:
        yield f'    {concept.upper().replace("-", "_")} = "{concept}"'
        (definition,) = scheme.values(concept, SKOS.definition)
        yield f'    """{definition}"""'


def main(arguments: list[str]) -> int:
    """Write the module, or with ``--check`` say whether it is what the Turtle files declare."""
    text = declared_terms()
    if "--check" in arguments:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
