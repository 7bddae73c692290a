"""The kinds of subject of dossiers: one module each, found by listing this folder."""

from __future__ import annotations

from functools import cache

from graph.listing import listed_definitions
from queries.dossiers.subject import DossierSubject


@cache
def dossier_subjects() -> dict[str, DossierSubject]:
    """Every kind of subject by its name.

    Raises:
        TypeError: If a module does not say what it is.
    """
    return listed_definitions(__name__, "SUBJECT", DossierSubject)
