"""Dossiers as one page of HTML that opens without a network."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from visualisations.document_cells import shown_cell
from visualisations.templates import TEMPLATES

if TYPE_CHECKING:
    from queries.dossiers.dossier import Dossier

SUFFIXES = (".html", ".htm")


def render(dossier: Dossier) -> bytes:
    """Write a dossier as a page, its pictures in it."""
    page = TEMPLATES.get_template("dossier.html").render(
        dossier=dossier,
        kind_of=lambda block: type(block).__name__,
        encoded=lambda png: b64encode(png).decode(),
        shown=shown_cell,
    )
    return page.encode()
