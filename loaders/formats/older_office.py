"""Files of older office programs, and protected ones: they are not read, and it is said why."""

from __future__ import annotations

from typing import NoReturn

from graph.errors import InputError
from loaders.text.shown_text import ShownText

SUFFIXES = (".doc", ".dot", ".msg")

_MARK = bytes.fromhex("D0CF11E0A1B11AE1")


def recognises(raw: bytes) -> bool:
    """Whether a file begins as those of Word 97, Outlook and protected documents do."""
    return raw.startswith(_MARK)


def decode(raw: bytes, name: str, encoding: str | None) -> NoReturn:  # noqa: ARG001 - every format is asked so
    """Say what to do with the file.

    Raises:
        InputError: Always.
    """
    raise InputError(
        f"{name} is a file of an older Word or Excel, an Outlook message, or protected by a "
        "password. Open it and save it without password as .docx, .xlsx or, a message, as .eml."
    )


def extract(text: str) -> ShownText:
    """The text as it stands; there never is one."""
    return ShownText(text)
