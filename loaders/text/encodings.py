"""From bytes to characters. No encoding is ever guessed silently."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from graph.errors import InputError
from loaders.text.file_names import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_NO_CHARACTER_SETS = frozenset(
    {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
    | {"utf-7"}
)
"""Codecs of Python that turn bytes into text and are no encoding of a file.

Some write code points as escapes, so that half a character (a surrogate) comes out of them; some
mean another encoding on each machine. Codecs from bytes to bytes, such as base64, Python itself
refuses to take for text.
"""

_AS_IN_BROWSERS = {"ascii": "cp1252", "iso8859-1": "cp1252"}
"""What pages mean by the encodings that they declare: the rule of the WHATWG Encoding Standard.

Latin-1 has control characters where Windows has quotation marks and dashes, which are what pages
that declare Latin-1 hold there.
"""

_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ASCII_UNITS = {
    "utf-16-le": re.compile(rb"(?:[\t\n\r -~]\x00){8}"),
    "utf-16-be": re.compile(rb"(?:\x00[\t\n\r -~]){8}"),
}
"""How English text looks in encodings that a file without a byte order mark does not show."""


class _Choice(NamedTuple):
    """An encoding, and whose word it is."""

    codec: str
    declared: bool = False


def decode_text(raw: bytes, name: str, encoding: str | None, declared: str | None = None) -> str:
    """Decode bytes by what the user says, a byte order mark or a declaration; by UTF-8 else.

    Args:
        raw: The bytes.
        name: The file as messages name it.
        encoding: The encoding as the user says.
        declared: The encoding that the file declares for itself.

    Raises:
        InputError: If there is no such encoding, the bytes are not in it, or they hold characters
            that no text has; the message says which encoding they look like.
    """
    choice = _choose(raw, encoding, declared)
    _refuse_no_character_set(choice, name)
    try:
        text = _decode(raw, choice)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = raw.count(b"\n", 0, start) + 1
        raise InputError(f"{name} line {line} is not {choice.codec} text.{_advice(raw)}") from None
    if half := _SURROGATE.search(text):
        line = text.count("\n", 0, half.start()) + 1
        raise InputError(
            f"{name} line {line} holds half of a character (U+{ord(half[0]):04X}), so it is not "
            f"{choice.codec} text.{_advice(raw)}"
        )
    if control := _BINARY.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(
            f"{name} line {line} contains a control character (U+{ord(control[0]):04X}), so it is "
            f"not text.{_advice(raw)}"
        )
    return text


def is_character_set(codec: str) -> bool:
    """Whether a name is that of an encoding in which files are written."""
    try:
        if codecs.lookup(codec).name in _NO_CHARACTER_SETS:
            return False
        bytes(4).decode(codec)  # all encodings have NUL, and codecs that are none refuse to decode
    except (LookupError, ValueError):  # ValueError: a name with a NUL, such as no codec has
        return False
    return True


def _choose(raw: bytes, encoding: str | None, declared: str | None) -> _Choice:
    mark = next((codec for prefix, codec in _MARKS if raw.startswith(prefix)), None)
    if encoding or mark or not declared:
        return _Choice(encoding or mark or "utf-8")
    if is_character_set(declared) and codecs.lookup(declared).name.startswith(("utf-16", "utf-32")):
        return _Choice("utf-8")  # a declaration that could be read byte by byte is not in UTF-16
    return _Choice(declared, declared=True)


def _decode(raw: bytes, choice: _Choice) -> str:
    if choice.declared and (wider := _AS_IN_BROWSERS.get(codecs.lookup(choice.codec).name)):
        try:
            return raw.decode(wider)
        except UnicodeError:  # five bytes are no characters of Windows, and are of Latin-1
            pass
    return raw.decode(choice.codec)


def _refuse_no_character_set(choice: _Choice, name: str) -> None:
    """Refuse what is no encoding of files.

    Raises:
        InputError: If it is none; says whether the user or the file named it.
    """
    if is_character_set(choice.codec):
        return
    shown = printable(choice.codec)
    if choice.declared:
        raise InputError(
            f"{name} declares that it is written in {shown!r}, which is no character encoding that "
            "can be read. Say which one it is: --encoding utf-8, for example."
        )
    raise InputError(
        f"{name}: there is no character encoding named {shown!r}. Files are written in encodings "
        "such as utf-8, utf-16, cp1252 or iso-8859-15."
    )


def _advice(raw: bytes) -> str:
    for codec, ascii_text in _ASCII_UNITS.items():
        if ascii_text.match(raw):
            return f" If it is {codec}, say so: --encoding {codec}"
    if b"\x00" in raw[:4096]:
        return " It looks like a binary file."
    if is_of_windows(raw):
        return " If a program of Windows wrote it, say so: --encoding cp1252, or save it as UTF-8."
    guess = from_bytes(raw[:65536]).best()
    if guess is None or not is_character_set(guess.encoding):
        return ""
    return f" If it is {guess.encoding}, say so: --encoding {guess.encoding}"


_HIGH = re.compile(rb"[\x80-\xff]+")
_OF_WINDOWS = re.compile(
    rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xae\xb0\xb7\xbc-\xbe]{0,3}"
    rb"(?P<letters>[\xc9\xe0-\xe2\xe4\xe7-\xeb\xed-\xef\xf1\xf3\xf4\xf6\xf9-\xfc]{0,2})"
    rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xae\xb0\xb7\xbc-\xbe]{0,3}"
)
"""Marks and signs of cp1252, and letters with accents that English words and names have there.

Other encodings have other bytes for them: that of older Macintosh has capital letters inside words,
those of DOS have quotation marks there, and other alphabets have longer runs.
"""


def is_of_windows(raw: bytes) -> bool:
    """Whether bytes that are no UTF-8 are English text of Windows, by the marks that it has."""
    runs = list(_HIGH.finditer(raw))
    return bool(runs) and all(_is_run_of_windows(raw, *run.span()) for run in runs)


def _is_run_of_windows(raw: bytes, start: int, end: int) -> bool:
    """Whether bytes above ASCII are marks, with a letter or two that belong to a word."""
    match = _OF_WINDOWS.fullmatch(raw, start, end)
    if match is None or not match["letters"]:
        return match is not None
    first, last = match.span("letters")
    return raw[max(first - 1, 0) : first].isalpha() or raw[last : last + 1].isalpha()
