"""What falls due is written as a calendar and as a feed, each day with its sentence and source."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from lxml import etree

from joinedup.api import open_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

ATOM = {"a": "http://www.w3.org/2005/Atom"}
PERIOD = ("--from", "2020", "--to", "2030")


@pytest.fixture
def write(
    bundled_store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> Callable[..., Path]:
    def write_to(name: str, *words: str) -> Path:
        output = tmp_path / name
        done = run_joinedup("calendar", *words, "--store", bundled_store, "-o", output)
        assert (done.returncode, done.stdout) == (0, "")
        return output

    return write_to


def test_each_day_of_the_calendar_is_a_row_of_the_question(
    bundled_store: Path, write: Callable[..., Path]
) -> None:
    calendar = Calendar.from_ical(write("due.ics", "MoJ", *PERIOD).read_bytes())
    rows = open_graph(bundled_store).ask("commitments-due", about="MoJ", from_="2020", to="2030")
    events = calendar.events
    assert len(events) == len(rows.rows) > 1
    for event, row in zip(events, rows.rows, strict=True):
        cells = dict(zip(rows.columns, row, strict=True))
        assert event.start.isoformat() == str(cells["latest"])
        assert event.end == event.start + timedelta(days=1)
        assert str(cells["name"]) in str(event["summary"])
        assert " ".join(str(cells["words"]).split()) in " ".join(str(event["description"]).split())
        assert str(event["uid"]) == str(cells["commitment"])


OF_MINISTRY = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    SELECT DISTINCT ?commitment WHERE {
      BIND(<https://w3id.org/joinedup/id/organisation/ministry-of-justice> AS ?body)
      ?commitment a ju:Commitment ; ju:onFinding ?finding ; prov:wasAttributedTo ?by .
      FILTER(?by = ?body || EXISTS { ?finding ju:addressedTo|ju:concerns ?body })
    }
"""


def test_a_calendar_of_a_department_holds_what_concerns_it_and_no_more(
    bundled_store: Path, write: Callable[..., Path]
) -> None:
    every, own = (
        {str(event["uid"]) for event in Calendar.from_ical(path.read_bytes()).events}
        for path in (write("all.ics", *PERIOD), write("own.ics", "MoJ", *PERIOD))
    )
    concerning = {str(row[0]) for row in open_graph(bundled_store).query(OF_MINISTRY).rows}
    assert own == every & concerning
    assert 0 < len(own) < len(every)


def test_every_day_shows_a_sentence_its_speaker_and_its_source(write: Callable[..., Path]) -> None:
    calendar = Calendar.from_ical(write("due.ics", *PERIOD).read_bytes())
    assert calendar.events
    for event in calendar.events:
        first = str(event["description"]).splitlines()[0]
        assert first.startswith(("Government: ", "Curator: "))
        assert "[retold]" in first or "[our words]" in first
        assert "http" in str(event["description"])


def test_the_feed_holds_what_the_calendar_holds(write: Callable[..., Path]) -> None:
    calendar = Calendar.from_ical(write("due.ics", *PERIOD).read_bytes())
    feed = etree.fromstring(write("due.atom", *PERIOD).read_bytes())
    ids = feed.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert ids == [str(event["uid"]) for event in calendar.events]
    for required in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert feed.xpath(required, namespaces=ATOM)
    assert all(feed.xpath(f"a:entry/{name}", namespaces=ATOM) for name in ("a:updated", "a:link"))


def test_the_same_graph_gives_the_same_bytes(write: Callable[..., Path]) -> None:
    for suffix in ("ics", "atom"):
        first = write(f"one.{suffix}", "MoJ", *PERIOD).read_bytes()
        assert first == write(f"two.{suffix}", "MoJ", *PERIOD).read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("DfX", "-o", "due.ics"), "Nothing in this graph is called 'DfX'"),
        (("-o", "due.pdf"), "ends in .pdf, which is none of the formats here"),
        (("-o", "due.ics", "--from", "soon"), "soon"),
        ((), "Missing option '-o'"),
    ],
)
def test_a_mistake_is_told(
    bundled_store: Path, run_joinedup: Callable[..., Run], words: tuple[str, ...], message: str
) -> None:
    done = run_joinedup("calendar", *words, "--store", bundled_store)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.split())


def test_a_period_in_which_nothing_falls_due_gives_an_empty_calendar(
    bundled_store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    output = tmp_path / "due.ics"
    words = ("--from", "1990", "--to", "1991", "--store", bundled_store, "-o", output)
    done = run_joinedup("calendar", *words)
    assert done.returncode == 0
    assert "0 commitments in" in done.stderr
    assert Calendar.from_ical(output.read_bytes()).events == []
