"""What identifies a report, by what a paper prints of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import CONTENT
from loaders.references.ordinals import value

if TYPE_CHECKING:
    from graph.records.findings import Key


def report_key_of(
    paper: str | None, session: str, ordinal: str | None, committee: str | None, title: str
) -> Key:
    """The key of a report: by its number, else its place among its committee's, else its title.

    Args:
        paper: Number of the paper, such as ``HC 265`` or ``HL Paper 130``.
        session: Session; empty where none is printed.
        ordinal: Its place among the reports of a session, as printed, such as ``Fifth``.
        committee: Its committee.
        title: Words that tell it from others where nothing better is printed.
    """
    if paper:
        return "hl" if paper.startswith("HL") else "hc", session, paper
    if ordinal:
        return "committee-ordinal", committee or "", session, str(value(ordinal))
    return CONTENT, "answered by", title
