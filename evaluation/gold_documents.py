"""Gold files of official documents: what a person read in a response, item by item."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from evaluation.gold_rows import GoldRow


class GoldItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer to one recommendation or conclusion, as a person read it.

    What a row leaves out is not judged; null or an empty list says that nothing is printed.

    Attributes:
        restated: The committee's words, as restated, without label and number.
        reply: The government's words, with the numbers of its paragraphs; null if there is none.
        number: Number in figures, such as ``3`` or ``2a``; null if none is printed.
        department: Who replies, as printed.
        positions: Local names of the positions that the reply takes, such as ``accepted``.
        dates: Dates by which the reply says that something will be done, as printed.
    """

    restated: str
    reply: str | None
    number: str | UnsetType | None = UNSET
    department: str | UnsetType = UNSET
    positions: tuple[str, ...] | UnsetType = UNSET
    dates: tuple[str, ...] | UnsetType = UNSET


class DocumentRow(GoldRow, frozen=True, kw_only=True):
    """What a person read in one document.

    Attributes:
        date: Date of the document, as printed.
        items: Its answers in order; none of a document that is no response.
    """

    date: str | UnsetType | None = UNSET
    items: tuple[GoldItem, ...]
