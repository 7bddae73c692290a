"""The folder that is filled: each file whole or not at all, and listed with where it came from.

The list is written to before the file, so that whenever the program is killed, every file of ours
is one of the list; a line whose file is not there yet is fetched again. What a person changed or
put there is left alone.
"""

from __future__ import annotations

import errno
import os
from collections import defaultdict
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from graph.errors import UsageError
from loaders.fetch.clock import utc_words
from loaders.fetch.failure_table import failure_table, noted_before, noted_now
from loaders.fetch.media_types import media_type_of
from loaders.fetch.not_fetched import FetchFailedError
from loaders.interface.fetched_files import (
    FETCHED,
    NOT_FETCHED,
    FetchedFile,
    is_fetch_list,
    is_torn,
    read_fetched,
    unreadable_lines,
)
from loaders.text.file_names import file_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.fetch.not_fetched import NotFetched

_OWN = ".joinedup-fetch"
"""Name of the hidden folder for the cache, the lock and what is being written."""


_NO_PLACE = {errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EINVAL}
"""What the system says of a path that it cannot hold, or a folder in the place of a file."""


class FetchFolder:
    """A folder of fetched files, open for more; see `open_folder`."""

    def __init__(self, root: Path) -> None:
        """Read what the folder lists."""
        self._root = root
        self._own = root / _OWN
        self._entries: dict[str, FetchedFile] = {}
        self._digests: defaultdict[str, set[str]] = defaultdict(set)
        self._owners: dict[str, str] = {}
        _refuse_other_lists(root)
        for entry in read_fetched(root):
            self._remember(entry)

    @property
    def cache(self) -> Path:
        """File of the HTTP cache."""
        return self._own / "cache.db"

    def holds(self, address: str) -> bool:
        """Whether what is at an address is in the folder, as it was fetched."""
        entry = self._entries.get(address)
        return (
            entry is not None
            and (self._root / entry.path).is_file()
            and self._digest(entry.path) == entry.sha256
        )

    def has_file(self, path: str) -> bool:
        """Whether there is a file of that name, whoever put it there."""
        return (self._root / path).is_file()

    def free_path(self, path: str, address: str) -> str:
        """A path for what is at an address: the given one, unless another address has it."""
        if (entry := self._entries.get(address)) is not None:
            return entry.path
        owner = self._owners.get(path.casefold(), address)
        if owner == address:
            return path
        name = PurePosixPath(path)
        digest = sha256(address.encode()).hexdigest()[:8]
        return str(name.with_name(f"{name.stem}-{digest}{name.suffix}"))

    def keep(self, entry: FetchedFile, content: bytes) -> bool:
        """Write a file and list it.

        Returns:
            Whether anything changed.

        Raises:
            FetchFailedError: If a person put another file there, or changed it.
            OSError: If it cannot be written.
        """
        try:
            target = self._target(entry.path)
            present = self._digest(entry.path)
        except OSError as error:
            if error.errno in _NO_PLACE:
                raise FetchFailedError(
                    f"there is no place for it in the folder ({error.strerror})",
                    "Fetch it into another folder.",
                ) from error
            raise
        former = self._entries.get(entry.url)
        if former is not None and present == former.sha256 == entry.sha256:
            return False
        if present not in {None, entry.sha256, *self._digests[entry.path]}:
            raise FetchFailedError(
                f"{entry.path} was changed or put there by somebody, and is left as it is",
                "Move that file away and run the same command again.",
            )
        self._append(entry)
        if present != entry.sha256:
            self._write(target, content)
        return True

    def list_saved(self, path: str, url: str, service: str, licence: str) -> bool:
        """List a page that a person saved, with the day of its last change.

        Args:
            path: Its name in the folder.
            url: The address of the page.
            service: The word of the service that named the page.
            licence: The licence of the page.

        Returns:
            Whether it was not listed so before.

        Raises:
            OSError: If it cannot be read.
        """
        file = self._root / path
        former, digest = self._entries.get(url), self._digest(path) or ""
        if former is not None and (former.path, former.sha256) == (path, digest):
            return False
        about = file.stat()
        self._append(
            FetchedFile(
                path=path,
                url=url,
                retrieved=utc_words(datetime.fromtimestamp(about.st_mtime, UTC)),
                sha256=digest,
                size=about.st_size,
                media_type=media_type_of(path),
                service=service,
                licence=licence,
                by_hand=True,
            )
        )
        return True

    def finish(self, request: str, failures: Sequence[NotFetched]) -> None:
        """Write both lists anew, in order.

        Args:
            request: The words of the request.
            failures: What it could not fetch.
        """
        state_file = self._own / "not-fetched.json"
        state = noted_now(noted_before(state_file), request, failures)
        self._write(state_file, msgspec.json.encode(state))
        self._write_list(NOT_FETCHED, failure_table(state))
        entries = sorted(self._entries.values(), key=lambda entry: entry.path)
        lines = [*map(msgspec.json.encode, entries), *unreadable_lines(self._root)]
        self._write_list(FETCHED, b"".join(line + b"\n" for line in lines))

    def _write_list(self, name: str, content: bytes) -> None:
        """Write a list; an empty one is taken away."""
        target = self._root / name
        if content:
            self._write(target, content)
        else:
            target.unlink(missing_ok=True)

    def _remember(self, entry: FetchedFile) -> None:
        self._entries[entry.url] = entry
        self._digests[entry.path].add(entry.sha256)
        self._owners[entry.path.casefold()] = entry.url

    def _append(self, entry: FetchedFile) -> None:
        with (self._root / FETCHED).open("ab") as file:
            if file.tell() and not self._ends_whole():
                file.write(b"\n")
            file.write(msgspec.json.encode(entry) + b"\n")
            os.fsync(file.fileno())
        self._remember(entry)

    def _ends_whole(self) -> bool:
        """Whether the last line of the list is whole; it is not if a program was killed in it."""
        with (self._root / FETCHED).open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read() == b"\n"

    def _target(self, path: str) -> Path:
        """Where a file is to stand, its folder made.

        Raises:
            FetchFailedError: If that is not in the folder.
        """
        target = self._root / path
        is_inside = target.parent.resolve().is_relative_to(self._root.resolve())
        if ".." in PurePosixPath(path).parts or not is_inside:
            raise FetchFailedError(f"{path} would stand outside of the folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def _digest(self, path: str) -> str | None:
        """SHA-256 digest of a file; None if there is none."""
        try:
            with (self._root / path).open("rb") as file:
                return file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return None

    def _write(self, target: Path, content: bytes) -> None:
        draft = self._own / "draft"
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)


def _refuse_other_lists(root: Path) -> None:
    """Refuse a folder in which somebody else's file has the name of a list of ours.

    Raises:
        UsageError: If it does.
    """
    table, listed = root / NOT_FETCHED, root / FETCHED
    for path, is_ours in (
        (table, not table.exists() or is_fetch_list(table)),
        (listed, not listed.exists() or bool(read_fetched(root)) or is_torn(listed)),
    ):
        if not is_ours:
            raise UsageError(
                f"{file_name(path)} is not a list that joinedup wrote. Move it away, or name "
                "another folder."
            )


@contextmanager
def open_folder(root: Path) -> Iterator[FetchFolder]:
    """Open a folder for fetching, and make it if it is not there.

    Raises:
        UsageError: If it cannot be written, or another program is fetching into it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import

    own = root / _OWN
    try:
        own.mkdir(parents=True, exist_ok=True)
        with FileLock(own / "lock", blocking=False):
            (own / "draft").unlink(missing_ok=True)
            yield FetchFolder(root)
    except Timeout:
        raise UsageError(
            f"Another joinedup fetches into {file_name(root)}. Wait for it, or name another folder."
        ) from None
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(
            f"{file_name(error.filename or root)} cannot be written: {reason}."
        ) from error
