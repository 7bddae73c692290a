"""The data of the pages of findings, organisations, initiatives and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import UnknownNameError
from queries.dossiers.finding_heads import is_finding
from queries.web_pages.finding_page import read_finding_page

if TYPE_CHECKING:
    from graph.store.embedded import Store


def read_finding(store: Store, key: str) -> Any:  # noqa: ANN401 - plain data
    """The page of a finding; `key` is the last part of its IRI."""
    iri = f"{store.base}id/finding/{key}"
    if not is_finding(store, iri):
        raise UnknownNameError(f"The graph holds no finding/{key}.")
    return read_finding_page(store, iri)
