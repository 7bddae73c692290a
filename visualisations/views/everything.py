"""Departments and initiatives that findings name together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualisations.co_naming import ViewScope, co_naming_view
from visualisations.graph_facts import INITIATIVE, ORGANISATION, PARLIAMENT
from visualisations.view_definition import ViewDefinition

if TYPE_CHECKING:
    from visualisations.view_definition import ViewRequest
    from visualisations.view_model import NetworkView

_SCOPE = ViewScope(
    "everything",
    (ORGANISATION, INITIATIVE, PARLIAMENT),
    "organisations and initiatives",
    "Which departments and initiatives",
    with_committees=True,
)


def build_everything_view(request: ViewRequest) -> NetworkView:
    """The view of the graph that a request describes.

    Raises:
        UsageError: There is nothing to draw.
    """
    return co_naming_view(_SCOPE, request)


VIEW = ViewDefinition(
    name="everything",
    title="departments and initiatives named together",
    build=build_everything_view,
    in_release=True,
)
