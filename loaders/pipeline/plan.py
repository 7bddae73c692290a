"""Which files a build reads, and in what order: files, folders, globs, standard input, own data."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.store.desktop_files import is_desktop_file
from loaders.containers import container_suffixes
from loaders.interface.column_choices import is_choices_file
from loaders.interface.context import Issue
from loaders.interface.fetched_files import is_fetch_list
from loaders.interface.source_list import HERE, all_sources
from loaders.pipeline.register_files import may_be_register
from loaders.pipeline.retrieval_list import RetrievalLists
from loaders.text.file_names import file_name
from loaders.text.saved_pages import PART_OF_PAGE, page_of_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.pipeline.report import BuildReport
    from loaders.pipeline.retrieval_list import Retrieval

BUNDLED = "bundled"
"""The word that stands for all of the project's own data."""


STANDARD_INPUT = "standard input"
"""The name of what is piped in."""

_FETCHED_KIND = "It was fetched, but no source reads files of its kind. Use it by itself."
"""Why a file that a service gave is not read, and what to do."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: Where it is; None for standard input.
        location: Its name from the folder the user named.
        bundled: True for the project's own data.
        retrieval: Where it was fetched, by the list kept beside it; None if it is in none.
        retrieved: ISO date on which bundled data were gathered.
    """

    path: Path | None
    location: str
    bundled: bool = False
    retrieval: Retrieval | None = None
    retrieved: str | None = None

    @property
    def shown(self) -> str:
        """The file as messages name it."""
        return file_name(self.path) if self.path else self.location

    @property
    def size(self) -> int:
        """Bytes of the file; 0 for standard input and for what is not there."""
        try:
            return self.path.stat().st_size if self.path else 0
        except (OSError, ValueError):  # ValueError: a NUL in the name
            return 0

    @property
    def suffix(self) -> str:
        """File name ending in lower case; empty for standard input."""
        return self.path.suffix.lower() if self.path else ""


def find_files(source: str, issues: list[Issue] | None = None) -> list[SourceFile]:
    """Find the files that one SOURCE of the command line stands for, in order of name.

    Args:
        source: A file, a folder, a glob, `-` for standard input, the name of a source that has
            bundled data, or `bundled` for all of these.
        issues: Where folders that cannot be looked into are noted.

    Raises:
        InputError: If nothing is there.
    """
    if source == "-":
        return [SourceFile(None, STANDARD_INPUT)]
    issues = [] if issues is None else issues
    path = Path(source)
    fetched = RetrievalLists(issues)
    try:
        if path.is_dir():
            return _in_folder(path, issues, fetched)
        if os.path.lexists(path):
            return [_single_file(path, fetched)]
        if bundled := bundled_files(source):
            return bundled
        if matches := _matches(source):
            return [file for match in matches for file in _at_match(match, issues, fetched)]
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links that go round
        problem = getattr(error, "strerror", None) or error
        raise InputError(f"{file_name(source)} cannot be looked for: {problem}.") from error
    raise InputError(f"There is no file, folder or bundled source named {file_name(source)}.")


def _matches(pattern: str) -> list[Path]:
    """What a glob stands for, but hidden files; `**` does not follow links, which may go round."""
    if not any(character in pattern for character in "*?["):
        return []
    anchor = Path(pattern).anchor
    found = Path(anchor or ".").glob(pattern.removeprefix(anchor))
    hidden = {part for part in Path(pattern).parts if part.startswith(".")}
    return sorted(
        path
        for path in found
        if not any(part.startswith(".") and part not in hidden for part in path.parts)
    )


def _single_file(path: Path, fetched: RetrievalLists) -> SourceFile:
    """A file that the user names.

    Raises:
        InputError: If it lists what was, or was not, fetched into a folder.
    """
    if is_fetch_list(path):
        raise InputError(
            f"{file_name(path)} only lists what was fetched into its folder. Name the folder."
        )
    return SourceFile(path, file_name(path.name), retrieval=fetched.retrieval(path))


def _at_match(path: Path, issues: list[Issue], fetched: RetrievalLists) -> list[SourceFile]:
    """The files at one match of a glob; a folder that holds none does no harm to the others."""
    if not path.is_dir():
        beside = is_fetch_list(path) or is_choices_file(path)
        return [] if beside else [_single_file(path, fetched)]
    try:
        return _in_folder(path, issues, fetched)
    except InputError as error:
        issues.append(Issue(file_name(path), str(error)))
        return []


def bundled_files(name: str) -> list[SourceFile]:
    """Files of the project's own data under the given source's name, or all of them."""
    return [
        SourceFile(
            path,
            path.relative_to(HERE).as_posix(),
            bundled=True,
            retrieved=source.descriptor.retrieved,
        )
        for source in all_sources()
        if name in (source.descriptor.name, BUNDLED)
        for path in source.bundled
    ]


def _in_folder(folder: Path, issues: list[Issue], fetched: RetrievalLists) -> list[SourceFile]:
    """Every file below a folder that some loader could read, links to folders not followed.

    Raises:
        InputError: If there is none.
    """
    suffixes = readable_suffixes()
    name = file_name(folder.resolve().name)
    files: list[SourceFile] = []
    for path in _walk(folder, issues):
        if is_fetch_list(path) or is_choices_file(path) or is_desktop_file(path.name):
            continue
        if path.suffix.lower() in suffixes:
            location = f"{name}/{file_name(path.relative_to(folder).as_posix())}"
            files.append(SourceFile(path, location, retrieval=fetched.retrieval(path)))
        else:
            is_fetched = fetched.retrieval(path) is not None
            reason = _FETCHED_KIND if is_fetched else unread_kind(path.suffix)
            issues.append(Issue(file_name(path), reason))
    if not files:
        endings = ", ".join(sorted(suffixes))
        raise InputError(
            f"The folder {file_name(folder)} holds no file that could be read ({endings})."
        )
    return sorted(files, key=lambda file: (file.location, str(file.path)))


def readable_suffixes() -> frozenset[str]:
    """Endings of the files that some loader or container could read."""
    own = {suffix for each in all_sources() for suffix in each.descriptor.suffixes}
    return frozenset(own | container_suffixes()) - {""}


def unread_kind(suffix: str) -> str:
    """Why a file of a folder is not read, by its ending, and what to do."""
    kind = f"Files that end in {suffix}" if suffix else "Files without an ending"
    return f"{kind} are not read. {_what_to_do(suffix.lower())}"


@cache
def _what_to_do(suffix: str) -> str:
    """What to do with a file of a kind that is not read."""
    path = Path(__file__).with_name("unread_kinds.toml")
    kinds = tomllib.loads(path.read_text(encoding="utf-8"))
    return next(
        (kind["advice"] for kind in kinds.values() if suffix in kind["endings"]),
        "Save it as a Word or PDF file, a web page or plain text (.txt).",
    )


def _walk(folder: Path, issues: list[Issue]) -> Iterator[Path]:
    """Every file below a folder but the hidden ones; links to folders are not followed."""

    def note(error: OSError) -> None:
        location = file_name(error.filename or folder)
        issues.append(Issue(location, f"The folder cannot be looked into: {error.strerror}."))

    for root, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        saved = [name for name in folders if _is_saved_with_page(name, files)]
        for name in saved:
            place = f"{file_name(Path(root) / name)}/"
            issues.append(Issue(place, f"A folder of a saved page: {PART_OF_PAGE}", lost=False))
        folders[:] = [name for name in folders if name not in saved]
        yield from (Path(root) / name for name in files if not name.startswith("."))


def _is_saved_with_page(folder: str, files: Sequence[str]) -> bool:
    """Whether a browser saved a folder with a page that lies beside it."""
    stem = page_of_folder(folder)
    return stem is not None and any(f"{stem}{ending}" in files for ending in (".html", ".htm"))


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """Which files are read in what order; each once.

    Attributes:
        named: What the user asked for.
        registers: What is read first, since the texts of all others are read by its names.
        others: What is read after that.
    """

    named: frozenset[SourceFile]
    registers: tuple[SourceFile, ...]
    others: tuple[SourceFile, ...]

    @property
    def size(self) -> int:
        """Bytes of the files that are not registers; standard input is not known beforehand."""
        return sum(file.size for file in self.others)


def plan_build(sources: Sequence[str], report: BuildReport) -> BuildPlan:
    """Find the files of the sources; what is not there is noted in the report."""
    named: dict[SourceFile, None] = {}
    for source in sources:
        try:
            named |= dict.fromkeys(find_files(source, report.issues))
        except InputError as error:
            report.issues.append(Issue(file_name(source), str(error)))
    descriptors = [source.descriptor for source in all_sources() if source.descriptor.register]
    own = [file for descriptor in descriptors for file in bundled_files(descriptor.name)]
    first = dict.fromkeys(
        [*own, *(file for file in named if may_be_register(file.path, file.suffix, descriptors))]
    )
    others = tuple(file for file in named if file not in first)
    return BuildPlan(frozenset(named), tuple(first), others)
