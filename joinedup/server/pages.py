"""Pages of HTML, written by Jinja2; every value is escaped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from joinedup.server.day_distance import distance_in_words, today
from joinedup.server.requests import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

STATIC_FILES = Path(__file__).parent / "static"
"""Scripts, styles and pictures of the pages, served below ``/static``."""

_TEMPLATES = Environment(
    loader=PackageLoader("joinedup.server", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _distance(day: str) -> str:
    """How far a day is from today, behind a comma; nothing where it is no day."""
    words = distance_in_words(day, today())
    return f", {words}" if words else ""


_TEMPLATES.filters["distance"] = _distance


def page(
    request: Request,
    template: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HTMLResponse:
    """A page made of a template of the folder ``templates``.

    Args:
        request: The request, which templates see as ``request``.
        template: Name of the template's file.
        status: HTTP status of the answer.
        headers: Further headers.
        values: What the template shows, by name; plain data, such as a job returns it.
    """
    content = render_template(template, request=request, settings=settings_of(request), **values)
    return HTMLResponse(content, status, headers)


def render_template(template: str, **values: object) -> str:
    """The text that a template of the folder ``templates`` makes."""
    return _TEMPLATES.get_template(template).render(**values)
