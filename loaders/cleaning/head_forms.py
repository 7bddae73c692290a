"""What stands at the head or foot of the pages of a report, as patterns."""

from __future__ import annotations

PAPER = (
    r"(?:HC|HL|HL Paper|CP|Cm|Cmd)\.? \d{1,4}(?:[–-][IVXivx]{1,4})?"
    r"(?:,? \(?(?:Session )?20\d\d[–-]\d\d\)?)?"
)
"""The number of a paper, with its session or without."""

SESSION = (
    r"[A-Z][a-z]{2,15}(?:[ -][A-Z]?[a-z]{2,10})? (?:Special )?Report of Session 20\d\d[–-]\d\d"
)
"""The number of a report in its session."""

COMMITTEE = (
    r"(?:House of (?:Commons|Lords) )?(?:[A-Z][a-z]{1,20},? (?:and |of |the )?){1,6}Committee"
)
PART = (
    r"(?:Chapter|Part|Section|Appendix|Annex) (?:\d{1,2}|[A-Z]|One|Two|Three|Four|Five|Six)"
    r"[:.–—-]? ?[A-Z][^.?!;:]{3,90}"
)
"""A part of a report with its heading."""
