"""A view as a network of pyvis, in a browser: it draws, and asks for nothing outside of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import joinedup
    from tests.visualisations.browser.conftest import Opener


def test_a_changed_network_is_drawn_without_a_network(
    bundled: joinedup.Graph, opened: Opener, tmp_path: Path
) -> None:
    drawing = bundled.view("ego", "BOLD").to_pyvis()
    drawing.add_node("ours", label="</script><b>ours", title='<a href="https://a.example/">x</a>')
    drawing.write_html(str(tmp_path / "page.html"))
    shown = opened(tmp_path / "page.html")
    assert shown.requests == []
    assert shown.complaints == []
    assert shown.page.evaluate("network.body.data.nodes.length") == len(drawing.nodes)
    assert shown.page.evaluate("network.body.data.edges.length") == len(drawing.edges)
    assert shown.text("h1") == drawing.heading
