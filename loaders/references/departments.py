"""Names of departments on lines of their own, in lists and in tables of contents."""

from __future__ import annotations

import re

from loaders.text.patterns import compile_pattern

_BEGINS = (
    r"(?:(?:Former\s+)?Department|Ministry|Office|HM|His\s+Majesty[’']s|Her\s+Majesty[’']s|Home\s+Office|Cabinet\s+Office|"
    r"Foreign|NHS|Attorney)\b"
)
_ENDS = (
    r"(?:Department|Ministry|Office|Service|Services|Agency|Authority|Treasury|Commission|Council|"
    r"Customs|England|Corporation|Board|Executive|Fund|Inspectorate|Inspection|Archives|Bank|Ltd|Service\s+UK)"
)
_ABBREVIATED = r"(?:\s*\([A-Z][A-Za-z&]{1,10}\))?"
_BODY = compile_pattern(
    rf"(?:the\s+)?(?:{_BEGINS}(?:,?\s+(?:(?:of|for|and|the|&|to|in)\b|[A-Z&][\w&-]*(?:[’']s(?=\s+[A-Z]))?))*|(?:[A-Z][\w’'&-]*[\s,]+(?:(?:of|for|and|the|&)\s+)*){{1,8}}{_ENDS}"
    rf"|HMRC|HMT|DHSC|MHCLG|DEFRA|Defra|DWP|DfE|DfT|DCMS|DSIT|DBT|DESNZ|FCDO|HMCTS|HMPPS|UKHSA|MoJ|MoD){_ABBREVIATED}"
)
_LEAD = re.compile(
    r"(?:Lead(?:ing)?\s+|Responding\s+|Responsible\s+)?(?:Departments?|Body|Bodies|Respondents?)(?:\(s\))?\s*:\s*(?P<names>.+)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:(?<!\s)\s++)?(?:[;/|]|,\s*+(?:and\s++)?|(?<=\s)(?:and|with)\s)\s*")
_BEGINNING = compile_pattern(_BEGINS)
_TELLING = 3
"""Words of a name that can be no end of another's."""

_LONGEST = 160


def departments_on(line: str) -> tuple[str, ...]:
    """The departments that a line names, if it holds nothing else.

    >>> departments_on("Department for Digital, Culture, Media and Sport and HM Treasury")
    ('Department for Digital, Culture, Media and Sport', 'HM Treasury')
    >>> departments_on("Court fees and refunds")
    ()
    """
    lead = _LEAD.fullmatch(line.strip())
    words = (lead["names"] if lead else line).strip().rstrip(".")
    if len(words) > _LONGEST:
        return ()
    names = _split(words)
    if lead or all(_BODY.fullmatch(name) for name in names):
        return tuple(dict.fromkeys(_plain(name) for name in names))
    in_small = " ".join(map(_lowered, words.split())) if words.isupper() else words
    return departments_on(in_small) if in_small != words else ()


def departments_in_entry(entry: str) -> tuple[tuple[str, ...], str]:
    """The departments at an end of an entry of the contents, and the words that are left.

    The title of the report stands before or after them, with nothing between.
    """
    words = entry.split()
    for count in range(1, len(words)):
        names = departments_on(" ".join(words[count:]))
        if names and not _goes_on(words[count - 1]):
            return names, " ".join(words[:count])
    return (), entry


def _lowered(word: str) -> str:
    """A word of a name in capitals, as it stands in a sentence."""
    if word in {"HM", "UK", "NHS"}:
        return word
    return word.lower() if _goes_on(word) else word.capitalize()


def _goes_on(word: str) -> bool:
    return word.lower() in {"the", "of", "for", "and", "by", "at", "in", "to", "with", "&", "a"}


def _split(words: str) -> list[str]:
    """The names of a list; a comma or "and" within a name does not part it."""
    pieces: list[str] = []
    offset = begin = 0
    for joint in [*_JOINT.finditer(words), None]:
        end = joint.start() if joint else len(words)
        begun = (
            pieces and _BEGINNING.fullmatch(pieces[-1].strip()) and " " not in pieces[-1].strip()
        )
        if pieces and (begun or not _is_name_of_its_own(words[offset:end])):
            pieces[-1] = words[begin:end]
        else:
            begin = offset
            pieces.append(words[begin:end])
        offset = joint.end() if joint else offset
    return [piece.strip() for piece in pieces if piece.strip()]


def _is_name_of_its_own(piece: str) -> bool:
    """Whether a piece of a list is a name, and not the end of the name before it."""
    if _BODY.fullmatch(piece) is None:
        return False
    begins = _BEGINNING.match(piece) is not None
    return (begins and " " in piece.strip()) or piece.isupper() or len(piece.split()) >= _TELLING


def _plain(name: str) -> str:
    """A name without its abbreviation in brackets and the article before it."""
    without = re.sub(r"\s*\([A-Z][A-Za-z&]{1,10}\)$", "", name.strip())
    return re.sub(r"^the\s+", "", without, flags=re.IGNORECASE)
