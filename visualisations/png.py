"""Drawings as PNG, rendered with a font that comes with us: the same picture on every machine."""

from __future__ import annotations

from importlib.resources import as_file, files

_FONTS = ("Roboto-Regular.ttf", "Roboto-Bold.ttf")


def png(svg: str, zoom: float = 2) -> bytes:
    """Render a drawing.

    Args:
        svg: The drawing.
        zoom: Pixels for each of the drawing's own; 2 is sharp in print.
    """
    import resvg_py  # noqa: PLC0415 - only those who want PNG wait for it

    with as_file(files("font_roboto").joinpath("files")) as fonts:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=zoom,
                skip_system_fonts=True,
                font_files=[str(fonts / name) for name in _FONTS],
                font_family="Roboto",
                sans_serif_family="Roboto",
            )
        )
