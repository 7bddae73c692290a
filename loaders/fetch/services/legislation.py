"""Acts and regulations from legislation.gov.uk, with their titles and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import UsageError
from loaders.fetch.live_service import FetchRequest, LiveService
from loaders.fetch.not_fetched import FetchFailedError

if TYPE_CHECKING:
    from loaders.fetch.fetch_run import FetchRun

__all__ = ["SERVICE"]

_SITE = "https://www.legislation.gov.uk"
_ACT = re.compile(
    r"(?:https?://(?:www\.)?legislation\.gov\.uk/(?:id/)?)?"
    r"(?P<act>[a-z]{2,6}/[A-Za-z0-9]{1,16}(?:/[0-9-]{1,8})?/[0-9]{1,6})(?:/contents)?/?"
)
_KIND = re.compile(r"[a-z]{2,6}")
_ABOUT = """Acts and regulations as XML, with title, dates and text. LAW is a type, year and number,
such as ukpga/2017/30, or the address of its page; a type alone, such as ukpga or uksi, gives the
list of what is new of that type. Which Bill became which Act is said by no service that is known
here."""


def _fetch(request: FetchRequest, run: FetchRun) -> None:
    wanted = [_wanted(words) for words in request.subjects]
    for done, (path, name) in enumerate(wanted):
        run.report_progress("laws", done, len(wanted))
        address = f"{_SITE}/{path}"
        try:
            content = run.ask(address).body
            _refuse_page(content)
            run.keep(f"legislation/{name}", content, address, media_type="application/xml")
        except FetchFailedError as error:
            run.forget(address)
            run.note_failure(name.removesuffix(".xml"), address, error)
    run.report_progress("laws", len(wanted), len(wanted))


def _wanted(words: str) -> tuple[str, str]:
    """The path to ask and the name of the file.

    Raises:
        UsageError: If the words name no law and no type of laws.
    """
    if match := _ACT.fullmatch(words.strip()):
        return f"{match['act']}/data.xml", f"{match['act']}.xml"
    if _KIND.fullmatch(words):
        return f"new/{words}/data.feed", f"new-{words}.xml"
    raise UsageError(f"{words!r} names no law; write a type, year and number: ukpga/2017/30.")


def _refuse_page(content: bytes) -> None:
    """Refuse an answer that is a web page, or nothing like XML.

    Raises:
        FetchFailedError: If it is.
    """
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.startswith(b"<") or b"<html" in head or head.startswith(b"<!doctype html"):
        raise FetchFailedError("the answer is no XML")


SERVICE = LiveService(
    name="legislation",
    title="Acts and regulations",
    about=_ABOUT,
    fetch=_fetch,
    example=("ukpga/2017/30",),
    subject="LAW",
)
