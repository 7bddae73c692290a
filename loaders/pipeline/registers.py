"""The bundled registers, and the recogniser of the names in them."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.records.authorities import Initiative, Organisation
from loaders.corrections.hand_corrections import read_corrections
from loaders.names.recogniser import Recogniser
from loaders.pipeline.reader import Reader, plan
from loaders.pipeline.report import BuildReport

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections


def make_recogniser(known: Iterable[SourceRecord], corrections: Corrections) -> Recogniser:
    """A recogniser of the names that the given register records hold, corrected by hand."""
    claims = [claim for record in known for claim in record.claims]
    return Recogniser(
        [claim for claim in claims if isinstance(claim, Organisation)],
        [claim for claim in claims if isinstance(claim, Initiative)],
        corrections,
    )


def registers_digest(known: Iterable[SourceRecord]) -> str:
    """SHA-256 of all that the register records say of names, whatever order they come in."""
    entries = [
        json.dumps([type(claim).__name__, asdict(claim)], sort_keys=True)
        for record in known
        for claim in record.claims
        if isinstance(claim, Organisation | Initiative)
    ]
    return sha256("\n".join(sorted(entries)).encode()).hexdigest()


@cache
def bundled_recogniser(*corrections: Path) -> Recogniser:
    """The recogniser of the names in the project's own registers.

    Args:
        corrections: Files of corrections that are replayed after the project's own.
    """
    report = BuildReport()
    reader = Reader(report)
    places = plan([], report).registers
    records = (record for place in places for record in reader.records(place))
    return make_recogniser(records, read_corrections(*corrections))
