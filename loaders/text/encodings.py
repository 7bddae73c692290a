"""From bytes to characters. No encoding is ever guessed silently."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from graph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_text(raw: bytes, name: str, encoding: str | None, declared: str | None = None) -> str:
    """Decode bytes by what the user says, a byte order mark or a declaration; by UTF-8 else.

    Args:
        raw: The bytes.
        name: The file as messages name it.
        encoding: The encoding as the user says.
        declared: The encoding that the file declares for itself.

    Raises:
        InputError: If there is no such encoding, or the bytes are not in it; the message says
            which encoding they look like.
    """
    mark = next((codec for prefix, codec in _MARKS if raw.startswith(prefix)), None)
    codec = encoding or mark or declared or "utf-8"
    try:
        return raw.decode(codec)
    except LookupError:
        raise InputError(f"{name}: there is no character encoding named {codec!r}.") from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name} line {line} is not {codec} text.{_advice(raw)}") from None


def _advice(raw: bytes) -> str:
    if b"\x00" in raw[:4096]:
        return " It looks like a binary file."
    guess = from_bytes(raw[:65536]).best()
    return f" If it is {guess.encoding}, say so: --encoding {guess.encoding}" if guess else ""
