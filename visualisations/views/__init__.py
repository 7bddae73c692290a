"""Views, found by listing: one module a view, whose `VIEW` says all about it.

The command line, the release and the documentation read this list.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from visualisations.view_definition import ViewDefinition

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = Path(__file__).parent


@cache
def view_definitions() -> Mapping[str, ViewDefinition]:
    """Every view by its name: those of the whole graph first, then those of some names.

    Raises:
        TypeError: If a module of this folder has no `VIEW`, or its name is taken.
    """
    views: dict[str, ViewDefinition] = {}
    for path in _HERE.glob("[a-z]*.py"):
        view = getattr(import_module(f"{__name__}.{path.stem}"), "VIEW", None)
        if not isinstance(view, ViewDefinition) or view.name in views:
            raise TypeError(f"{path.name} needs a VIEW, a ViewDefinition with a name of its own")
        views[view.name] = view
    return dict(sorted(views.items(), key=lambda item: (len(item[1].takes), item[0])))
