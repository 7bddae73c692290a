"""Mails that Outlook saved (.msg): the message, and what is attached, are files of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from oxmsg import Message

from graph.errors import InputError
from loaders.text.mail_parts import PICTURE
from loaders.text.outlook_marks import is_outlook_mail
from loaders.text.packed_members import PackedMember, outside_problem
from loaders.text.time_limited import TimeLimitedReader, limit_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oxmsg.attachment import Attachment

SUFFIXES = (".msg",)

READER = TimeLimitedReader(__name__, seconds=60)
"""Reads mails of Outlook."""

_ADVICE = "Open it in Outlook, and save the mail as HTML and what is attached to it as files."
_ATTACHED_MAIL = (
    "It is a mail that is attached to a mail of Outlook, and is not read. Open it in Outlook and "
    "save it as a file of its own."
)


class _Part(msgspec.Struct, frozen=True):
    name: str
    content: bytes
    problem: str = ""
    is_message: bool = False
    is_picture: bool = False


def recognises(raw: bytes, suffix: str) -> bool:  # noqa: ARG001 - every kind is asked so
    """Whether bytes are a compound file with the parts of a mail."""
    return is_outlook_mail(raw)


def members(raw: bytes, name: str) -> Iterator[PackedMember]:
    """The message, as a page if it is one, and what is attached to it.

    Raises:
        InputError: If it is broken, or needs too long.
    """
    reply = READER.read(raw, f"The mail {name}", _ADVICE)
    parts = msgspec.msgpack.decode(reply, type=list[_Part])
    bare = all(part.is_message or part.is_picture for part in parts)
    for part in parts:
        yield PackedMember(
            part.name,
            b"" if part.problem else part.content,
            part.problem or outside_problem(part.name),
            encoding="utf-8" if part.is_message else None,
            minor=part.is_picture or (part.is_message and not bare),
        )


def handle(message: bytes) -> bytes:
    """Take a mail apart in the process of `READER`."""
    limit_memory()
    try:
        return msgspec.msgpack.encode(list(_parts(Message.load(message))))
    except Exception as error:
        kind = type(error).__name__
        raise InputError(f"The mail is broken ({kind}). {_ADVICE}") from error


def _parts(message: Message) -> Iterator[_Part]:
    plain, page = message.body or "", message.html_body or ""
    if page.strip():
        yield _Part("message.html", page.encode("utf-8", "replace"), is_message=True)
    elif plain.strip():
        yield _Part("message.txt", plain.encode("utf-8", "replace"), is_message=True)
    for number, attachment in enumerate(message.attachments, start=1):
        yield _attached(attachment, number)


def _attached(attachment: Attachment, number: int) -> _Part:
    written = (attachment.file_name or "").replace("\\", "/").rpartition("/")[2]
    name, content = written or f"part {number}", attachment.file_bytes
    if content is None:
        return _Part(name, b"", _ATTACHED_MAIL)
    if (attachment.mime_type or "").startswith("image/"):
        return _Part(name, b"", PICTURE, is_picture=True)
    return _Part(name, content)
