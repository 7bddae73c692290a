"""What a module of `exports` says of its format: how it is called, written and read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from graph.serialisation.rdf_syntax import read_syntax, write_syntax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pyoxigraph as ox

    from graph.serialisation.import_limits import ImportLimits
    from graph.store.readable_store import ReadableStore

    Progress = Callable[[int, int], None]
    StoreWriter = Callable[[ReadableStore, Path, Progress], None]
    StreamWriter = Callable[[ReadableStore, IO[bytes]], None]
    StatementReader = Callable[[Path, ImportLimits], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format in which a whole graph can be written.

    Attributes:
        name: Its name on the command line.
        title: What it holds, in a few words.
        tools: Programs that read it.
        suffix: What the names of its files end in, with the dot.
        media_type: IANA media type of its files.
        stream: Writes a store to an open binary file; None if it needs a path.
        write: Writes a store to a path, and reports how many of how many parts are done; None if
            `stream` writes all there is.
        read: Gives what such a file or folder states, within limits, as lines of N-Quads; None if
            it cannot be imported.
        is_folder: Whether it is a folder of files, one a table.
        keeps_sources: Whether it says which source record says what, and so loses nothing.
        other_suffixes: Suffixes that its files may have too.
        release_path: Where a release holds it; empty if a release does not.
        is_rdf: Whether it is a syntax of RDF, which can hold the graph in another profile, too.
    """

    name: str
    title: str
    tools: str
    suffix: str
    media_type: str
    stream: StreamWriter | None = None
    write: StoreWriter | None = None
    read: StatementReader | None = None
    is_folder: bool = False
    keeps_sources: bool = True
    other_suffixes: tuple[str, ...] = ()
    release_path: str = ""
    is_rdf: bool = False

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every suffix that its files may have, the usual one first."""
        return (self.suffix, *self.other_suffixes)

    def save(self, store: ReadableStore, path: Path, progress: Progress) -> None:
        """Write a store to a path where nothing stands yet.

        Raises:
            UsageError: If the format cannot hold a character of some text, or a library is missing.
        """
        if self.write is not None:
            self.write(store, path, progress)
        elif self.stream is not None:
            with path.open("wb") as output:
                self.stream(store, output)

    def accepts(self, path: Path) -> bool:
        """Whether a file or folder is in this format, by its name or by what stands in it."""
        if self.read is None:
            return False
        if self.is_folder:
            return (path / f"statements{self.suffix}").is_file()
        return path.is_file() and path.suffix.lower() in self.suffixes


@dataclass(frozen=True, slots=True)
class RdfSyntax:
    """A syntax of RDF that the engine writes and reads.

    Attributes:
        syntax: The syntax, as the engine calls it.
        named_graphs: Whether it holds named graphs, and so everything that a store holds.
    """

    syntax: ox.RdfFormat
    named_graphs: bool

    def stream(self, store: ReadableStore, output: IO[bytes]) -> None:
        """Write a store to an open binary file."""
        write_syntax(store, output, self.syntax, named_graphs=self.named_graphs)

    def read(self, path: Path, limits: ImportLimits) -> Iterator[bytes]:
        """What a file states, as lines of N-Quads."""
        return read_syntax(path, self.syntax, limits)
