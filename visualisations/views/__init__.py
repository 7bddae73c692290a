"""Views, found by listing: one module a view, whose `VIEW` says all about it.

The command line, the release and the documentation read this list.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_definitions
from visualisations.view_definition import ViewDefinition

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def view_definitions() -> Mapping[str, ViewDefinition]:
    """Every view by its name: those of the whole graph first, then those of some names.

    Raises:
        TypeError: If a module of this folder has no `VIEW`, or its name is taken.
    """
    views = listed_definitions(__name__, "VIEW", ViewDefinition)
    return dict(sorted(views.items(), key=lambda item: (len(item[1].takes), item[0])))
