"""Changes inputs at random: as discs, editors, scripts and people with bad intentions would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_NUMBER = re.compile(rb"[0-9]+")
_LARGEST = 400_000
"""Bytes that an input may grow to."""

EVERYWHERE: tuple[bytes, ...] = (
    *(b"\x00", b"\x1b[31m", b"\x7f", b"\xc2\x9b31m", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80"),
    *(b"\r", b"\x0b", b"\x0c", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xf4\x8f\xbf\xbf"),
    *(b"31 February 2024", b"0 Jan 0000", b"99999-12-31", b"0000-00-00", b"2024-02-30"),
    *("４２".encode(), "İıſﬁ".encode(), b"-1", b"9" * 5_000, b"1e999", b"NaN", b"'" * 50),
    *(b"(" * 2_000, b"[" * 3_000, b'"', b"'", b"\\", b"{", b"}", b"%s%n", b"../" * 20, b"\n" * 500),
)
"""What is put into any input."""


def mutate(
    raw: bytes,
    others: Sequence[bytes],
    words: Sequence[bytes],
    random: Random,
    largest: int = _LARGEST,
) -> bytes:
    """Change an input in one to six ways.

    Args:
        raw: The input.
        others: Inputs of the same kind, pieces of which are put into it.
        words: What inputs of this kind hold or should not hold.
        random: Decides.
        largest: Bytes that it may grow to.
    """
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 6))):
        raw = random.choice(_WAYS)(raw, others, words, random)[:largest]
    return raw


def _span(raw: bytes, random: Random, longest: int = 400) -> tuple[int, int]:
    start = random.randint(0, len(raw))
    return start, min(len(raw), start + random.randint(0, longest))


def _flip(raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(random.randint(1, 8) if raw else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _delete(raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(raw, random)
    return raw[:start] + raw[end:]


def _cut(raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    place = random.randint(0, len(raw))
    return raw[:place] if random.random() < 0.7 else raw[place:]


def _repeat(raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(raw, random, 200)
    return raw[:start] + raw[start:end] * random.choice((2, 3, 20, 500)) + raw[end:]


def _insert(raw: bytes, _others: Sequence[bytes], words: Sequence[bytes], random: Random) -> bytes:
    place = random.randint(0, len(raw))
    return raw[:place] + random.choice((*words, *EVERYWHERE)) + raw[place:]


def _overwrite(
    raw: bytes, _others: Sequence[bytes], words: Sequence[bytes], random: Random
) -> bytes:
    """Put something in place of a word."""
    matches = list(re.finditer(rb"[^\s,;<>\"=\[\]]+", raw))
    if not matches:
        return raw
    match = random.choice(matches)
    return raw[: match.start()] + random.choice((*words, *EVERYWHERE)) + raw[match.end() :]


def _number(raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    matches = list(_NUMBER.finditer(raw))
    if not matches:
        return raw
    match, other = random.choice(matches), random.choice(matches)
    choices = (other[0], b"0", b"-1", b"1", b"65536", b"2147483648", b"9" * 30)
    return raw[: match.start()] + random.choice(choices) + raw[match.end() :]


def _splice(raw: bytes, others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others)
    start, end = _span(other, random, 2_000)
    place = random.randint(0, len(raw))
    return raw[:place] + other[start:end] + raw[place:]


def _swap_lines(
    raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random
) -> bytes:
    lines = raw.split(b"\n")
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return random.choice((b"\n", b"\r\n", b"\r", b"\n\n")).join(lines)


def _encode(raw: bytes, _others: Sequence[bytes], _words: Sequence[bytes], random: Random) -> bytes:
    codec = random.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "cp037"))
    return raw.decode("utf-8", "replace").encode(codec, "replace")


_WAYS: Sequence[Callable[[bytes, Sequence[bytes], Sequence[bytes], Random], bytes]] = (
    *(_flip, _delete, _cut, _repeat, _insert, _insert, _overwrite, _overwrite),
    *(_number, _number, _splice, _swap_lines, _encode),
)
