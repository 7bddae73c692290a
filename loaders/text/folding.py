"""Folding: every form of apostrophe, hyphen and space becomes one, and no offset moves."""

from __future__ import annotations

_FORMS = {
    "'": "’‘ʼ′`´＇",
    " ": "\n\r\t\x0b\x0c\xa0\u2002\u2003\u2009\u200a\u202f-‐‑‒–—−\u00ad",
}
_PARAGRAPH_ENDS = (("\r\n\r\n", "\x1e\x1e\x1e\x1e"), ("\n\n", "\x1e\x1e"))
_REPLACEMENTS = _PARAGRAPH_ENDS + tuple(
    (form, plain) for plain, forms in _FORMS.items() for form in forms
)


def fold(text: str) -> str:
    """Fold apostrophes, hyphens and spaces; the result has the length of `text`.

    A hyphen becomes a space, so that "real-time" and "real time" are one form. The end of a
    paragraph becomes no space but a mark, so that no name reaches across it.
    """
    for form, plain in _REPLACEMENTS:
        text = text.replace(form, plain)
    return text


def fold_apostrophes(text: str) -> str:
    """Make every form of apostrophe one, some of which are letters to Unicode ("ʼ")."""
    for form in _FORMS["'"]:
        text = text.replace(form, "'")
    return text


def lower(text: str) -> str:
    """Lower the case of `text` without changing its length, which `str.lower` may do ("İ")."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
