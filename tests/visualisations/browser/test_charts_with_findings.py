"""A part of a chart, and a line between findings, open what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.visualisations.browser.conftest import Opener


def test_a_part_of_a_chart_opens_the_findings_behind_it(opened: Opener, flow_page: Path) -> None:
    shown = opened(flow_page)
    shown.page.locator("#drawing g[data-part='1'] rect").click()
    count = int(shown.page.evaluate("joinedup.data.parts[1].findings.length"))
    assert f"{count} recommendation" in shown.text("#panel")
    assert shown.page.locator("#panel .item").count() == min(count, 25)
    shown.page.keyboard.press("Escape")
    shown.page.locator("#rows button").nth(2).click()
    assert "part=2" in shown.state()


def test_what_nothing_is_known_of_opens_its_findings_too(opened: Opener, deeds_page: Path) -> None:
    shown = opened(deeds_page)
    part = int(
        shown.page.evaluate("joinedup.data.parts.findIndex(p => p.title.endsWith('nothing known'))")
    )
    bar = shown.page.locator(f"#drawing g[data-part='{part}'] rect")
    bar.click(position={"x": 4, "y": 4})
    count = int(shown.page.evaluate(f"joinedup.data.parts[{part}].findings.length"))
    assert f"{count} recommendation" in shown.text("#panel")
    assert "answered so, and of" in shown.text("#panel")
    assert shown.page.locator("#panel .item").count() == min(count, 25)
    assert shown.complaints == []
    assert shown.requests == []


def test_a_line_between_findings_opens_the_words_that_join_them(
    opened: Opener, findings_page: Path
) -> None:
    shown = opened(findings_page)
    lines = int(shown.page.evaluate("joinedup.shown.pairs.length"))
    assert lines == int(shown.page.evaluate("joinedup.data.pairs.length")) > 5
    shown.page.locator("#rows button").first.click()
    words = shown.page.evaluate("""() => {
      const [one, other] = joinedup.chosen(joinedup.state);
      return joinedup.data.pairById.get(`${one}-${other}`).words[0][1]; }""")
    assert "What joins them: " in shown.text("#panel")
    assert " ".join(words.split()) in " ".join(shown.text("#panel").split())
    assert shown.page.locator("#panel .item").count() == 2
    assert "coincidence" not in shown.text("#panel")
    verdicts = shown.page.locator("#rows td:nth-child(6)").all_inner_texts()
    assert all(verdict.startswith(("replies", "answers", "repeats")) for verdict in verdicts)
    assert shown.page.locator("#rows td:nth-child(3)").first.inner_text() == ""
    assert shown.complaints == []
    assert shown.requests == []


def test_a_line_of_a_chain_opens_both_sentences(opened: Opener, chain_page: Path) -> None:
    shown = opened(chain_page)
    last = int(shown.page.evaluate("joinedup.data.parts.length")) - 1
    shown.page.locator(f"#drawing g[data-part='{last}'] polygon").click()
    assert "inspect each tidal barrier" in shown.text("#panel")
    assert "Each tidal barrier should be inspected" in shown.text("#panel")
    assert shown.page.locator("#panel .item").count() == 2
    assert shown.complaints == []
    assert shown.requests == []
