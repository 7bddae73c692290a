"""Words of texts in the form in which they are compared, each worked out once and remembered."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from loaders.identity.comparable_words import ComparableWords, comparable_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGEST = 16


class WordMemory:
    """The words of all texts that were asked for."""

    def __init__(self, former: Mapping[bytes, ComparableWords] | None = None) -> None:
        """Take from `former`, by the digests of texts, what was worked out before."""
        self._former = former or {}
        self._words: dict[bytes, ComparableWords] = {}

    def words(self, text: str) -> ComparableWords:
        """The words of a text of a finding; see `comparable_words`."""
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
        words = self._words.get(digest) or self._former.get(digest) or comparable_words(text)
        self._words[digest] = words
        return words

    def pack(self) -> bytes:
        """All that were asked for, as bytes."""
        return msgspec.msgpack.encode(self._words)

    @classmethod
    def unpack(cls, packed: bytes) -> WordMemory:
        """A memory that takes from what was packed.

        Raises:
            msgspec.DecodeError: If the bytes are no such memory.
        """
        return cls(msgspec.msgpack.decode(packed, type=dict[bytes, ComparableWords]))
