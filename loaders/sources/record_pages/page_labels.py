"""The words a record page is labelled with, in each of the forms its text comes in."""

from __future__ import annotations

import re

from graph.address_rule import WEB_ADDRESS, is_web_address
from loaders.text.patterns import compile_pattern
from ontology.namespaces import POSITION

POSITIONS: dict[str, str | None] = {
    status: POSITION.find(status)
    for status in (
        *("accepted in part", "partially accepted", "not addressed", "not accepted"),
        *("response pending", "accepted", "rejected", "acknowledged", "deferred", "pending"),
        *("under consideration", "no response"),
    )
}
"""Statuses that the pages print, in lower case, and the position each stands for, if one does."""

_STATUS = "(?i:" + "|".join(status.replace(" ", r"\s") for status in POSITIONS) + ")"
_PARAGRAPH = r"\d[\d.]*[a-z]?(?:\s?(?:[-–—,;]|and|to)\s?\d[\d.]*[a-z]?)*"

SUMMARY = "Government Response Summary"
RESPONDENT = "HM Government"
KINDS = ("Conclusion", "Recommendation")

COMMENT = re.compile(r"#(?:\s|$)")
ADDRESS = compile_pattern(
    rf"(?:#\s*)?(?:url:\s*(?P<named>https?://.+)|(?P<bare>{WEB_ADDRESS}))$", re.IGNORECASE
)
"""A line that gives an address. Behind `url:` the whole line is one, whatever it holds."""

RECORD = re.compile(
    r"https?://(?:www\.)?(?:accountabilityindex|inquirytracker)\.uk"
    r"/committees/([0-9]{1,9})/recommendation/([0-9]{1,9})(?=[/?#]|$)",
    re.IGNORECASE,
)
LIST = re.compile(
    r"https?://(?:www\.)?(?:accountabilityindex|inquirytracker)\.uk"
    r"/committees/(?P<committee>[0-9]{1,9})/report/(?P<report>[0-9]{1,9})(?=[/?#]|$)",
    re.IGNORECASE,
)
"""The address of a list of the items of one report."""

SOURCE = re.compile(r"Source\s?[·•∙⋅]\s?Select Committees?\s?[·•∙⋅]\s?(?P<committee>.+)$")
HEADER = re.compile(r"(?:Recommendation|Conclusion) (?P<number>\d{1,4}[a-z]?)$")
NUMBER = compile_pattern(
    rf"(?P<number>\d{{1,4}}[a-z]?)(?: ?(?P<status>{_STATUS}))?"
    rf"(?: ?Paragraph: ?(?P<paragraph>{_PARAGRAPH})?)?$"
)
STATUS = compile_pattern(rf"{_STATUS}$")
STATUS_BEFORE = compile_pattern(rf"{_STATUS} ")
PARAGRAPH = compile_pattern(rf"Paragraph: ?(?P<paragraph>{_PARAGRAPH})?$")
LIST_PARAGRAPH = compile_pattern(rf"[Pp]ara(?:graph)?s?\.?:? ?(?P<paragraph>{_PARAGRAPH})$")
PARAGRAPH_VALUE = compile_pattern(rf"{_PARAGRAPH}$")
REFERENCE = compile_pattern(rf"Paragraph Reference:? ?(?P<paragraph>{_PARAGRAPH})?$")
RESPONSE = compile_pattern(rf"Government Response(?: ?(?P<status>{_STATUS}))?$")
HM_GOVERNMENT = compile_pattern(rf"{RESPONDENT}(?: ?(?P<status>{_STATUS}))?$")

_ENDINGS = ("", *(f" {status}" for status in POSITIONS))
_WHOLE_LABELS = tuple(
    label.lower()
    for label in (
        SUMMARY,
        "Paragraph Reference:",
        *(f"{name}{ending}" for name in ("Government Response", RESPONDENT) for ending in _ENDINGS),
    )
)


def cut_label(label: str) -> bool:
    """Whether a line is the beginning of a label, as where a page breaks off inside one."""
    return bool(label) and any(whole.startswith(label.lower()) for whole in _WHOLE_LABELS)


def cut_status(label: str) -> bool:
    """Whether a line is the beginning of a status."""
    return bool(label) and any(whole.startswith(label.lower()) for whole in POSITIONS)


def cut_paragraph(label: str) -> bool:
    """Whether a line is the beginning of a paragraph label, a status standing before it or not."""
    rest = STATUS_BEFORE.sub("", label)
    return bool(rest) and "Paragraph:".startswith(rest)


def address_in(label: str) -> str | None:
    """The web address that a line consists of; None if there is none, or it cannot be one."""
    match = ADDRESS.match(label)
    address = match and (match["named"] or match["bare"])
    return address if is_web_address(address) else None
