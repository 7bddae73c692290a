"""What the name of an output file says of its format, and whether that fits what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Suffixes = Mapping[str, Sequence[str]]
    """Suffixes of each format's files, with the dot, by the name of the format."""


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
    named = _format_with(output, suffixes)
    if not output.suffix:
        return requested or next(iter(suffixes))
    if named is None:
        endings = ", ".join(suffix for group in suffixes.values() for suffix in group)
        raise UsageError(
            f"{output.name} ends in {output.suffix}, which is none of the formats here. "
            f"Give a name that ends in one of {endings}."
        )
    if requested is not None and requested != named:
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


def _format_with(output: Path, suffixes: Suffixes) -> str | None:
    suffix = output.suffix.lower()
    return next((name for name, group in suffixes.items() if suffix in group), None)


def _mismatch(output: Path, requested: str, named: str, suffixes: Suffixes) -> str:
    return (
        f"{output.name} is a name for {named}, but the format asked for is {requested}. "
        f"Ask for {named}, or give a name that ends in {' or '.join(suffixes[requested])}."
    )
