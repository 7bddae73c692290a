"""Pictures and tables that people save from a page."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from tests.visualisations.browser.conftest import Opened, Opener


def saved(shown: Opened, button: str) -> bytes:
    if not shown.page.locator(f"#{button}").is_visible():
        shown.page.click(".take summary")
    with shown.page.expect_download() as download:
        shown.page.click(f"#{button}")
    path = download.value.path()
    return path.read_bytes()


@pytest.mark.parametrize("name", ["network_page", "flow_page"])
def test_picture_and_table_can_be_taken_away(
    opened: Opener, request: pytest.FixtureRequest, name: str
) -> None:
    shown = opened(request.getfixturevalue(name))
    assert saved(shown, "png").startswith(b"\x89PNG")
    drawing = ET.fromstring(saved(shown, "svg"))  # noqa: S314 - our own file
    assert drawing.tag.endswith("svg")
    assert len(list(drawing.iter())) > 20
    table = list(csv.reader(io.StringIO(saved(shown, "csv").decode("utf-8-sig"))))
    assert len(table) == 1 + shown.page.locator("#rows tr").count()
    assert shown.requests == []
    assert shown.complaints == []
