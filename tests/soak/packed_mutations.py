"""Changes the parts of packed files at random, so that what is damaged is not the packing alone.

Archives, office documents, mails and mailboxes are opened, one part of them is changed, and they
are packed again as sound files. Parts that are packed themselves are opened in turn, and half of
what is XML stays so.
"""

from __future__ import annotations

import gzip
import re
import tarfile
import zipfile
from email import encoders, message_from_bytes
from io import BytesIO
from typing import TYPE_CHECKING

from tests.soak.mutations import mutate
from tests.soak.xml_mutations import mutate_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from email.message import Message
    from random import Random

    Change = Callable[[bytes], bytes]

NAMES = (
    *("../page.html", "/etc/page.html", "C:\\page.html", "nul", "con.txt", "a" * 300, "a/" * 200),
    *(
        "\x00.txt",
        "\x1b[31m.html",
        "\u202etxt.html",
        "PAGE.HTML",
        "page.html",
        "",
        ".",
        "-",
        "\ud800",
    ),
    *(
        "word/document.xml",
        "[Content_Types].xml",
        "content.xml",
        "mimetype",
        "x.zip",
        "x.eml",
        "x.csv",
    ),
)
"""What members are called that should not be."""

_HEADERS = re.compile(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06")
_HEADER_LENGTH = 46
_MAIL = re.compile(rb"(?im)^(?:mime-version|content-type):")
_NEXT_MAIL = b"\nFrom "


def mutate_packed(raw: bytes, words: Sequence[bytes], random: Random) -> bytes:
    """Change one part of a packed file; its bytes themselves if it is none that can be opened.

    Args:
        raw: The file.
        words: What its parts hold or should not hold.
        random: Decides.
    """

    def change(part: bytes) -> bytes:
        if random.random() < 0.7 and (opened := _packing(part)):
            return opened(part, change, random)
        as_xml = mutate_xml(part, random) if random.random() < 0.7 else None
        return mutate(part, (part,), words, random) if as_xml is None else as_xml

    packing = _packing(raw)
    return packing(raw, change, random) if packing else change(raw)


def _packing(raw: bytes) -> Callable[[bytes, Change, Random], bytes] | None:
    """What opens a file of this kind, changes a part and packs it again."""
    if raw.startswith(b"PK"):
        return _in_zip
    if raw.startswith(b"\x1f\x8b") or raw[257:262] == b"ustar":
        return _in_tar
    if raw.startswith(b"From "):
        return _in_mailbox
    return _in_mail if _MAIL.search(raw[:2_000]) else None


def _in_zip(raw: bytes, change: Change, random: Random) -> bytes:
    if random.random() < 0.15:
        return _with_other_headers(raw, random)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as archive, zipfile.ZipFile(target, "w") as packed:
        members = archive.infolist()
        chosen = random.choice(members)
        for member in members:
            content = archive.read(member)
            name = member.filename
            if member is chosen:
                content, name = _changed(content, name, change, random)
            about = zipfile.ZipInfo(name.encode("utf-8", "replace").decode())
            packed.writestr(
                about, content, random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
            )
    return target.getvalue()


def _with_other_headers(raw: bytes, random: Random) -> bytes:
    """A zip file that says other things of its members than are true."""
    changed = bytearray(raw)
    for _ in range(random.randint(1, 4)):
        start = random.choice(list(_HEADERS.finditer(raw))).start()
        place = min(len(raw) - 1, start + random.randrange(4, _HEADER_LENGTH))
        changed[place] = random.choice((0, 1, 8, 255, random.randrange(256)))
    return bytes(changed)


def _in_tar(raw: bytes, change: Change, random: Random) -> bytes:
    plain = gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    target = BytesIO()
    with (
        tarfile.open(fileobj=BytesIO(plain)) as archive,
        tarfile.open(fileobj=target, mode="w") as packed,
    ):
        members = [(about, archive.extractfile(about)) for about in archive if about.isreg()]
        chosen = random.randrange(len(members))
        for place, (about, file) in enumerate(members):
            content = file.read() if file else b""
            if place == chosen:
                content, name = _changed(content, about.name, change, random)
                about.name = name.encode("utf-8", "replace").decode()
                about.type = random.choice(
                    (*[tarfile.REGTYPE] * 9, tarfile.SYMTYPE, tarfile.CHRTYPE)
                )
                about.linkname = "/etc/hostname" if about.type == tarfile.SYMTYPE else ""
            about.size = len(content)
            packed.addfile(about, BytesIO(content))
    return gzip.compress(target.getvalue(), 1) if plain is not raw else target.getvalue()


def _changed(content: bytes, name: str, change: Change, random: Random) -> tuple[bytes, str]:
    """A member of which the words are changed, or the name."""
    if random.random() < 0.1:
        return content, random.choice(NAMES)
    return change(content), name


def _in_mail(raw: bytes, change: Change, random: Random) -> bytes:
    message = message_from_bytes(raw)
    leaves = [each for each in message.walk() if not each.is_multipart()]
    part = random.choice(leaves)
    payload = part.get_payload(decode=True)
    del part["Content-Transfer-Encoding"]
    part.set_payload(change(payload if isinstance(payload, bytes) else b""))
    _encode(part, random)
    return message.as_bytes()


def _encode(part: Message, random: Random) -> None:
    """Encode a part that bytes were put into: mostly as it should be, now and then not at all."""
    if random.random() < 0.1:
        part["Content-Transfer-Encoding"] = random.choice(("8bit", "base64", "x-uuencode", "x"))
        payload = part.get_payload()
        part.set_payload(
            payload.decode("ascii", "surrogateescape") if isinstance(payload, bytes) else ""
        )
    else:
        random.choice((encoders.encode_base64, encoders.encode_quopri))(part)


def _in_mailbox(raw: bytes, change: Change, random: Random) -> bytes:
    """A mailbox of which one mail is changed within."""
    mails = raw.split(_NEXT_MAIL)
    place = random.randrange(len(mails))
    line, _, mail = mails[place].partition(b"\n")
    mails[place] = line + b"\n" + change(mail)
    return _NEXT_MAIL.join(mails)
