"""The files of a graph that people name: as the list of sources prints them, or by an address."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from rapidfuzz import process

from graph.errors import AmbiguousNameError, UnknownNameError
from loaders.text.file_names import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.kept_sources.source_list import KeptFile

_OFFERED = 3
"""Near names that a message offers."""


def files_named(names: Iterable[str], files: Sequence[KeptFile]) -> list[KeptFile]:
    """The files that names stand for, each once, in the order of the files.

    Args:
        names: For each, a location, a path that ends in one, a folder, or the address of a page.
        files: The files of the graph.

    Raises:
        UnknownNameError: If a name stands for no file.
        AmbiguousNameError: If an address is that of one page of a file with several.
    """
    wanted = {id(file) for name in names for file in _named(name, files)}
    return [file for file in files if id(file) in wanted]


def _named(name: str, files: Sequence[KeptFile]) -> list[KeptFile]:
    with_page = [file for file in files if name in file.addresses]
    for file in with_page:
        if len(file.addresses) > 1 or file.records > 1:
            raise AmbiguousNameError(
                f"{name} is the address of one of {file.records:,} records of {file.location}. "
                "To remove them all, name the file."
            )
    if with_page:
        return with_page
    path = file_name(PurePath(name).as_posix())
    for matches in (
        [file for file in files if file.location == path],
        [file for file in files if path.endswith(f"/{file.location}")],
        [file for file in files if file.location.startswith(f"{path.rstrip('/')}/")],
    ):
        if matches:
            return matches
    near = process.extract(path, sorted({file.location for file in files}), limit=_OFFERED)
    offered = ", ".join(location for location, *_ in near)
    raise UnknownNameError(
        f"The graph was made of no file named {file_name(name)}, and of no page of that address. "
        f"Near names: {offered}. All of them: joinedup sources."
    )
