"""SHACL shapes as SPARQL: each constraint becomes one query that finds what breaks it.

The shapes stand in `ontology/shapes` and are plain SHACL Core, which any SHACL processor runs. A
processor must hold the whole graph in memory, and copying millions of statements out of a store
takes longer than checking them. So the same files are turned into queries on the store as it is.

Each query gathers what breaks a constraint first, over whole predicates, and asks last whether it
belongs to the shape's targets: long scans and hash joins, no look-up for each thing. What the
translation does not know it refuses, so that no constraint can pass unread.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from ontology.namespaces import ontology_files, shape_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

_CASTS = {
    URIRef(f"http://www.w3.org/2001/XMLSchema#{name}")
    for name in ("boolean", "date", "dateTime", "decimal", "integer")
}
"""Types whose values SPARQL can be asked to read, and so to find unreadable."""

_SHAPE_WORDS = {
    RDF.type, RDFS.label, SH.targetClass, SH.targetSubjectsOf,
    SH.severity, SH.message, SH.path, SH.property, SH["or"],
}  # fmt: skip
_VALUE_TESTS = {SH.datatype, SH["class"], SH.nodeKind, SH["in"], SH.pattern, SH.minInclusive,
                SH.maxInclusive}  # fmt: skip
_KNOWN = _SHAPE_WORDS | _VALUE_TESTS | {SH.minCount, SH.maxCount, SH.hasValue, SH.lessThanOrEquals}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of one shape.

    Attributes:
        shape: Local name of the shape, such as ``Finding``.
        path: The property path that is constrained, in SPARQL; empty for the thing as a whole.
        component: Local name of the SHACL constraint component, such as ``MinCount``.
        severity: ``Violation``, ``Warning`` or ``Info``.
        message: The rule in words.
        sparql: Finds what breaks it, as `?this` and, where a value is to blame, `?value`.
    """

    shape: str
    path: str
    component: str
    severity: str
    message: str
    sparql: str


@cache
def constraints(*files: Path) -> tuple[Constraint, ...]:
    """Every constraint of the shapes in `files`; of all shape files if none are given.

    Raises:
        ValueError: If a shape uses what is not known here; a fault of ours.
    """
    shapes = Graph()
    for file in files or shape_files():
        shapes.parse(file)
    words = Graph()
    for file in ontology_files():
        words.parse(file)
    reader = _Reader(shapes, words)
    return tuple(constraint for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str)
                 for constraint in reader.constraints_of(shape))  # fmt: skip


class _Reader:
    """Reads shapes; `words` says what is a subclass of what."""

    def __init__(self, shapes: Graph, words: Graph) -> None:
        self._shapes = shapes
        self._words = words

    def constraints_of(self, shape: Node) -> Iterator[Constraint]:
        targets, name = self._targets(shape), str(shape).rpartition("#")[2]
        severity, message = self._severity(shape), self._message(shape)
        for component, body in self._of_node(shape, targets):
            yield Constraint(name, "", component, severity, message, _query(targets, body))
        for property_shape in self._shapes.objects(shape, SH.property):
            path, severity = "/".join(self._path(property_shape)), self._severity(property_shape)
            message = self._message(property_shape)
            for component, body in self._of_property(property_shape, targets):
                query = _query(targets, body)
                yield Constraint(name, path, component, severity, message, query)

    def _targets(self, shape: Node) -> str:
        """A pattern that binds `?this` to every target of a shape."""
        shapes = self._shapes
        patterns = [
            *(self._member("?this", target) for target in shapes.objects(shape, SH.targetClass)),
            *(f"?this {_n3(target)} ?any" for target in shapes.objects(shape, SH.targetSubjectsOf)),
        ]
        return " UNION ".join(f"{{ {pattern} }}" for pattern in patterns)

    def _of_node(self, shape: Node, targets: str) -> Iterator[tuple[str, str]]:
        """What breaks a node shape as a whole: that it is none of several things."""
        self._refuse_unknown(shape)
        for members in self._shapes.objects(shape, SH["or"]):
            failing = [
                " UNION ".join(
                    f"{{ {body} }}"
                    for property_shape in self._shapes.objects(member, SH.property)
                    for _, body in self._of_property(property_shape, targets)
                )
                for member in Collection(self._shapes, members)
            ]
            each = " ".join(
                f"{{ SELECT DISTINCT ?this WHERE {{ {failure} }} }}" for failure in failing
            )
            yield "Or", f"{each} BIND (?this AS ?value)"

    def _of_property(self, property_shape: Node, targets: str) -> Iterator[tuple[str, str]]:
        """What breaks a property shape, constraint by constraint."""
        self._refuse_unknown(property_shape)
        path, shapes = self._path(property_shape), self._shapes
        values = _reach(path, "?value")
        for least in shapes.objects(property_shape, SH.minCount):
            yield "MinCount", f"{targets} {_fewer_than(path, least)}"
        for most in shapes.objects(property_shape, SH.maxCount):
            yield "MaxCount", _more_than(path, most)
        for value in shapes.objects(property_shape, SH.hasValue):
            yield "HasValue", f"{targets} MINUS {{ {_reach(path, _n3(value))} }}"
        for larger in shapes.objects(property_shape, SH.lessThanOrEquals):
            test = "FILTER (!COALESCE(?value <= ?other, false))"
            bound = f"{{ SELECT DISTINCT * WHERE {{ ?this {_n3(larger)} ?other }} }}"
            yield "LessThanOrEquals", f"{{ SELECT DISTINCT * WHERE {{ {values} }} }} {bound} {test}"
        for component, test in self._tests(property_shape):
            yield component, f"{values} {test}"
        for members in shapes.objects(property_shape, SH["or"]):
            tests = [self._only_test(member) for member in Collection(shapes, members)]
            yield "Or", f"{values} {' '.join(tests)}"

    def _only_test(self, member: Node) -> str:
        tests = [test for _, test in self._tests(member)]
        if len(tests) != 1:
            raise ValueError("a value's alternatives must have one constraint each")
        return tests[0]

    def _tests(self, property_shape: Node) -> Iterator[tuple[str, str]]:
        """What keeps the bad values of `?value`, constraint by constraint."""
        self._refuse_unknown(property_shape)
        shapes = self._shapes
        for kind in shapes.objects(property_shape, SH["class"]):
            yield "Class", f"MINUS {{ {self._member('?value', kind)} }}"
        for datatype in shapes.objects(property_shape, SH.datatype):
            yield "Datatype", _keep_unless(_of_type(datatype))
        for kind in shapes.objects(property_shape, SH.nodeKind):
            if kind != SH.IRI:
                raise ValueError(f"{kind} is not known here")
            yield "NodeKind", _keep_unless("isIRI(?value)")
        for listed in shapes.objects(property_shape, SH["in"]):
            values = ", ".join(_n3(value) for value in Collection(shapes, listed))
            yield "In", _keep_unless(f"?value IN ({values})")
        for pattern in shapes.objects(property_shape, SH.pattern):
            matches = f"!isBlank(?value) && REGEX(STR(?value), {_n3(pattern)})"
            yield "Pattern", _keep_unless(matches)
        for bound in shapes.objects(property_shape, SH.minInclusive):
            yield "MinInclusive", _keep_unless(f"?value >= {_n3(bound)}")
        for bound in shapes.objects(property_shape, SH.maxInclusive):
            yield "MaxInclusive", _keep_unless(f"?value <= {_n3(bound)}")

    def _member(self, variable: str, kind: Node) -> str:
        """A pattern for the members of a class, those of its subclasses included."""
        # A definition is a class without a name, of which nothing is stated to be a member.
        below = self._words.transitive_subjects(RDFS.subClassOf, kind)
        kinds = sorted(_n3(subclass) for subclass in below if isinstance(subclass, URIRef))
        if len(kinds) == 1:
            return f"{variable} a {kinds[0]}"
        return f"VALUES ?kind {{ {' '.join(kinds)} }} {variable} a ?kind"

    def _path(self, property_shape: Node) -> tuple[str, ...]:
        """The steps of a property shape's path, in SPARQL."""
        path = self._one(property_shape, SH.path)
        if isinstance(path, URIRef):
            return (path.n3(),)
        inverse = self._shapes.value(path, SH.inversePath)
        if inverse is not None:
            return (f"^{_n3(inverse)}",)
        return tuple(_n3(step) for step in Collection(self._shapes, path))

    def _one(self, property_shape: Node, term: URIRef) -> Node:
        value = self._shapes.value(property_shape, term, any=False)
        if value is None:
            raise ValueError(f"a shape lacks {term}")
        return value

    def _severity(self, property_shape: Node) -> str:
        severity = self._shapes.value(property_shape, SH.severity) or SH.Violation
        return str(severity).rpartition("#")[2]

    def _message(self, property_shape: Node) -> str:
        return str(self._shapes.value(property_shape, SH.message) or "")

    def _refuse_unknown(self, property_shape: Node) -> None:
        if unknown := set(self._shapes.predicates(property_shape)) - _KNOWN:
            raise ValueError(f"no translation is known for {', '.join(map(str, unknown))}")


def _query(targets: str, body: str) -> str:
    """Find what breaks a constraint, then keep what is a target."""
    values = f"{{ SELECT DISTINCT ?this ?value WHERE {{ {body} }} }}"
    return f"SELECT DISTINCT ?this ?value WHERE {{ {values} {{ {targets} }} }}"


def _reach(path: tuple[str, ...], end: str) -> str:
    """Follow a path from `?this`; each step of several is a sub-query, so that they are hashed."""
    if len(path) == 1:
        return f"?this {path[0]} {end}"
    stops = ["?this", *(f"?stop{number}" for number in range(1, len(path))), end]
    steps = zip(stops, path, stops[1:], strict=False)
    return " ".join(f"{{ SELECT DISTINCT * WHERE {{ {a} {step} {b} }} }}" for a, step, b in steps)


def _fewer_than(path: tuple[str, ...], least: Node) -> str:
    few = _reach(path, "?some") if least == Literal(1) else _counted(path, ">=", least)
    return f"MINUS {{ {few} }}"


def _more_than(path: tuple[str, ...], most: Node) -> str:
    return _reach(path, "?some") if most == Literal(0) else _counted(path, ">", most)


def _counted(path: tuple[str, ...], relation: str, bound: Node) -> str:
    # At the end of one step every value stands once; only longer paths can meet one again.
    values = "?some" if len(path) == 1 else "DISTINCT ?some"
    having = f"HAVING (COUNT({values}) {relation} {bound})"
    return f"{{ SELECT ?this WHERE {{ {_reach(path, '?some')} }} GROUP BY ?this {having} }}"


def _keep_unless(test: str) -> str:
    """A test that cannot be carried out counts as failed, as SHACL has it."""
    return f"FILTER (!COALESCE({test}, false))"


def _of_type(datatype: Node) -> str:
    readable = f" && BOUND(?value) && !isBlank(?value) && {_n3(datatype)}(STR(?value)) = ?value"
    return f"DATATYPE(?value) = {_n3(datatype)}{readable if datatype in _CASTS else ''}"


def _n3(term: Node | None) -> str:
    if not isinstance(term, URIRef | Literal):
        raise ValueError(f"{term} cannot stand in a shape here")  # noqa: TRY004 - a fault of ours
    return term.n3()
