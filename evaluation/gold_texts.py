"""Gold files of single texts: sentences and short replies, with what a person read in each."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType


class GoldText(msgspec.Struct, frozen=True, kw_only=True):
    """What every row has.

    Attributes:
        text: The words.
        form: Kind of wording, by which figures are given apart.
    """

    text: str
    form: str = "any"


class GoldDate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A time that belongs to an undertaking.

    Attributes:
        words: As printed; an article or preposition before them does not matter.
        kind: Whether something is due then, is due then instead of before, or was delivered.
        last: Last day they can mean; null if open; not judged if left out.
    """

    words: str
    kind: Literal["due", "revised", "delivered"]
    last: date | UnsetType | None = UNSET


class DatesRow(GoldText, frozen=True, kw_only=True):
    """The times in a reply.

    Attributes:
        written: Date of the document, from which "within six months" counts.
        dates: The times in order; an empty list if none belongs to an undertaking.
    """

    written: date | None = None
    dates: tuple[GoldDate, ...]


class AddresseesRow(GoldText, frozen=True, kw_only=True):
    """Who is asked in a committee's words.

    Attributes:
        addressees: Bodies or offices that are asked to act, as printed, in order.
    """

    addressees: tuple[str, ...]


class GoldQuote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that is to be quoted.

    Attributes:
        of: For what it is quoted.
        value: The position, the words of the date, or the status.
        sentence: The sentence, every character of it.
    """

    of: Literal["position", "commitment", "update"]
    value: str
    sentence: str


class QuotesRow(GoldText, frozen=True, kw_only=True):
    """The sentences to be quoted from a reply.

    Attributes:
        quotes: All of them.
    """

    quotes: tuple[GoldQuote, ...]
