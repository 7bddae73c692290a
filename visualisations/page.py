"""The page around a picture: one file that opens offline and asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from visualisations import canvas
from visualisations.style import EDGE_COLOUR, LOOKS
from visualisations.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualisations.views import View


def page(view: View) -> str:
    """A view as a whole HTML page: the picture, its legend, and the same pairs as a table.

    The page's Content-Security-Policy refuses every request and every script but its own two, told
    by their hashes. The same view always gives the same page.
    """
    scripts = [_as_parsed(script) for script in canvas.scripts(view)]
    style = _as_parsed(TEMPLATES.get_template("page.css").render())
    return TEMPLATES.get_template("page.html").render(
        view=view,
        looks=[LOOKS[kind] for kind in view.kinds],
        sizes=_span(thing.findings for thing in view.things),
        widths=_span(pair.together for pair in view.pairs),
        edge_colour=EDGE_COLOUR,
        scripts=scripts,
        style=style,
        policy=_policy(scripts, style),
    )


def _as_parsed(text: str) -> str:
    """Line ends as a browser makes them before it hashes a script."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _policy(scripts: Iterable[str], style: str) -> str:
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _span(numbers: Iterable[int]) -> str:
    """The least and the most of some numbers, in words."""
    found = sorted(numbers)
    return f"{found[0]}" if found[0] == found[-1] else f"{found[0]} to {found[-1]}"
