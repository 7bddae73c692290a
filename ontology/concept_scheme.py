"""Concept schemes as their Turtle files say them: kinds, labels, severities and marks, said once.

Code takes a scheme's concepts from here and types no list of them. A concept added to a file is
known at once; one that no file holds raises AttributeError, whichever way it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, SKOS, VANN, URIRef

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ConceptScheme:
    """The concepts of one scheme, in the order of its files.

    Iterating gives local names, and ``name in scheme`` asks for one. ``POSITION.accepted`` and
    ``POSITION["accepted-in-part"]`` are IRIs.
    """

    def __init__(self, file: Path, *parts: Path) -> None:
        """Read a scheme.

        Args:
            file: Its Turtle file.
            parts: Files with further concepts of it.

        Raises:
            ValueError: If the file does not hold exactly one scheme with a prefix of its own.
        """
        self._properties: dict[str, dict[str, list[str]]] = {}
        for path in (file, *parts):
            self._read(path)
        schemes = [
            iri
            for iri, values in self._properties.items()
            if str(SKOS.ConceptScheme) in values.get(str(RDF.type), ())
        ]
        prefixes = [
            prefix
            for iri in schemes
            for prefix in self._properties[iri].get(str(VANN.preferredNamespacePrefix), ())
        ]
        if len(schemes) != 1 or len(prefixes) != 1:
            raise ValueError(
                f"{file} must hold one skos:ConceptScheme with one vann:preferredNamespacePrefix"
            )
        self.iri = schemes[0]
        """IRI of the scheme."""
        self.prefix = prefixes[0]
        """The prefix under which its concepts are written, such as ``position``."""
        self.namespace = f"{schemes[0]}#"
        """Beginning of the IRIs of its concepts."""
        self._names = tuple(
            iri.removeprefix(self.namespace)
            for iri in self._properties
            if iri.startswith(self.namespace)
        )

    def _read(self, file: Path) -> None:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                values = self._properties.setdefault(quad.subject.value, {})
                values.setdefault(quad.predicate.value, []).append(_text(quad.object))

    def __iter__(self) -> Iterator[str]:
        """Local names of the concepts."""
        return iter(self._names)

    def __len__(self) -> int:
        """Number of concepts."""
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        """Whether the scheme has a concept of this local name."""
        return name in self._names

    def __str__(self) -> str:
        """The namespace, as rdflib's own namespaces are written."""
        return self.namespace

    def __getitem__(self, name: str) -> URIRef:
        """IRI of a concept.

        Raises:
            AttributeError: If there is no such concept.
        """
        if name not in self._names:
            raise AttributeError(f"the scheme {self.namespace} has no concept {name!r}")
        return URIRef(self.namespace + name)

    def __getattr__(self, name: str) -> URIRef:
        """IRI of a concept whose name is an identifier of Python.

        Raises:
            AttributeError: If there is no such concept.
        """
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def values(self, name: str, predicate: str) -> tuple[str, ...]:
        """What the file says of a concept by one predicate: texts, or IRIs of things.

        Raises:
            AttributeError: If there is no such concept.
        """
        return tuple(self._properties[str(self[name])].get(str(predicate), ()))

    @property
    def description(self) -> str:
        """What the scheme is of, in a sentence."""
        return self._properties[self.iri][str(DCTERMS.description)][0]

    def preferred_label(self, name: str) -> str:
        """The label of a concept for people to read.

        Raises:
            AttributeError: If there is no such concept.
        """
        return self.values(name, SKOS.prefLabel)[0]

    def by_label(self) -> dict[str, str]:
        """Local names of the concepts by their preferred labels."""
        return {self.preferred_label(name): name for name in self}

    def find(self, label: str) -> str | None:
        """Local name of the concept with a preferred or other label, whatever its capitals.

        Trackers print positions under labels of their own; the scheme's file lists those as well.
        """
        folded = label.casefold()
        for name in self:
            labels = (*self.values(name, SKOS.prefLabel), *self.values(name, SKOS.altLabel))
            if folded in map(str.casefold, labels):
                return name
        return None

    def related(self, name: str) -> frozenset[str]:
        """Local names of the concepts that the file relates a concept to.

        Raises:
            AttributeError: If there is no such concept.
        """
        return frozenset(
            iri.removeprefix(self.namespace) for iri in self.values(name, str(SKOS.related))
        )

    def with_value(self, predicate: str, value: str = "true") -> frozenset[str]:
        """Local names of the concepts of which the file says a value, such as a mark."""
        return frozenset(name for name in self if value in self.values(name, predicate))


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
