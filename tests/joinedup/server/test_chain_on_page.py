"""The page of a finding that was made again shows the chain, as a picture and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import joinedup
from loaders.pipeline.build import build
from tests.conftest import PAGES
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from pathlib import Path

MADE = PAGES.parents[1] / "made_again"
AGAIN = "finding/hl-2023-24-hl-paper-44-recommendation-2"


def test_the_chain_stands_on_the_page_with_its_time_line(tmp_path: Path) -> None:
    build([str(MADE / "first-report.csv"), str(MADE / "later-report.csv")], tmp_path / "store")
    [row] = joinedup.open(tmp_path / "store").repeats(AGAIN).rows
    with RunningServer(tmp_path / "store") as running:
        text = running.get(f"/page/{AGAIN}").text
        assert all(str(cell) in text for cell in row if isinstance(cell, str))
        address = text.partition('<img class="chain" src="')[2].partition('"')[0]
        picture = running.get(address)
        assert picture.status_code == 200
        assert picture.headers["content-type"].startswith("image/svg+xml")
        assert "makes" in picture.text
        alone = running.get("/page/finding/hl-2013-14-hl-paper-130-recommendation-33").text
        assert 'class="chain"' not in alone
