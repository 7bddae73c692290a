"""One paper by its number, with what it answers or is answered by, from the Committees API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import AmbiguousNameError, JoinedupError, UnknownNameError, UsageError
from loaders.fetch.answer_values import Json, text_of
from loaders.fetch.committees_api import walk
from loaders.fetch.live_service import FetchRequest, LiveService, Setting, SettingKind
from loaders.fetch.publications import PublicationCollector, title_of
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from loaders.fetch.fetch_run import FetchRun

_ABOUT = """A report or response by the number of its paper, such as "HC 730" or "HL Paper 12", with
its documents and the other half of the pair of report and response. Numbers are given anew in each
session, so name the session where there are several."""

_PAPER = compile_pattern(
    r"(?P<house>H\.?[CL])\.?\s*+(?:Paper\s*+)?(?:No\.?\s*+)?(?P<number>\d{1,5}(?:[-–][ivx]+)?)",
    re.IGNORECASE,
)
_SESSION = compile_pattern(
    r"(?P<first>(?:19|20)\d\d)\s*[-–/]\s*(?:(?:19|20)(?=\d\d\b))?(?P<last>\d\d)\b"
)
_KEYS = {"HC": "hcNumber", "HL": "hlPaper"}


def _fetch(request: FetchRequest, run: FetchRun) -> None:
    session = request.text("session")
    if session is not None and not _session(session):
        raise UsageError(f"--session {session!r} is no session; write it as 2022-23.")
    collector = PublicationCollector(run)
    for words in request.subjects:
        _fetch_paper(words, _session(session or words), run, collector)
    collector.finish()


def _fetch_paper(words: str, session: str, run: FetchRun, collector: PublicationCollector) -> None:
    """Keep the publications of one paper.

    Raises:
        UsageError: If the words name no paper, or one that is not there or in several sessions.
    """
    match = _PAPER.search(words)
    if not match:
        raise UsageError(f"{words!r} is no number of a paper; write HC 730 or HL Paper 12.")
    key, number = _KEYS[match["house"].upper().replace(".", "")], match["number"].casefold()
    before = len(run.counts.not_fetched)
    pages = walk(run, "Publications", {"PaperNumbers": match["number"]}, f"papers numbered {words}")
    papers = [each for each in pages if _number(each[0], key) == number]
    sessions = {_session(_paper(item, key)): item for item, _, _ in papers}
    if session:
        papers = [each for each in papers if _session(_paper(each[0], key)) == session]
    elif len(sessions) > 1:
        listed = "; ".join(f"{of or 'unknown'} ({title_of(item)})" for of, item in sessions.items())
        raise AmbiguousNameError(f"{words} is in several sessions: {listed}. Say --session.")
    if not papers:
        if failures := run.counts.not_fetched[before:]:
            raise JoinedupError(f"{words} could not be looked up: {failures[0].reason}.")
        of = f" of session {session}" if session else ""
        there = f" It has one of {', '.join(filter(None, sessions))}." if any(sessions) else ""
        raise UnknownNameError(f"The Committees API has no paper {words}{of}.{there}")
    for item, raw, list_address in papers:
        collector.keep(item, raw, list_address)


def _paper(item: Json, key: str) -> str:
    """The session of a paper as the service words it."""
    paper = item.get(key)
    return text_of(paper.get("sessionDescription")) if isinstance(paper, dict) else ""


def _number(item: Json, key: str) -> str:
    """The number of a paper without the words before it."""
    paper = item.get(key)
    number = paper.get("number") if isinstance(paper, dict) else paper
    return str(number).casefold().split()[-1] if number not in (None, "") else ""


def _session(words: str) -> str:
    """The session in some words as ``2022-23``; empty if there is none."""
    match = _SESSION.search(words)
    return f"{match['first']}-{match['last']}" if match else ""


SERVICE = LiveService(
    name="paper",
    title="one paper by its number",
    about=_ABOUT,
    fetch=_fetch,
    example=("HC 730", "--session", "2022-23"),
    subject="PAPER",
    settings=(Setting("session", SettingKind.TEXT, "Session of the paper, as 2022-23."),),
)
