"""What the tests of the bundled data share: documents, loaders, and what a loader makes of them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TypeVar

from graph.records.source_record import RecordContent, RecordPart, parts_of
from loaders.interface.context import Context, Document
from loaders.interface.descriptor import Descriptor, read_descriptor

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases" / "registers"

C = TypeVar("C", bound=RecordPart)


def describe(source: str) -> Descriptor:
    return read_descriptor(ROOT / "loaders" / "sources" / source / "source.toml")


def bundled_text(source: str) -> str:
    (name,) = describe(source).bundled
    return (ROOT / "loaders" / "sources" / source / name).read_text(encoding="utf-8")


def load_text(source: str, text: str, location: str = "given") -> Context:
    document = Document(location, text)
    context = Context(describe(source), document)
    import_module(f"loaders.sources.{source}.loader").load(document, context)
    return context


def load_bundled(source: str) -> Context:
    return load_text(source, bundled_text(source), *describe(source).bundled)


def load_case(source: str, name: str) -> Context:
    return load_text(source, (CASES / name).read_text(encoding="utf-8"), name)


def claims_of(context: Context, kind: type[C]) -> list[C]:
    return [
        claim
        for record in context.records
        for claim in parts_of(record.content)
        if type(claim) is kind
    ]


def said(context: Context) -> set[tuple[str, RecordContent]]:
    """What was emitted, whatever its order: the digest of each record and its content."""
    return {(record.origin.sha256, record.content) for record in context.records}
