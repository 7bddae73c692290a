"""Fields of any form, in publications, pages and registers, end no run and lose no file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.fetch.fetching import MIRROR, fetch
from loaders.fetch.live_service import FetchRequest
from loaders.fetch.services import live_services
from loaders.interface.fetched_files import read_fetched
from tests.loaders.fetch.made_clock import MadeClock
from tests.loaders.fetch.made_committees import MadeCommittees, publication
from tests.loaders.fetch.made_govuk import MINUTE, MadeGovuk
from tests.loaders.fetch.service_server import ServiceServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchCounts

YEAR = {"from": date(2023, 1, 1), "to": date(2023, 12, 31)}
PUBLICATION_FIELDS = (
    *("description", "businesses", "hlPaper", "documents", "additionalContentUrl"),
    *("additionalContentUrl2", "responseToPublicationId", "respondingDepartment"),
    *("governmentResponses", "response_to_publication_id"),
)
WORDS = st.sampled_from(
    ["", "x", "../..", "1", "https://publications.parliament.uk/pa/x", "https://www.gov.uk/../x",
     f"https://www.gov.uk{MINUTE}", "https://[", "é\x00\u202e", "HC 1", "9" * 30]
)  # fmt: skip
KEYS = st.sampled_from(
    ["id", "documentId", "files", "fileName", "fileDataFormat", "url", "publication", "name"]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def running() -> Iterator[ServiceServer]:
    with ServiceServer() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv(MIRROR, server.address)
        yield server


def run(service: str, words: str, folder: Path) -> FetchCounts:
    request = FetchRequest((words,), YEAR)
    return fetch(live_services()[service], request, folder, lambda *_: None, MadeClock())


@given(fields=st.dictionaries(st.sampled_from(PUBLICATION_FIELDS), VALUES, max_size=4))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_publications_of_any_form_are_kept(running: ServiceServer, fields: dict[str, Any]) -> None:
    MadeGovuk(running)
    services = MadeCommittees(running)
    services.publications = [
        {**publication(1, 1, "2023-02-01"), **fields},
        publication(2, 1, "2023-03-01"),
    ]
    with TemporaryDirectory() as place:
        counts = run("committee", "901", Path(place) / "fetched")
        kept = {entry.path for entry in read_fetched(Path(place) / "fetched")}
        assert {"publications/1.json", "publications/2.json", "documents/2/pier 2.txt"} <= kept
        assert counts.new == len(kept)
        assert {path.name for path in Path(place).iterdir()} == {"fetched"}


@given(details=VALUES, links=VALUES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_pages_of_any_form_are_kept(running: ServiceServer, details: Any, links: Any) -> None:  # noqa: ANN401
    govuk = MadeGovuk(running)
    govuk.pages[MINUTE] |= {"details": details, "links": links}
    with TemporaryDirectory() as place:
        run("govuk", MINUTE, Path(place) / "fetched")
        kept = {entry.path for entry in read_fetched(Path(place) / "fetched")}
        assert f"content{MINUTE}.json" in kept
        assert {path.name for path in Path(place).iterdir()} == {"fetched"}


@given(attachments=st.lists(st.dictionaries(KEYS, WORDS, max_size=3), max_size=4))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_attachments_of_any_form_end_no_run(
    running: ServiceServer, attachments: list[dict[str, str]]
) -> None:
    govuk = MadeGovuk(running)
    govuk.pages[MINUTE]["details"] = {
        "attachments": attachments,
        "documents": [f'<a href="{value}">' for each in attachments for value in each.values()],
    }
    with TemporaryDirectory() as place:
        run("govuk", MINUTE, Path(place) / "fetched")
        assert read_fetched(Path(place) / "fetched")
