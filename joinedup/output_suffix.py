"""What the name of an output file says of its format, and whether that fits what was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.shell_words import quote_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Suffixes = Mapping[str, Sequence[str]]
    """Suffixes of each format's files, with the dot, by the name of the format."""

_SUFFIXES = {
    "table": (".txt",),
    "record": (".txt",),
    "csv": (".csv",),
    "spreadsheet-csv": (".csv",),
    "json": (".json",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "turtle": (".ttl",),
    "xlsx": (".xlsx",),
    "graphml": (".graphml",),
    "gexf": (".gexf",),
    "node-link": (".json",),
}
"""Suffixes of tables and networks; a suffix of two formats names the first of them."""


_COMPRESSED = (".gz", ".bz2", ".xz", ".zst", ".zip", ".7z")
"""Suffixes of compressed files; nothing here writes one."""


def format_of_table(
    output: str | Path | None, requested: str | None, formats: Sequence[str]
) -> str:
    """The format of a table or network: the requested one, or else that of the output's suffix.

    Args:
        output: The file to write; None for the screen.
        requested: The format that was asked for; None if none was.
        formats: The formats that the command has; the first one is for the screen.

    Raises:
        UsageError: If the suffix is that of another format, or of none.
    """
    if output is None:
        return requested or formats[0]
    suffixes = {name: _SUFFIXES[name] for name in formats}
    return format_of_output(Path(output), requested, suffixes)


def format_of_output(output: Path, requested: str | None, suffixes: Suffixes) -> str:
    """The format to write: the requested one, or else the one that the file's suffix names.

    A name without a suffix goes with every format; the first one is taken if none is requested.

    Args:
        output: The file to write.
        requested: The format that was asked for; None to go by the suffix.
        suffixes: The formats there are.

    Raises:
        UsageError: If the suffix is that of another format, or of none.
    """
    if not output.suffix:
        return requested or next(iter(suffixes))
    if requested is not None and output.suffix.lower() in suffixes[requested]:
        return requested
    named = _format_with(output, suffixes)
    if named is None:
        endings = ", ".join(suffix for group in suffixes.values() for suffix in group)
        raise UsageError(
            f"{output.name} ends in {output.suffix}, which is none of the formats here. "
            f"Give a name that ends in one of {endings}."
        )
    if requested is not None:
        raise UsageError(_mismatch(output, requested, named, suffixes))
    return named


def refuse_other_suffix(output: Path, requested: str, suffixes: Suffixes) -> None:
    """Refuse a file whose suffix belongs to another format than the requested one.

    Raises:
        UsageError: If it does.
    """
    named = _format_with(output, suffixes)
    if named not in (None, requested):
        raise UsageError(_mismatch(output, requested, str(named), suffixes))


def refuse_compressed(output: Path, requested: str) -> None:
    """Refuse the name of a compressed file.

    Raises:
        UsageError: If it is one.
    """
    if _is_compressed(output):
        plain = output.with_suffix("")
        raise UsageError(
            f"{output.name} is a name for a compressed file, but {requested} is written "
            f"uncompressed. Write -o {quote_word(str(plain))}, and compress that file afterwards."
        )


def refuse_file_name(output: Path, requested: str, suffixes: Suffixes) -> None:
    """Refuse the name of a file for a format that is a folder of files.

    Raises:
        UsageError: If the name ends as that of a file does.
    """
    if _format_with(output, suffixes) or _is_compressed(output):
        folder = quote_word(str(output.with_suffix("")))
        raise UsageError(
            f"{output.name} is a name for one file, but {requested} is a folder of files, one a "
            f"table. Give the name of a folder: {requested} -o {folder}"
        )


def _is_compressed(output: Path) -> bool:
    return output.suffix.lower() in _COMPRESSED


def _format_with(output: Path, suffixes: Suffixes) -> str | None:
    suffix = output.suffix.lower()
    return next((name for name, group in suffixes.items() if suffix in group), None)


def _mismatch(output: Path, requested: str, named: str, suffixes: Suffixes) -> str:
    return (
        f"{output.name} is a name for {named}, but the format asked for is {requested}. "
        f"Ask for {named}, or give a name that ends in {' or '.join(suffixes[requested])}."
    )
