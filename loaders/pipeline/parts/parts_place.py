"""A place for the parts of a graph: a folder, or whatever else fsspec has a file system for."""

from __future__ import annotations

from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graph.errors import StoreError, UsageError
from graph.optional_packages import install_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Range = tuple[str, int, int]
"""A file, and the first byte and the byte after the last of what is meant in it."""


class PartsPlace:
    """Files under one address. A file is whole or not there: it is written, then renamed.

    Attributes:
        address: The address, such as ``file:///shared/graph`` or ``s3://bucket/graph``.
    """

    def __init__(self, address: str) -> None:
        """Find the file system of an address; nothing is written yet.

        Args:
            address: A folder, or an address as fsspec takes it.

        Raises:
            UsageError: If fsspec or the package of that file system is not installed, or there is
                no such file system.
        """
        self._files, self._root = _file_system(address)
        self.address = str(self._files.unstrip_protocol(self._root))

    def prepare(self) -> None:
        """Make the folder.

        Raises:
            StoreError: If it cannot be made.
        """
        with self._failures_reported("cannot be written"):
            self._files.makedirs(self._root, exist_ok=True)

    def has(self, name: str) -> bool:
        """Whether there is a file of that name.

        Raises:
            StoreError: If the place cannot be reached.
        """
        with self._failures_reported("cannot be read"):
            return bool(self._files.exists(self._path(name)))

    def write(self, name: str, content: bytes) -> None:
        """Write a file, in place of one of the same name.

        Raises:
            StoreError: If it cannot be written.
        """
        draft = self._path(f"{name}.{uuid4().hex[:12]}.draft")
        with self._failures_reported("cannot be written"):
            self._files.pipe_file(draft, content)
            self._files.mv(draft, self._path(name))

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            StoreError: If it is not there, or cannot be read.
        """
        with self._failures_reported("cannot be read"):
            return bytes(self._files.cat_file(self._path(name)))

    def read_ranges(self, ranges: Sequence[Range]) -> list[bytes]:
        """Some bytes of files, in the order in which they are asked for.

        Raises:
            StoreError: If a file is not there, or cannot be read.
        """
        paths = [self._path(name) for name, _, _ in ranges]
        starts, ends = [start for _, start, _ in ranges], [end for _, _, end in ranges]
        with self._failures_reported("cannot be read"):
            return [
                bytes(each)
                for each in self._files.cat_ranges(paths, starts, ends, on_error="raise")
            ]

    def remove(self, names: Iterable[str]) -> None:
        """Remove files.

        Raises:
            StoreError: If one cannot be removed.
        """
        with self._failures_reported("cannot be written"):
            for name in names:
                self._files.rm_file(self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    @contextmanager
    def _failures_reported(self, failure: str) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise StoreError(
                f"{error.filename or error} is missing. If other machines wrote it, name a place "
                "that all of them and this one reach by the same address."
            ) from error
        except (OSError, NotImplementedError) as error:
            raise StoreError(f"The parts at {self.address} {failure}: {error}.") from error


def _file_system(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Raises:
        UsageError: If there is none.
    """
    if find_spec("fsspec") is None:
        raise UsageError(
            f"Parts need a library that is not installed: {install_command('cluster')}"
        )
    # An extra; it has no type stubs.
    from fsspec.core import url_to_fs  # type: ignore[import-untyped] # noqa: PLC0415

    try:
        files, root = url_to_fs(address)
    except (ImportError, OSError, ValueError) as error:
        raise UsageError(f"{address} is no place for parts: {error}.") from error
    return files, root.rstrip("/")
