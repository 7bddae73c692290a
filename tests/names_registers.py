"""The bundled registers and a recogniser of them, for the tests of names."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.records.authorities import Initiative, Organisation
from graph.records.cleaned_text import CleanedText
from graph.records.source_record import parts_of
from loaders.interface.context import Context, Document
from loaders.interface.descriptor import read_descriptor
from loaders.names.recogniser import Recogniser
from loaders.sources.initiatives import loader as initiatives_loader
from loaders.sources.organisations import loader as organisations_loader

if TYPE_CHECKING:
    from datetime import date
    from types import ModuleType

    from graph.records.mentions import RecognisedNames
    from graph.records.source_record import RecordPart

LOADERS = Path(__file__).parent.parent / "loaders" / "sources"


def claims(loader: ModuleType, name: str) -> list[RecordPart]:
    path = LOADERS / name / f"{name}.csv"
    document = Document(str(path), path.read_text(encoding="utf-8"), ".csv")
    context = Context(read_descriptor(LOADERS / name / "source.toml"), document)
    loader.load(document, context)
    return [claim for record in context.records for claim in parts_of(record.content)]


@cache
def organisations() -> tuple[Organisation, ...]:
    found = claims(organisations_loader, "organisations")
    return tuple(claim for claim in found if isinstance(claim, Organisation))


@cache
def initiatives() -> tuple[Initiative, ...]:
    found = claims(initiatives_loader, "initiatives")
    return tuple(claim for claim in found if isinstance(claim, Initiative))


@cache
def recogniser() -> Recogniser:
    return Recogniser(organisations(), initiatives())


def recognise(text: str, published: date | None = None) -> RecognisedNames:
    return recogniser().recognise(CleanedText(text), published=published)


def linked(text: str, published: date | None = None) -> list[tuple[str, str]]:
    """Quotation and key of every mention that stands by itself."""
    return [
        (text[mention.start : mention.end], mention.entity[1])
        for mention in recognise(text, published).mentions
        if not mention.nested
    ]
