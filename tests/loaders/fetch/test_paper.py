"""One paper is found by its number and session, with the other half of its pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import AmbiguousNameError, JoinedupError, UnknownNameError, UsageError
from tests.loaders.fetch.made_committees import publication
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.made_committees import MadeCommittees
    from tests.loaders.fetch.service_server import ServiceServer


def kept(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "publications").iterdir()}


@pytest.mark.usefixtures("committees")
@pytest.mark.parametrize("words", ["HC 1", "HC1", "hc 1", "H.C. 1", "HC No. 1", "HC 1 (2022-23)"])
@pytest.mark.parametrize("session", ["2022-23", "2022–23", "2022-2023", "Session 2022/23"])
def test_a_paper_is_fetched_with_its_response(
    fetch_into: Fetch, folder: Path, words: str, session: str
) -> None:
    assert fetch_into("paper", words, session=session).not_fetched == []
    assert kept(folder) == {"1", "21"}


def test_a_number_of_two_sessions_needs_one(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    former = {"number": "1", "sessionDescription": "2019-21"}
    committees.publications.append(publication(70, 1, "2020-01-01", hcNumber=former))
    with pytest.raises(AmbiguousNameError, match=r"2022-23 .*2019-21 .*--session"):
        fetch_into("paper", "HC 1")
    fetch_into("paper", "HC 1", session="2019-21")
    assert kept(folder) == {"70"}


def test_papers_of_the_lords_are_told_from_those_of_the_commons(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    lords = {"number": "1", "sessionDescription": "2022-23"}
    committees.publications.append(publication(71, 1, "2023-01-01", hcNumber=None, hlPaper=lords))
    fetch_into("paper", "HC 1")
    assert kept(folder) == {"1", "21"}
    server_answers = [each for each in committees.publications if each.get("hlPaper")]
    assert server_answers


@pytest.mark.usefixtures("committees")
@pytest.mark.parametrize("words", ["730", "Cm 9429", "the paper", "HC"])
def test_what_is_no_number_of_a_paper_is_refused(fetch_into: Fetch, words: str) -> None:
    with pytest.raises(UsageError, match="HC 730"):
        fetch_into("paper", words)


@pytest.mark.usefixtures("committees")
def test_a_paper_that_is_not_there_is_unknown(fetch_into: Fetch) -> None:
    with pytest.raises(UnknownNameError, match="no paper HC 4711"):
        fetch_into("paper", "HC 4711")
    with pytest.raises(UnknownNameError, match=r"session 2019-21.* 2022-23"):
        fetch_into("paper", "HC 1", session="2019-21")


@pytest.mark.usefixtures("committees")
def test_a_session_that_is_none_is_refused(fetch_into: Fetch) -> None:
    with pytest.raises(UsageError, match="2022-23"):
        fetch_into("paper", "HC 1", session="last")


@pytest.mark.usefixtures("committees")
def test_a_service_that_fails_is_no_unknown_paper(fetch_into: Fetch, server: ServiceServer) -> None:
    server.fail("/Publications", Reply(b"", 500), times=99)
    with pytest.raises(JoinedupError, match="HTTP 500"):
        fetch_into("paper", "HC 1")
