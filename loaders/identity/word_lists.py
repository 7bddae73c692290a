"""The words of `words.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from loaders.text.typed_values import read_toml


class _Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dated: str
    negations: str
    says_little: str
    speakers: dict[str, str]


@cache
def _lists() -> _Lists:
    return read_toml(Path(__file__).with_name("words.toml"), _Lists)


DATED = frozenset(_lists().dated.split())
NEGATIONS = frozenset(_lists().negations.split())
SAYS_LITTLE = frozenset(_lists().says_little.split())
SPEAKERS = _lists().speakers
