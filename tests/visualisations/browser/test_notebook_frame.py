"""A view in the frame of a notebook: the page works there, and reaches nothing outside of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    import joinedup
    from tests.visualisations.browser.conftest import Opener


@pytest.mark.parametrize("words", [("ego", "BOLD"), ("flow",)], ids=" ".join)
def test_a_page_works_in_its_frame(
    words: tuple[str, ...], bundled: joinedup.Graph, opened: Opener, tmp_path: Path
) -> None:
    frame = bundled.view(*words)._repr_html_()
    page = tmp_path / "notebook.html"
    page.write_text(f"<!doctype html><body data-ready>{frame}", encoding="utf-8")
    shown = opened(page)
    inner = shown.page.frame_locator("iframe")
    inner.locator("[data-ready]").wait_for(state="attached", timeout=20_000)
    assert inner.locator("h1").inner_text()
    assert shown.complaints == []
    assert [url for url in shown.requests if not url.startswith(("about:", "data:", "blob:"))] == []
    reach = "try { parent.document.title } catch (refused) { refused.name }"
    assert shown.page.frames[1].evaluate(reach) == "SecurityError"
