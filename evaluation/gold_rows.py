"""Gold files: what people read on pages, as JSON Lines that stand beside those pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from graph.errors import InputError
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import SourceFile
from loaders.text.typed_values import to_struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class GoldRow(msgspec.Struct, frozen=True, kw_only=True):
    """What every row of a gold file has; it may have keys that nothing here reads.

    Attributes:
        file: The page, as a path relative to the gold file.
    """

    file: str


class SecondReading(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen when a page was read again.

    Attributes:
        flaw: The code it is about.
        outcome: "there" though it was not given, or "unseen" on this page.
        why: The reason, for people.
    """

    flaw: str
    outcome: Literal["there", "unseen"] = msgspec.field(name="is")
    why: str


Printed = str | UnsetType | None
"""What a page prints in one place; null if nothing."""


class PageRow(GoldRow, frozen=True, kw_only=True):
    """What a person read on a record page; what a row leaves out is not judged.

    Attributes:
        number: As printed, like `kind`, `status`, `response_status`, `paragraph` and `title`.
        agreement: Wording of the position in the reply.
        flaws: Codes of what is wrong with the page.
        read_again: What was seen otherwise when the page was read again.
        addressees: Who is asked, by name or as "the Department".
        truncated: Whether the page breaks off.
    """

    number: Printed = UNSET
    kind: Printed = UNSET
    status: Printed = UNSET
    response_status: Printed = UNSET
    paragraph: Printed = UNSET
    title: Printed = UNSET
    agreement: str = "unknown"
    flaws: tuple[str, ...] | UnsetType = UNSET
    read_again: tuple[SecondReading, ...] = ()
    addressees: tuple[str, ...] | UnsetType = UNSET
    truncated: bool = False


R = TypeVar("R", bound=msgspec.Struct)


def gold_rows(gold: Path, row_type: type[R]) -> Iterator[R]:
    """The rows of a gold file.

    Raises:
        InputError: If the file cannot be read, or a line is no JSON object that fits the type.
    """
    for number, line in enumerate(
        read_document(SourceFile(gold, gold.name)).text.split("\n"), start=1
    ):
        if not line.strip():
            continue
        place = f"{gold} line {number}"
        try:
            row = to_struct(json.loads(line), row_type)
        except json.JSONDecodeError as error:
            raise InputError(f"{place} is not JSON: {error}.") from None
        except (ValueError, RecursionError) as error:
            raise InputError(f"{place}: {error}.") from None
        yield row
