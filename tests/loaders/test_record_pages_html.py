"""Record pages saved from the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.findings import Finding, Position, Reply, TrackerEntry
from loaders.formats.html import extract
from tests.record_pages_reading import LAYOUTS, claimed, read, the, words

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.interface.context import Context

ADDRESS = "https://www.accountabilityindex.uk/committees/3/recommendation/77/"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Recommendation 12</title>
<link rel="canonical" href="{ADDRESS}"><style>p {{ color: red }}</style></head>
<body><script>var text = "Government Response";</script>
<nav><ul><li><a href="/">Home</a></li><li>Recommendation</li></ul></nav>
<main>
<p><a>Source</a> · <a>Select Committees</a> ·
   <a>Justice Committee</a></p>
<h1>Recommendation 12</h1>
<div><span>12</span><span class="badge">Accepted in Part</span> <span>Paragraph: 40</span></div>
<h2>Say how data is shared.</h2>
<h3>Conclusion</h3><p>The Office should<br>say how it &amp; others share data.<sup>7</sup></p>
<h3>Government Response Summary</h3><p>Agreed in short.</p>
<p><strong>Paragraph Reference:</strong> 40</p>
<div>Government Response<span>Accepted in Part</span></div>
<div>HM Government</div><div>Accepted in Part</div>
<p>2.1 The government agrees.</p><p>2.2 It will publish <i>a plan</i>.</p>
</main>
<footer>© 2026 The Accountability Index</footer></body></html>
"""


def loaded() -> Context:
    return read(PAGE, "page.html")


def test_a_web_page_is_read_like_its_text() -> None:
    (record,) = loaded().records
    found, entry = the(Finding, record), the(TrackerEntry, record)
    assert found.key == ("accountability-index", "3", "77")
    assert record.origin.address == ADDRESS
    assert (found.number, found.paragraph, found.committee) == ("12", "40", "Justice Committee")
    assert words(found.text) == "The Office should\nsay how it & others share data.7"
    assert (entry.label, entry.reply_label) == ("Accepted in Part", "Accepted in Part")
    assert (words(entry.title), words(entry.summary)) == (
        "Say how data is shared.",
        "Agreed in short.",
    )
    assert the(Reply, record).text.text == "2.1 The government agrees.\n2.2 It will publish a plan."
    assert the(Position, record).concept == "accepted-in-part"


def test_navigation_and_footer_are_kept_as_unplaced() -> None:
    (record,) = loaded().records
    assert [passage.text for passage in the(TrackerEntry, record).unplaced] == [
        "Home",
        "Recommendation",
        "© 2026 The Accountability Index",
    ]


def test_offsets_refer_to_the_extracted_text() -> None:
    text = extract(PAGE).text
    reply = the(Reply, loaded().records[0]).text
    assert text[reply.start : reply.start + len(reply.text)] == reply.text


def test_html_is_known_without_its_suffix() -> None:
    assert claimed(PAGE, "standard input")
    assert len(read(PAGE, "standard input").records) == 1


def test_an_unclosed_page_is_read() -> None:
    (record,) = read(PAGE[: PAGE.index("It will publish") + 5], "page.htm").records
    assert the(Reply, record).text.text == "2.1 The government agrees.\n2.2 It wi"


def test_several_records_of_one_web_page() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in (LAYOUTS["B"] * 2).split("\n"))
    assert len(read(f"<html><body>{paragraphs}</body></html>", "page.html").records) == 2


def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("a secret", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{(tmp_path / "outside").as_uri()}">]>'
    text = extract(f"{entity}<p>12 &x;</p>").text
    assert "12" in text
    assert "secret" not in text


def test_other_web_pages_are_not_claimed() -> None:
    assert not claimed("<html><p>Recommendation</p><p>1</p></html>", "page.html")
    assert not claimed("", "page.html")


def test_a_deeply_nested_page_does_not_exhaust_the_stack() -> None:
    deep = "<div>" * 20_000 + "Source · Select Committees · Justice Committee"
    assert claimed(deep, "page.html") in (True, False)
