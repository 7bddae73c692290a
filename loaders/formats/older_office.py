"""Files of older office programs, and protected ones: they are not read, and it is said why."""

from __future__ import annotations

from typing import NoReturn

from graph.errors import InputError
from loaders.text.outlook_marks import COMPOUND, is_outlook_mail
from loaders.text.shown_text import ShownText

SUFFIXES = (".doc", ".dot")


def recognises(raw: bytes) -> bool:
    """Whether a file begins as those of Word 97 and protected documents do, and is no mail."""
    return raw.startswith(COMPOUND) and not is_outlook_mail(raw)


def decode(raw: bytes, name: str, encoding: str | None) -> NoReturn:  # noqa: ARG001 - every format is asked so
    """Say what to do with the file.

    Raises:
        InputError: Always.
    """
    raise InputError(
        f"{name} is a file of an older Word or Excel, or protected by a password. Open it and save "
        "it without password as .docx or .xlsx."
    )


def extract(text: str) -> ShownText:
    """The text as it stands; there never is one."""
    return ShownText(text)
