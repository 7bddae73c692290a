"""Names recognised anew in the kept texts of a graph, for commands that explain them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.cleaning.rules import read
from loaders.pipeline.registers import bundled_recogniser

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.records.mentions import RecognisedNames
    from loaders.names.recogniser import Recogniser
    from queries.finding_texts import FindingTexts


def recogniser_with(corrections: Path | None) -> Recogniser:
    """The recogniser of the bundled registers, with a file of corrections if there is one."""
    return bundled_recogniser(*([corrections] if corrections else []))


def recognised(recogniser: Recogniser, held: FindingTexts) -> Sequence[RecognisedNames]:
    """What each text of a finding names, read as one document."""
    readings = [read(text) for text in held.texts]
    return recogniser.recognise_document(readings, published=held.published)
