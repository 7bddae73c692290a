"""What the explorer says when it opens, and how a reader goes to sentences and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.visualisations.browser.conftest import Opener


def test_all_neighbours_are_shown_whatever_the_slider_says(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page, "#chosen=organisation/cabinet-office&least=4")
    before = shown.page.evaluate("joinedup.shown.pairs.length")
    shown.page.get_by_role("button", name="Show only its neighbours").click()
    number = shown.page.evaluate("joinedup.data.numbers.get('organisation/cabinet-office')")
    of_it = "pair => [pair.one, pair.other].includes(number) && !pair.ofCommittee"
    every = shown.page.evaluate(f"number => joinedup.data.pairs.filter({of_it}).length", number)
    drawn = shown.page.evaluate(f"number => joinedup.shown.pairs.filter({of_it}).length", number)
    assert drawn == every > 0
    assert shown.page.input_value("#least") == "1"
    shown.page.click("#unfocus")
    assert shown.page.evaluate("joinedup.shown.pairs.length") == before
    assert shown.page.input_value("#least") == "4"


def test_the_first_screen_says_what_stands_out_and_where_to_begin(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page)
    total = shown.page.evaluate("joinedup.data.all")
    assert f"of {total} distinct findings" in shown.text("#panel")
    assert "Initiatives to begin with" in shown.text("#panel")
    starts = shown.page.evaluate(
        "joinedup.data.view.starts.map(at => joinedup.data.things[at].label)"
    )
    assert len(starts) > 2
    shown.page.get_by_role("button", name=starts[0], exact=True).click()
    assert shown.text("#panel h2") == starts[0]


def test_pairs_that_the_register_explains_are_apart_and_can_be_left_out(
    opened: Opener, bundled_page: Path
) -> None:
    shown = opened(bundled_page)
    explained = "joinedup.shown.pairs.filter(pair => pair.explained)"
    assert shown.page.evaluate(f"{explained}.length") > 0
    words = shown.page.evaluate(f"{explained}[0].register")
    assert words in shown.text("#panel ul.pairs >> nth=1")
    lines = shown.page.evaluate(f"""() => {explained}.map(
      pair => joinedup.drawing.body.data.edges.get(pair.id).color.color)""")
    others = shown.page.evaluate("""() => joinedup.shown.pairs.filter(pair => !pair.explained).map(
      pair => joinedup.drawing.body.data.edges.get(pair.id)?.color.color)""")
    assert not set(lines) & set(others)
    shown.page.uncheck("#register")
    assert shown.page.evaluate(f"{explained}.length") == 0
    assert "register=false" in shown.state()


def test_sentences_come_into_view_and_closing_goes_back_to_the_button(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page, size=(390, 844))
    button = shown.page.locator("#rows button").nth(3)
    label = button.get_attribute("aria-label")
    button.click()
    assert shown.page.evaluate("document.activeElement.tagName") == "H2"
    inside = """() => {
      const box = document.activeElement.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }"""
    assert shown.page.evaluate(inside)
    shown.page.get_by_role("button", name="Close", exact=True).click()
    assert shown.page.evaluate("document.activeElement.getAttribute('aria-label')") == label
