"""Mails (.eml): the message and what is attached to it are files of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.text.encodings import is_character_set
from loaders.text.mail_parts import PICTURE, MailPart, mail_parts
from loaders.text.packed_members import PackedMember, outside_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".eml",)

_PAGES = (".mhtml", ".mht")
_HEAD = 16_000
_HEADERS = re.compile(
    rb"(?im)^(from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to"
    rb"|content-type|reply-to):"
)
_LEAST_HEADERS = 3
_FIRST = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]")
_TEXTS = {"text/html": "message.html", "text/plain": "message.txt"}
_PACKED_BY_OUTLOOK = (
    "Outlook packed the attachments so that no other program opens them. Open the mail in Outlook "
    "and save what is attached."
)


def recognises(raw: bytes, suffix: str) -> bool:
    """Whether bytes begin with the headers of a mail, and the name is not that of a saved page."""
    if suffix in _PAGES:
        return False
    if suffix in SUFFIXES:
        return not raw.startswith(b"From ")  # a mailbox, of one mail or more
    head = re.split(rb"\r?\n\r?\n", raw[:_HEAD], maxsplit=1)[0]
    fields = {match[1].lower() for match in _HEADERS.finditer(head)}
    return (
        _FIRST.match(raw) is not None
        and len(fields) >= _LEAST_HEADERS
        and bool(fields & {b"mime-version", b"message-id", b"received", b"content-type"})
    )


def members(raw: bytes, name: str) -> Iterator[PackedMember]:
    """The message, and what is attached to it.

    Raises:
        InputError: If the mail is broken or too large.
    """
    parts = [part for part in mail_parts(raw, name) if part.raw.strip()]
    groups = {part.alternative for part in parts} - {None}
    shown = {group: _best(parts, group) for group in groups}
    messages = [
        part for part in parts if _is_message(part) and shown.get(part.alternative, part) is part
    ]
    bare = all(part in messages or _is_passed_over(part, shown) for part in parts)
    for number, part in enumerate(parts, start=1):
        if part in messages:
            place = messages.index(part) + 1
            prefix = f"{place} " if place > 1 else ""
            yield PackedMember(
                f"{prefix}{_TEXTS[part.kind]}", part.raw, encoding=_encoding(part), minor=not bare
            )
        elif not _is_version(part, shown):
            yield _attachment(part, number)


def _best(parts: list[MailPart], group: int | None) -> MailPart | None:
    """Of the versions of one text, that which keeps most of it."""
    versions = [part for part in parts if part.alternative == group and _is_message(part)]
    pages = [part for part in versions if part.kind == "text/html"]
    return next(iter(pages or versions), None)


def _is_message(part: MailPart) -> bool:
    return part.kind in _TEXTS and not part.attached and not part.name


def _is_version(part: MailPart, shown: dict[int | None, MailPart | None]) -> bool:
    """Whether a part is but another version of a text that is read."""
    best = shown.get(part.alternative)
    return best is not None and part.kind.startswith("text/") and not part.name and part is not best


def _is_passed_over(part: MailPart, shown: dict[int | None, MailPart | None]) -> bool:
    return part.kind.startswith("image/") or _is_version(part, shown)


def _attachment(part: MailPart, number: int) -> PackedMember:
    name = part.name.replace("\\", "/").rpartition("/")[2] or f"part {number}"
    if part.kind == "message/rfc822":
        name = name if name.lower().endswith(".eml") else f"{name}.eml"
    if part.kind in _TEXTS and "." not in name:
        name += _TEXTS[part.kind].removeprefix("message")
    if part.kind.startswith("image/"):
        return PackedMember(name, problem=PICTURE, minor=True)
    if part.kind == "application/ms-tnef" or name.lower() == "winmail.dat":
        return PackedMember(name, problem=_PACKED_BY_OUTLOOK)
    return PackedMember(
        name, part.raw, outside_problem(name), encoding=_encoding(part), minor=False
    )


def _encoding(part: MailPart) -> str | None:
    """The encoding that a part declares, if its bytes are in it."""
    charset = part.charset
    if part.kind not in _TEXTS or not charset or not is_character_set(charset):
        return None
    charset = "cp1252" if charset in {"iso-8859-1", "us-ascii", "latin-1"} else charset
    try:
        part.raw.decode(charset)
    except (UnicodeError, LookupError):
        return None
    return charset
