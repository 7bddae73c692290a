"""The bundled registers, and the recogniser of the names in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.records import Initiative, Organisation
from loaders.names import Recogniser
from loaders.reader import Reader, plan
from loaders.report import BuildReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records import SourceRecord


def make_recogniser(known: Iterable[SourceRecord]) -> Recogniser:
    """A recogniser of the names that the given register records hold."""
    claims = [claim for record in known for claim in record.claims]
    return Recogniser(
        [claim for claim in claims if isinstance(claim, Organisation)],
        [claim for claim in claims if isinstance(claim, Initiative)],
    )


@cache
def bundled_recogniser() -> Recogniser:
    """The recogniser of the names in the project's own registers."""
    report = BuildReport()
    reader = Reader(report)
    places = plan([], report).registers
    return make_recogniser(record for place in places for record in reader.records(place))
