"""One run of `joinedup fetch`: asks, keeps, counts, and notes what failed."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

import msgspec

from loaders.fetch.clock import utc_words
from loaders.fetch.media_types import media_type_of
from loaders.fetch.not_fetched import AGAIN, BY_HAND, FetchFailedError, NotFetched
from loaders.interface.fetched_files import FetchedFile

if TYPE_CHECKING:
    from loaders.fetch.allowed_hosts import AllowedHosts
    from loaders.fetch.clock import Clock
    from loaders.fetch.fetch_folder import FetchFolder
    from loaders.fetch.http_client import HttpAnswer
    from loaders.fetch.patient_client import PatientClient
    from loaders.fetch.progress import Progress

LARGEST_LIST = 64 * 1024 * 1024
"""Bytes of an answer that is a list or a description."""

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of an answer that is a document."""


MOST_LISTS = 20_000
"""Lists and descriptions of one run; at two a second they take three hours."""

_SAVED = (".html", ".htm", ".mhtml", ".pdf", ".docx", ".txt")
"""Endings that a page may have been saved with."""

_Shape = TypeVar("_Shape")


@dataclass(slots=True)
class FetchCounts:
    """What became of a run.

    Attributes:
        new: Files that were written.
        same: Files that are as they were.
        not_fetched: What is not in the folder, in the order in which it failed.
        remarks: What else a person should know, in sentences.
    """

    new: int = 0
    same: int = 0
    not_fetched: list[NotFetched] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class FetchRun:
    """What a service has for its work: the addresses it may ask and the folder it fills."""

    def __init__(  # noqa: PLR0913 - one for each thing a run needs
        self,
        service: str,
        client: PatientClient,
        folder: FetchFolder,
        *,
        clock: Clock,
        hosts: AllowedHosts,
        progress: Progress,
        mirror: str = "",
    ) -> None:
        """Begin with nothing fetched."""
        self.clock = clock
        self.counts = FetchCounts()
        self.report_progress = progress
        self._service, self._client, self._folder = service, client, folder
        self._hosts, self._mirror = hosts, mirror
        self._done: set[str] = set()
        self._lists = 0

    def ask_list(self, address: str, shape: type[_Shape]) -> _Shape:
        """Ask for a list or a description, and read it.

        Args:
            address: The address.
            shape: What the JSON of the answer must hold; other keys are passed over.

        Raises:
            FetchFailedError: If there is no answer, or it is no such JSON. It is not kept, so that
                it is asked anew another time.
        """
        answer = self.ask(address)
        try:
            return read_json(answer, shape)
        except FetchFailedError:
            self._client.forget(address)
            raise

    def ask(self, address: str) -> HttpAnswer:
        """Ask for a list or a description.

        Raises:
            FetchFailedError: If there is no answer.
        """
        self._lists += 1
        if self._lists > MOST_LISTS:
            raise FetchFailedError(
                f"more than {MOST_LISTS:,} lists and descriptions were asked for in this run",
                "Ask for less at a time, or run the same command again.",
            )
        return self._client.get(address, largest=LARGEST_LIST, is_list=True)

    def ask_file(self, address: str) -> HttpAnswer:
        """Ask for a document.

        Raises:
            FetchFailedError: If there is no answer, or an empty one.
        """
        answer = self._client.get(address, largest=LARGEST_FILE)
        if not answer.body:
            raise FetchFailedError("the file is empty")
        return answer

    def forget(self, address: str) -> None:
        """Ask for a list anew another time, since it was not sound."""
        self._client.forget(address)

    def holds(self, address: str) -> bool:
        """Whether what is at an address need not be fetched again; counts it if so."""
        if address in self._done:
            return True
        if self._folder.holds(address):
            self._done.add(address)
            self.counts.same += 1
            return True
        return False

    def keep(
        self,
        path: str,
        content: bytes,
        address: str,
        *,
        media_type: str = "",
        list_address: str = "",
    ) -> None:
        """Write a file into the folder.

        Args:
            path: Its name in the folder, of safe names with slashes.
            content: Its bytes.
            address: The web address of what it holds.
            media_type: The type of its content; told by its name if empty.
            list_address: The address that was asked, if it is another.

        Raises:
            FetchFailedError: If somebody else's file is in its place.
        """
        if address in self._done:
            return
        path = self._folder.free_path(path, address)
        entry = FetchedFile(
            path=path,
            url=address,
            retrieved=utc_words(self.clock.now()),
            sha256=sha256(content).hexdigest(),
            size=len(content),
            media_type=media_type or media_type_of(path),
            licence=self._hosts.licence_of(address),
            service=self._service,
            list_address=list_address if list_address != address else "",
            mirror=self._mirror,
        )
        if self._folder.keep(entry, content):
            self.counts.new += 1
        else:
            self.counts.same += 1
        self._done.add(address)

    def keep_item(self, what: str, path: str, raw: bytes, address: str, list_address: str) -> None:
        """Write an item of a list as it was served, and note it if that cannot be done.

        Args:
            what: What it is, in a few words.
            path: Its name in the folder.
            raw: Its JSON as it stands in the list.
            address: The web address of the item itself.
            list_address: The address of the list.
        """
        try:
            self.keep(path, raw, address, media_type="application/json", list_address=list_address)
        except FetchFailedError as error:
            self.note_failure(what, address, error)

    def note_failure(self, what: str, address: str, error: FetchFailedError) -> None:
        """Note that something could not be fetched."""
        failure = NotFetched(what, address, error.reason, error.remedy)
        self.counts.not_fetched.append(failure)

    def note_gap(self, what: str, address: str, reason: str, remedy: str = AGAIN) -> None:
        """Note that something is missing though nothing failed, such as the rest of a list."""
        self.counts.not_fetched.append(NotFetched(what, address, reason, remedy))

    def note_by_hand(self, what: str, address: str, reason: str, save_as: str) -> None:
        """Note a page for a person to save; if a file has that name already, list it as that page.

        Args:
            what: What the page is, in a few words.
            address: Its address.
            reason: Why it is not fetched.
            save_as: Name in the folder under which to save it.
        """
        stem = save_as.rpartition(".")[0]
        saved = next(filter(self._folder.has_file, (f"{stem}{each}" for each in _SAVED)), None)
        if saved is None:
            self.counts.not_fetched.append(NotFetched(what, address, reason, BY_HAND, save_as))
        elif address not in self._done:
            licence = self._hosts.licence_of(address)
            is_new = self._folder.list_saved(saved, address, self._service, licence)
            self.counts.new, self.counts.same = (
                self.counts.new + is_new,
                self.counts.same + (not is_new),
            )
            self._done.add(address)


def read_json(answer: HttpAnswer, shape: type[_Shape]) -> _Shape:
    """Read an answer.

    Raises:
        FetchFailedError: If it is no JSON, or not of that shape.
    """
    try:
        return msgspec.json.decode(answer.body.removeprefix(BOM_UTF8), type=shape)
    except msgspec.ValidationError as error:
        raise FetchFailedError(
            f"the answer is not as the service describes it ({error})"
        ) from error
    except (msgspec.DecodeError, RecursionError) as error:
        if answer.body.lstrip()[:1] == b"<":
            raise FetchFailedError(
                "a web page came in place of data",
                "A proxy or a sign-in page may stand in the way: open the address in a browser.",
            ) from error
        raise FetchFailedError(f"the answer is no JSON ({error})") from error
