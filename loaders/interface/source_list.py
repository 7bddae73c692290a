"""The sources: found by listing `loaders/sources`, never registered anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

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
    """Every folder of `loaders/sources` that holds a `source.toml`, in order of name."""
    sources = []
    for path in sorted(HERE.glob("*/source.toml")):
        loader = import_module(f"loaders.sources.{path.parent.name}.loader")
        sources.append(Source(read_descriptor(path), loader.accepts, loader.load))
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
