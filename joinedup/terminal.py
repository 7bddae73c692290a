"""The one way to standard output and standard error.

What people read is written in the characters of their terminal: what it would obey becomes a mark,
what its code page lacks is replaced. What programs read is written as UTF-8, byte for byte, unless
a person is looking at it. A stream that is full or closed ends in a sentence, never in a traceback.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, TextIO

from graph.errors import JoinedupError
from joinedup.screen_links import link_addresses, takes_links
from joinedup.screen_options import known_width
from joinedup.screen_pager import show_in_pages
from queries.screen_text import wrap_lines
from queries.visible_text import mark_controls

if TYPE_CHECKING:
    from collections.abc import Iterator

FOR_PEOPLE = ("table", "record", "text")
"""Formats that no program reads."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("│┃", "|"),
        **dict.fromkeys("─━┄═", "-"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼┏┓┗┛┡┩┢┪┳┻╇╈", "+"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("•‣▪●", "*"),
        "…": "...",
        "£": "GBP ",
        "€": "EUR ",
        "×": "x",
        "→": "->",
        "\u00a0": " ",
    }
)
"""What stands for a character that a code page lacks.

A letter with an accent loses it; all else becomes a question mark.
"""


def prepare_streams() -> None:
    """Make the standard streams bear any text, and put the null device where one is closed.

    The next file that is opened would take the number of a closed one, and would get what is
    written there; in processes that are started too.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_REPLACE)
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # noqa: FBT003 - takes no name


def print_text(text: str) -> None:
    """Write lines to standard output, for people.

    Raises:
        JoinedupError: If standard output is full or closed; a reader that left early is no error.
    """
    with _standard_output() as stream:
        _write_linked(stream, mark_controls(_fitted(stream, text)))


def print_message(text: str) -> None:
    """Write lines to standard error; where that is full or closed, nobody can be told so."""
    if sys.stderr is None:
        return
    try:
        _write_text(sys.stderr, _fitted(sys.stderr, text))
    except (OSError, ValueError):
        _discard(sys.stderr)


def print_result(content: str | bytes, output_format: str) -> None:
    """Write an answer in a format.

    Args:
        content: What to write.
        output_format: The format it is in.

    Raises:
        JoinedupError: If standard output is full or closed.
    """
    with _standard_output() as stream:
        if isinstance(content, str) and output_format in FOR_PEOPLE:
            _show(stream, content)
            return
        if isinstance(content, str) and stream.isatty():
            _write_text(stream, content)
            return
        stream.flush()
        stream.buffer.write(as_bytes(content))
        stream.flush()


def as_bytes(content: str | bytes) -> bytes:
    """An answer as a file holds it: UTF-8 with a line end.

    What is no character, such as a byte in the name of a file that is no text, is written with the
    escapes of JSON.
    """
    if isinstance(content, bytes):
        return content
    line_end = "" if content.endswith("\r\n") else "\n"
    return f"{content}{line_end}".encode(errors="backslashreplace")


@contextmanager
def binary_output() -> Iterator[IO[bytes]]:
    """Standard output for bytes.

    Raises:
        JoinedupError: If standard output is full or closed.
    """
    with _standard_output() as stream:
        stream.flush()
        yield stream.buffer
        stream.flush()


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output; what goes wrong there becomes a sentence, but for a reader that has left."""
    stream = sys.stdout
    if stream is None or stream.closed:
        raise JoinedupError("Standard output is closed, so the answer could not be written.")
    try:
        yield stream
    except BrokenPipeError:
        _discard(stream)
    except OSError as error:
        _discard(stream)
        raise JoinedupError(
            f"Standard output cannot be written: {error.strerror or error}."
        ) from error


def _fitted(stream: TextIO, text: str) -> str:
    """A text with its lines broken where the stream has a known width; others may break them."""
    width = known_width(stream)
    return wrap_lines(text, width) if width else text


def _show(stream: TextIO, text: str) -> None:
    """Write for people: in pages where it is long, with links where the terminal takes them."""
    visible = mark_controls(text)
    if not show_in_pages(stream, visible):
        _write_linked(stream, visible)


def _write_linked(stream: TextIO, visible: str) -> None:
    stream.write(f"{link_addresses(visible) if takes_links(stream) else visible}\n")
    stream.flush()


def _write_text(stream: TextIO, text: str) -> None:
    stream.write(f"{mark_controls(text)}\n")
    stream.flush()


def _discard(stream: TextIO) -> None:
    """Send to the null device what the stream still holds, which Python would write at its end."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKD", missing.translate(_PLAIN))
    letters = (char for char in plain if not unicodedata.combining(char))
    return "".join(char if char.isascii() else "?" for char in letters), error.end


_REPLACE = "joinedup-replace"
codecs.register_error(_REPLACE, _replaced)
