"""Photographs of the explorer and of the pages of `joinedup serve`, made from the bundled data.

`make pictures` takes them.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

import joinedup
from benchmarks.chromium import chromium
from graph.store.embedded import Store
from tests.joinedup.server.running_server import RunningServer
from visualisations.render import render_view

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_LINE = "#chosen=organisation/department-for-education,organisation/ministry-of-justice"

_FINDING = "report-2022-23-hc-730-recommendation-7"

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
"""View, names, address, size of the window and light of every picture of the explorer."""

SERVED = {
    "served-start": ("/", (1280, 760), "light", 1),
    "served-finding": (f"/page/finding/{_FINDING}", (1366, 768), "light", 1),
    "served-dark": ("/page/initiative/bold", (1280, 760), "dark", 1),
    "served-phone": (f"/page/finding/{_FINDING}", (390, 844), "light", 1),
    "served-twice-as-large": ("/search?q=unique+child+identifier", (640, 380), "light", 2),
}
"""Path, size of the window, light and enlargement of every picture of a served page."""

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
        _take_explorer(browser, Store.open(place), Path(work), folder)
        _take_served(browser, place, folder)


def _take_explorer(browser: Browser, store: Store, work: Path, folder: Path) -> None:
    for name, (view, about, fragment, (width, height), light) in PICTURES.items():
        page = work / f"{name}.html"
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


def _take_served(browser: Browser, place: Path, folder: Path) -> None:
    with RunningServer(place) as server:
        for name, (path, (width, height), light, enlargement) in SERVED.items():
            shown = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if light == "dark" else "light",
                device_scale_factor=enlargement,
            )
            shown.goto(server.address + path)
            shown.wait_for_load_state("networkidle")
            _save(shown.screenshot(), folder / f"{name}.png")
            shown.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
