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
    """One source: its descriptor and its loader's two functions."""

    descriptor: Descriptor
    accepts: Callable[[Document], bool]
    load: Callable[[Document, Context], None]

    @property
    def bundled(self) -> tuple[Path, ...]:
        """Files of the project's own data that belong to this source."""
        return tuple(HERE / self.descriptor.name / name for name in self.descriptor.bundled)

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
        sources.append(Source(descriptor, loader.accepts, loader.load))
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
