"""What a file may hold that is read into a graph: more is refused with a sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportLimits:
    """Limits of a file, or of the table of statements in a folder.

    Attributes:
        file_bytes: Bytes.
        statements: Statements.
        depth: Brackets, objects or elements within one another.
        entities: Entities that an XML file may declare.
        entity_length: Characters of the text of an entity.
        blank_nodes: Nodes without a name.
        blank_statements: Statements with such nodes, all of which are held in memory.
    """

    file_bytes: int = 20 * 2**30
    statements: int = 500_000_000
    depth: int = 100
    entities: int = 100
    entity_length: int = 1_000
    blank_nodes: int = 10_000
    blank_statements: int = 100_000


IMPORT_LIMITS = ImportLimits()
"""The limits in force; an export of ours is far from all of them."""
