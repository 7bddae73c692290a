"""Photographs of the explorer, made from the bundled data; `make pictures` takes them."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

import joinedup
from benchmarks.chromium import chromium
from graph.store.embedded import Store
from visualisations.render import render_view

_LINE = "#chosen=organisation/department-for-education,organisation/ministry-of-justice"

PICTURES = {
    "explorer": ("everything", (), "", (1280, 760), "light"),
    "evidence": ("everything", (), _LINE, (1280, 760), "light"),
    "dark": ("ego", ("Ministry of Justice",), "", (1280, 760), "dark"),
    "phone": ("everything", (), "", (390, 844), "light"),
    "path": ("path", ("DHSC", "Universal Credit"), "", (1280, 700), "light"),
    "matrix": ("matrix", (), "#part=12", (1280, 760), "light"),
    "timeline": ("timeline", ("Universal Credit",), "", (1280, 620), "light"),
    "flow": ("flow", (), "#part=1", (1280, 700), "light"),
}
"""View, names, address, size of the window and light of every picture."""

_COLOURS = 256


def _save(picture: bytes, file: Path) -> None:
    """Write a picture with as many colours as its kind needs, which makes it small."""
    with Image.open(io.BytesIO(picture)) as whole:
        few = whole.convert("RGB").quantize(
            _COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        few.save(file, optimize=True)


def main(folder: Path) -> None:
    """Write every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work, chromium() as browser:
        place = Path(work) / "store"
        joinedup.build("bundled", store=place)
        store = Store.open(place)
        for name, (view, about, fragment, (width, height), light) in PICTURES.items():
            page = Path(work) / f"{name}.html"
            page.write_bytes(render_view(store, (view, *about)).content)
            shown = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if light == "dark" else "light",
            )
            shown.goto(page.as_uri() + fragment)
            shown.wait_for_selector("[data-ready]")
            shown.wait_for_timeout(300)
            _save(shown.screenshot(), folder / f"{name}.png")
            shown.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
