"""The explorer in a browser: without a network, with mouse, keyboard and address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.made_facts import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.visualisations.browser.conftest import Opened, Opener

DWP_AND_UC = "#chosen=" + "organisation/department-for-work-pensions,initiative/universal-credit"
PLACE = """key => {
  const number = joinedup.data.numbers.get(key);
  const place = joinedup.drawing.canvasToDOM(joinedup.drawing.getPositions([number])[number]);
  const frame = document.getElementById("picture").getBoundingClientRect();
  return [place.x + frame.x, place.y + frame.y];
}"""
OVERLAPS = """() => {
  const boxes = joinedup.labels.map(label => label.box);
  return boxes.flatMap((one, index) => boxes.slice(index + 1).filter(other =>
    one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom)).length;
}"""


ON_LINE = """keys => {
  const {data, drawing} = joinedup;
  const numbers = keys.map(key => data.numbers.get(key));
  const places = Object.values(drawing.getPositions(numbers));
  const [start, end] = places.map(place => drawing.canvasToDOM(place));
  const frame = document.getElementById("picture").getBoundingClientRect();
  const ids = [numbers.join("-"), numbers.toReversed().join("-")];
  for (let share = 0.3; share < 0.7; share += 0.02) {
    const point = {x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y)};
    if (ids.includes(drawing.getEdgeAt(point))) return [point.x + frame.x, point.y + frame.y];
  }
}"""
"""A point at which the line between two is on top, as lines may cross."""


def place_of(opened: Opened, key: str) -> tuple[float, float]:
    x, y = opened.page.evaluate(PLACE, key)
    return x, y


@pytest.mark.parametrize("name", ["network_page", "flow_page", "matrix_page"])
def test_a_page_opens_without_a_network_and_asks_for_nothing(
    opened: Opener, request: pytest.FixtureRequest, name: str
) -> None:
    shown = opened(request.getfixturevalue(name))
    assert shown.requests == []
    assert shown.complaints == []
    assert shown.page.locator("tbody#rows tr").count() > 3


def test_no_name_covers_another_at_any_size(opened: Opener, network_page: Path) -> None:
    for size in ((1366, 768), (1920, 1080), (390, 844)):
        shown = opened(network_page, size=size)
        assert shown.page.evaluate("joinedup.labels.length") >= 12
        assert shown.page.evaluate(OVERLAPS) == 0


def test_search_finds_an_abbreviation_and_opens_it(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page)
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("dwp")
    assert "Department for Work and Pensions" in shown.text("#suggestions")
    shown.page.keyboard.press("Enter")
    assert shown.text("#panel h2") == "Department for Work and Pensions"
    assert "department-for-work-pensions" in shown.state()


def test_a_click_on_a_shape_opens_its_facts_and_findings(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page)
    shown.page.mouse.click(*place_of(shown, "organisation/cabinet-office"))
    assert shown.text("#panel h2") == "Cabinet Office"
    assert shown.page.locator("#panel .item").count() > 3
    assert shown.page.locator("#panel mark").count() > 3


def test_a_click_on_a_line_opens_its_sentences_with_names_marked(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page)
    ends = ["organisation/department-for-work-pensions", "initiative/universal-credit"]
    shown.page.mouse.click(*shown.page.evaluate(ON_LINE, ends))
    assert "Department for Work and Pensions" in shown.text("#panel h2")
    assert "Universal Credit" in shown.text("#panel h2")
    marks = shown.page.locator("#panel mark").all_inner_texts()
    assert "DWP" in marks
    assert "Universal Credit" in marks
    voices = set(shown.page.locator("#panel .voice").all_inner_texts())
    assert voices <= {"the committee’s own words", "the government’s own words"}
    assert shown.page.locator("#panel a[href^='https://']").count() > 0


def test_an_address_brings_back_what_was_chosen(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page, DWP_AND_UC + "&least=2")
    assert "Universal Credit" in shown.text("#panel h2")
    assert shown.page.input_value("#least") == "2"


def test_filters_recount_and_undo_brings_back(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page, "#least=1")
    before = shown.text("#summary")
    shown.page.click(".filters summary")
    for field, at in (("voice", 1), ("role", 1), ("committee", 2), ("position", 1)):
        shown.page.select_option(f"#{field}", index=at)
        assert shown.text("#summary") != before
        assert f"{field}=" in shown.state()
        shown.page.click("#undo")
        shown.page.wait_for_function("text => summary.textContent === text", arg=before)
    assert "voice=" not in shown.state()


def test_the_voice_filter_counts_only_findings_with_such_a_sentence(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page, "#least=1&voice=government")
    wrong = shown.page.evaluate("""() => joinedup.shown.pairs.filter(pair =>
      !pair.ofCommittee && pair.joint.some(at => [pair.one, pair.other].some(thing =>
        !joinedup.data.findings[at].quotes.some(q => q[0] === thing && q[1] === "government"))
      )).length""")
    assert wrong == 0
    assert shown.page.evaluate("joinedup.shown.pairs.length") > 5


def test_the_respondent_filter_counts_only_findings_that_it_answered(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page, "#least=1&rest=true")
    every = shown.page.evaluate("joinedup.shown.pairs.length")
    shown.page.click(".filters summary")
    answered = {}
    for name in ("HM Government", "none"):
        shown.page.select_option("#respondent", name)
        answered[name] = shown.page.evaluate("""() => [...new Set(joinedup.shown.pairs.flatMap(
          pair => pair.joint.map(at => joinedup.data.findings[at].respondents.join())))]""")
        assert 5 < shown.page.evaluate("joinedup.shown.pairs.length") < every
    assert answered == {"HM Government": ["HM Government"], "none": [""]}
    assert shown.page.locator("#respondent option:checked").inner_text() == "no answer known"
    assert "respondent=none" in shown.state()


def test_the_table_is_the_picture(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page)
    rows = shown.page.locator("#rows tr")
    assert rows.count() == shown.page.evaluate("joinedup.shown.pairs.length")
    rows.first.get_by_role("button").click()
    assert shown.page.locator("#panel .item").count() >= 3


def test_the_keyboard_walks_opens_and_closes(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page)
    shown.page.focus("#picture")
    places = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft"):
        shown.page.keyboard.press(key)
        places.append(shown.text("#said"))
    assert len(set(places)) > len(("where it began", "one step on"))
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.tagName") == "H2"
    shown.page.keyboard.press("Escape")
    assert shown.text("#panel h2") == "What connects them?"
    assert shown.page.evaluate("document.activeElement.id") == "picture"


def test_neighbours_only_and_back(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page, "#chosen=organisation/cabinet-office&least=1")
    every = shown.page.evaluate("joinedup.shown.pairs.length")
    shown.page.get_by_role("button", name="Show only its neighbours").click()
    near = shown.page.evaluate("""() => joinedup.shown.pairs.map(pair =>
      [pair.one, pair.other].includes(joinedup.data.numbers.get("organisation/cabinet-office")))""")
    assert 0 < len(near) < every
    assert all(near)
    shown.page.click("#unfocus")
    assert shown.page.evaluate("joinedup.shown.pairs.length") == every


def test_kinds_can_be_hidden_and_the_rest_shown(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page)
    shown.page.uncheck("input[data-kind='initiative']")
    kinds = shown.page.evaluate(
        "[...new Set(joinedup.shown.things.map(at => joinedup.data.things[at].kind))]"
    )
    assert sorted(kinds) == ["organisation", "parliament"]
    shown.page.check("input[data-kind='committee']")
    assert "committee" in shown.page.evaluate(
        "joinedup.shown.things.map(at => joinedup.data.things[at].kind)"
    )


def test_dark_follows_the_system_and_can_be_changed(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page, dark=True)
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = shown.page.evaluate(paper)
    shown.page.click("#theme")
    assert shown.page.evaluate(paper) != dark
    assert shown.page.evaluate(paper) == "rgb(255, 255, 255)"


def test_a_name_from_a_source_never_runs(opened: Opener, hostile_page: Path) -> None:
    shown = opened(hostile_page, "#rest=true&least=1")
    dialogs: list[str] = []
    shown.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    shown.page.fill("#search", "</script>")
    assert HOSTILE in shown.text("#suggestions")
    shown.page.keyboard.press("Enter")
    assert shown.text("#panel h2") == HOSTILE
    assert shown.page.locator("img").count() == 0
    assert HOSTILE in shown.page.evaluate("joinedup.svg()").replace("&lt;", "<").replace(
        "&gt;", ">"
    )
    assert dialogs == []
    assert shown.complaints == []
    assert shown.requests == []


def test_what_a_curator_read_is_told_apart_from_what_can_be_quoted(
    opened: Opener, curated_page: Path, flow_page: Path
) -> None:
    read = opened(curated_page)
    part = read.page.evaluate(
        "joinedup.data.parts.findIndex(part => part.title.includes('our reading'))"
    )
    read.page.locator(f"#drawing g[data-part='{part}'] rect").click()
    assert "as our curators read it on the page; no sentence is kept" in read.text("#panel")
    assert "government’s own words" not in read.text("#panel")
    by_curators = read.page.locator("#panel .stances li").filter(has_text="our curators")
    assert by_curators.count() > 3
    assert by_curators.locator("q").count() == 0
    quoted = opened(flow_page, "#part=1")
    assert "in the government’s own words" in quoted.text("#panel")
    assert quoted.page.locator("#panel q").count() > 0


def test_nothing_is_wider_than_a_phone(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page, size=(390, 844))
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_large_network_shows_groups_that_open_on_a_click(
    opened: Opener, crowd_page: Path
) -> None:
    shown = opened(crowd_page)
    assert shown.page.evaluate("joinedup.shown.order.length") == 30
    assert shown.page.evaluate(OVERLAPS) == 0
    x, y = shown.page.evaluate("""() => {
      const place = joinedup.drawing.canvasToDOM(joinedup.drawing.getPositions(["g0"]).g0);
      const frame = document.getElementById("picture").getBoundingClientRect();
      return [place.x + frame.x, place.y + frame.y];
    }""")
    shown.page.mouse.click(x, y)
    assert "open=0" in shown.state()
    assert shown.page.evaluate("joinedup.shown.order.length") == 29 + 20
    shown.page.click("#close-groups")
    assert shown.page.evaluate("joinedup.shown.order.length") == 30
    shown.page.fill("#search", "N0313")
    shown.page.keyboard.press("Enter")
    assert shown.text("#panel h2") == "N0313"
    assert shown.page.evaluate("joinedup.shown.order.length") == 29 + 20


def test_what_one_finding_names_is_never_judged_as_a_pair(
    opened: Opener, finding_page: Path
) -> None:
    shown = opened(finding_page, "#chosen=finding/accountability-index-4-13168")
    shown.page.locator("#panel .findings button").first.click()
    assert "This finding names it." in shown.text("#panel")
    assert "coincidence" not in shown.text("#panel")
    verdicts = set(shown.page.locator("#rows td:nth-child(6)").all_inner_texts())
    assert verdicts == {"not tested"}


def test_every_shape_of_the_legend_has_the_colour_of_its_kind(
    opened: Opener, network_page: Path
) -> None:
    shown = opened(network_page)
    fills = shown.page.evaluate("""() => [...document.querySelectorAll("#legend .shape")].map(
      shape => [shape.classList[1], getComputedStyle(shape).fill])""")
    colours = {kind: shown.page.evaluate("kind => joinedup.data.looks[kind].light", kind)
               for kind, _ in fills}  # fmt: skip
    assert len(fills) >= 4
    for kind, fill in fills:
        red, green, blue = (int(colours[kind][at : at + 2], 16) for at in (1, 3, 5))
        assert fill == f"rgb({red}, {green}, {blue})"
