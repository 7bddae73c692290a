"""The parts of a mail, or of a web page that was saved as one, within limits."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_MAIL = 64 * 1024 * 1024
"""Bytes that a mail may have."""

MOST_PARTS = 500
"""Parts that it may have."""

_MOST_LINES = 1_500_000
_MOST_WORK = 20_000_000
"""Lines times marks between parts: the parser looks for each mark in each line."""
_LONGEST_HEADER = 20_000
_ADVICE = "Save the mail again, or its text."


PICTURE = "It is a picture in a mail, and pictures are not read."
"""Why a picture in a mail is not read."""


@dataclass(frozen=True, slots=True)
class MailPart:
    """A part of a mail that holds no others.

    Attributes:
        kind: Its media type, such as ``text/html``.
        name: Name of its file; empty if it has none.
        raw: Its bytes.
        charset: Character encoding that it declares; None if it declares none.
        attached: True if it is said to be an attachment.
        alternative: Number of the group of versions of one text to which it belongs; None if it
            is no version of another.
        address: The web address that it was saved from; empty if there is none.
    """

    kind: str
    name: str
    raw: bytes
    charset: str | None
    attached: bool
    alternative: int | None
    address: str


def mail_parts(raw: bytes, name: str) -> list[MailPart]:
    """Parse a mail; what is attached as a mail is one part.

    Args:
        raw: The mail.
        name: The mail as messages name it.

    Raises:
        InputError: If it is too large or broken.
    """
    lines, marks = raw.count(b"\n"), raw.lower().count(b"boundary")
    if len(raw) > LARGEST_MAIL or lines > _MOST_LINES or lines * marks > _MOST_WORK:
        raise InputError(f"{name} is larger than a mail may be. Save its attachments and its text.")
    try:
        parts = list(_leaves(message_from_bytes(raw), None))
    except InputError as error:
        raise InputError(f"{name} {error}") from None
    except (RecursionError, ValueError, LookupError, HeaderParseError, TypeError) as error:
        raise InputError(f"{name} is a broken mail ({type(error).__name__}). {_ADVICE}") from None
    return parts


def _leaves(message: Message, alternative: int | None) -> Iterator[MailPart]:
    """The parts of a message in their order."""
    count = 0
    waiting: list[tuple[Message, int | None]] = [(message, alternative)]
    while waiting:
        part, group = waiting.pop()
        count += 1
        if count > MOST_PARTS:
            raise InputError(f"has more than {MOST_PARTS} parts. {_ADVICE}")
        if any(len(str(value)) > _LONGEST_HEADER for _, value in _headers(part)):
            raise InputError(f"has a header that no mail has. {_ADVICE}")
        kind = part.get_content_type()
        inside = part.get_payload()
        if kind == "message/rfc822" or not isinstance(inside, list):
            yield _leaf(part, kind, group)
            continue
        own = count if kind == "multipart/alternative" else group
        messages = (each for each in reversed(inside) if isinstance(each, Message))
        waiting += [(each, own) for each in messages]


def _headers(part: Message) -> list[tuple[str, str]]:
    """Those headers of a part that say how it is to be read."""
    return [(name, value) for name, value in part.items() if name.lower().startswith("content-")]


def _leaf(part: Message, kind: str, alternative: int | None) -> MailPart:
    inside = part.get_payload()
    if isinstance(inside, list):
        raw = b"".join(each.as_bytes() for each in inside[:1] if isinstance(each, Message))
    else:
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
    return MailPart(
        kind=kind,
        name=_plain(part.get_filename() or ""),
        raw=raw,
        charset=part.get_content_charset(),
        attached=part.get_content_disposition() == "attachment",
        alternative=alternative,
        address=str(part.get("Content-Location", "")).strip(),
    )


def _plain(words: str) -> str:
    """A name of a file, with the encoded words of a header written out."""
    try:
        return str(make_header(decode_header(words)))
    except (HeaderParseError, ValueError, LookupError):
        return words
