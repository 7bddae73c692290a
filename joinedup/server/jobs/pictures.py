"""The pictures of the graph, each in its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import AmbiguousNameError, UnknownNameError, UsageError
from queries.entity_lookup import BODIES, load_lookup
from queries.finding_lookup import find_anything
from visualisations.render import build_view
from visualisations.view_formats import VIEW_FORMATS
from visualisations.views import view_definitions

if TYPE_CHECKING:
    from graph.store.embedded import Store


_PAGES = "../page/"
"""Where a picture finds the pages of things: its own address is below `/pictures`."""


def list_views(_store: Store, _argument: None) -> list[dict[str, Any]]:
    """The views, and what each takes."""
    return [
        {
            "name": view.name,
            "title": view.title,
            "takes": [kind.value.lower().replace("-", " ") for kind in view.takes],
            "optional": view.optional,
            "example": list(view.example),
            "formats": list(view.formats),
        }
        for view in view_definitions().values()
    ]


def resolve_names(store: Store, names: list[str]) -> list[dict[str, str]]:
    """What names stand for, so that a picture leads to the pages of what it is about.

    Raises:
        UnknownNameError: If one of them stands for nothing, or for several things.
    """
    return [{"iri": _find(store, name), "name": name} for name in names]


def _find(store: Store, name: str) -> str:
    """The IRI of a finding, organisation, initiative or committee."""
    try:
        return find_anything(store, name)
    except AmbiguousNameError:
        raise
    except UnknownNameError:
        return load_lookup(store, (*BODIES, "committee")).find(name)


def draw_view(store: Store, query: dict[str, Any]) -> bytes:
    """A view in one of its formats.

    Raises:
        UsageError: If there is no such format, or nothing to draw.
        UnknownNameError: If there is no such view, or a name stands for nothing.
    """
    if query["format"] not in VIEW_FORMATS:
        raise UsageError(f"There is no format {query['format']!r}: {', '.join(VIEW_FORMATS)}.")
    words = (query["view"], *query["names"])
    return build_view(store, words).render(query["format"], _PAGES).content
