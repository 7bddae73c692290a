"""Departments that findings name together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualisations.co_naming import ViewScope, co_naming_view
from visualisations.graph_facts import ORGANISATION
from visualisations.view_definition import ViewDefinition

if TYPE_CHECKING:
    from visualisations.view_definition import ViewRequest
    from visualisations.view_model import NetworkView

_SCOPE = ViewScope(
    "departments",
    (ORGANISATION,),
    "departments and other organisations",
    "Which departments",
)


def build_departments_view(request: ViewRequest) -> NetworkView:
    """The view of the graph that a request describes.

    Raises:
        UsageError: There is nothing to draw.
    """
    return co_naming_view(_SCOPE, request)


VIEW = ViewDefinition(
    name="departments",
    title="departments that findings name together",
    build=build_departments_view,
    in_release=True,
)
