"""Live services, found by listing: one module a service, whose `SERVICE` says all about it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_definitions
from loaders.fetch.live_service import LiveService

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def live_services() -> Mapping[str, LiveService]:
    """Every service by the word that asks for it, in order of those words.

    Raises:
        TypeError: If a module of this folder has no `SERVICE`, or its name is taken.
    """
    services = listed_definitions(__name__, "SERVICE", LiveService)
    return dict(sorted(services.items()))
