"""The sources: found by listing `loaders/sources`, never registered anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.listing import listed_folders
from loaders.interface.context import Context
from loaders.interface.descriptor import Descriptor, read_descriptor

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.interface.context import Document

HERE = Path(__file__).parent.parent / "sources"


@dataclass(frozen=True, slots=True)
class Source:
    """One source: its descriptor and its loader's functions.

    Attributes:
        descriptor: What is known of it beforehand.
        accepts: Whether a document looks like its own.
        load: Reads a document.
        why_not: Why a document with the ending of its files is not its own, and what to do, where
            the loader can tell.
    """

    descriptor: Descriptor
    accepts: Callable[[Document], bool]
    load: Callable[[Document, Context], None]
    why_not: Callable[[Document], str | None] | None = None

    @property
    def bundled(self) -> tuple[Path, ...]:
        """Files of the project's own data that belong to this source."""
        folder = HERE / self.descriptor.name
        return tuple(path for name in self.descriptor.bundled for path in sorted(folder.glob(name)))

    def read(self, document: Document) -> Context:
        """Load a document; its records and issues are in the context that is returned."""
        context = Context(self.descriptor, document)
        self.load(document, context)
        return context


@cache
def all_sources() -> tuple[Source, ...]:
    """Every folder of `loaders/sources` that holds a loader, in order of name."""
    sources = []
    for name, loader in listed_folders("loaders.sources", "loader"):
        descriptor = read_descriptor(HERE / name / "source.toml")
        sources.append(
            Source(descriptor, loader.accepts, loader.load, getattr(loader, "why_not", None))
        )
    return tuple(sources)


def source_for(document: Document) -> Source | None:
    """The source whose loader claims the document; None if it looks like nothing we know."""
    return next(
        (
            source
            for source in all_sources()
            if document.suffix in source.descriptor.suffixes and source.accepts(document)
        ),
        None,
    )


def why_no_source(document: Document) -> str:
    """What the sources say of a document that none of them takes; empty if they say nothing."""
    reasons = (
        source.why_not(document)
        for source in all_sources()
        if source.why_not and document.suffix in source.descriptor.suffixes
    )
    return next((reason for reason in reasons if reason), "")
