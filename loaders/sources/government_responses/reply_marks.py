"""Where a reply begins within an item, and who replies."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from loaders.layout.line_flow import FINISHED
from loaders.references.item_numbers import NUMBERS, item_numbers
from loaders.references.report_references import ASKS
from loaders.responses.segmentation.marks import ONE_WORD_STANCE, decimals, opening, wholes
from loaders.text.paragraph_numbers import REFERENCE
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.layout.document_lines import DocumentLine

GOVERNMENT = "HM Government"
END = re.compile(
    r"Annex(?:es)?\b(?:\s+\w+)?\s*(?:[:–—-].*)?$|ISBN\b|Printed\s+in\b|©"
    r"|(?:Yours\s+(?:sincerely|faithfully|ever)|(?:With\s+)?(?:best|kind|warm)\s+(?:wishes|regards))\W*$",
    re.IGNORECASE,
)
"""The first line after the last item."""

_SUBJECT = re.compile(
    r"(?:The\s+|HM\s+)?(?:Government|Department|Ministry)\b(?![^.]{0,200}\b(?:should|must)\b)"
)
_NAME = r"[A-Z][\w’'&-]*(?:,?\s+(?:of|for|and|the|&|[A-Z][\w’'&-]*))*"
_REPLY_LABEL = compile_pattern(
    rf"\*{{0,2}}(?:(?:The\s+)?(?P<who>{_NAME})\s+)?(?:[Rr]esponse|RESPONSE|[Rr]eply|REPLY|[Aa]nswer|ANSWER|[Pp]osition|POSITION)"
    rf"(?:\s+to\s+(?:the\s+)?(?:[Rr]ecommendation|[Cc]onclusion)s?(?:\s*+(?P<numbers>{NUMBERS}))?)?"
    r"(?:\.\s+(?=[A-Z“])|\*\*\s*+[:–—]?\s*|\s*+(?:[:–—]\s*(?:\*\*\s*)?|\s-\s+|$))"
)
_WHAT_WE_DO = compile_pattern(
    r"(?:What|How)\s+(?:we|the\s+(?:[Gg]overnment|[Dd]epartment|[Mm]inistry))\s+"
    r"(?:will|are|is|has|have|plans?|intends?|think|propose)\b[^.?]{0,40}:?$|(?:Our|Action(?:s)?)\s+(?:position|view|taken)\s*:?$"
)
"""A heading above what is done, in papers that speak of themselves as "we"."""

_COMMITTEE_LABEL = compile_pattern(
    r"(?:What\s+)?(?:[Tt]he\s+)?Committee(?:[’']s)?\s+(?:said|says|recommended|recommends|asked|concluded|"
    r"found|told\s+us|view|comment|words|text|recommendation|conclusion)(?:\s+text)?\s*:?$"
    r"|What\s+you\s+(?:said|asked|recommended)\s*:?$|(?:Text\s+of\s+the\s+)?[Rr]ecommendation\s+text\s*:?$"
)
"""A line of its own above the committee's words, below the head of the item."""

_RESPONDER = re.compile(
    r"(?:Appendix\b[^:–—-]{0,12}[:–—-]\s*)?Response\s+(?:from|of|by)\s+(?:the\s+)?(?P<who>[A-Z](?:(?!\sto\b).){1,100})"
    r"|Appendix\b[^:–—-]{0,12}[:–—-]\s*(?:The\s+)?(?P<whose>[A-Z].{1,100}?)(?:[’']s?)?\s+[Rr]esponse",
)
_CUT_NAME = re.compile(r"(?:\b(?:and|of|for|the|Department|Ministry)|,|&)$")
"""The end of a line at which a name goes on in the next."""

_GOVERNMENT = re.compile(
    r"(?:The\s+)?(?:HM\s+|UK\s+)?Government|Our|Full|Official|Departmental|Ministerial",
    re.IGNORECASE,
)
_WORDS_OF_STANCE = compile_pattern(
    r"(?:We|I|The\s+(?:[Gg]overnment|[Dd]epartment|[Mm]inistry)"
    r"|(?!(?:The\s+|Select\s+)?Committee)(?:The\s+)?[A-Z][\w&]{1,30}(?:\s+(?:and\s+|for\s+|of\s+)?[A-Z][\w&]{1,30}){0,5})\s+"
    r"(?:(?:do(?:es)?\s+not|cannot|partially|partly|broadly|fully|also|therefore|only"
    r"|am|are|is|not|happy|pleased|content|able|unable|to)\s+)*"
    r"(?:accept|agree|reject|disagree)s?\b(?!\s+that)"
    r"|(?:We|The\s+(?:[Gg]overnment|[Dd]epartment|[Mm]inistry))\s+(?:notes?|acknowledges?|recognises?|shares?)\s+"
    r"(?:the\s+(?:Committee[’']s\s+)?|this\s+)(?:conclusion|recommendation|concern|finding|view)"
    r"|(?:This|The|These|Both|All)\s+recommendations?\s+(?:is|are|was|were|has|have)\b"
    r"|(?:Not\s+)?(?:Accepted|Agreed|Rejected|Disagreed)\b|(?:Partially|Partly)\s+(?:accepted|agreed)\b"
)
"""Words with which only the government speaks of a recommendation."""

_GOES_ON = compile_pattern(
    r"\s*(?:[\"”’]\s*)?(?:We|The\s+Committee)\s+(?:\w+\s+){0,2}(?:recommend|urge|call\s+on|ask)"
)
"""Words with which a recommendation goes on after the reference of its conclusion."""


_SINGLE = compile_pattern(rf"\b(?:[Rr]ecommendation|[Cc]onclusion)\s+(?P<numbers>{NUMBERS})")
_SHARED = compile_pattern(
    rf"\b(?:[Rr]ecommendations|[Cc]onclusions|[Ii]tems|[Pp]oints)\s+(?P<numbers>{NUMBERS})|\b(?P<all>[Bb]oth|[Tt]hese|[Aa]ll\s+of\s+these|"
    r"[Tt]hese\s+\w+)\s+(?:recommendations|conclusions)\b"
)


def responder(line: DocumentLine) -> str | None:
    """Who answers from here on, if the line is a heading that says so."""
    match = _RESPONDER.fullmatch(line.text)
    if match is None or _CUT_NAME.search(line.text):
        return None
    return _who(match["who"] or match["whose"])


def reply_label(lines: Sequence[DocumentLine], index: int) -> tuple[str | None, int] | None:
    """Who replies, as a label before a reply says, and the offset of the reply."""
    line = lines[index]
    if not (line.apart or FINISHED.search(lines[index - 1].text)):
        return None
    if _WHAT_WE_DO.match(line.text):
        return None, line.end
    match = _REPLY_LABEL.match(line.text)
    if match is None or (match["who"] and "Committee" in match["who"]):
        return None
    return _who(match["who"]) if match["who"] else None, line.start + match.end()


def words_start(lines: Sequence[DocumentLine], body: int) -> int:
    """Where the committee's words begin below the head of an item: past a label that says so.

    Args:
        lines: The item's lines, its head first.
        body: Offset of the text after the head.
    """
    own = [line for line in lines if line.end > body][:3]
    for label, below in pairwise(own):
        if label.start >= body and _COMMITTEE_LABEL.match(label.text):
            return below.start
        if FINISHED.search(label.text):  # it is no topic beside the number, but a sentence
            break
    return body


def shared_numbers(reply: str) -> tuple[str, ...] | None:
    """Numbers of several recommendations that a reply says it answers together.

    Returns:
        The numbers; an empty tuple if it speaks of several without their numbers; None if of none.
    """
    match = _SHARED.search(reply)
    if match and not match["numbers"]:
        return ()
    single = [item_numbers(named["numbers"]) for named in _SINGLE.finditer(reply)]
    if match is None and len(set(single)) < len(("one", "another")):
        return None
    together = item_numbers(match["numbers"]) if match else ()
    return tuple(dict.fromkeys((*together, *chain.from_iterable(single))))


def _who(name: str) -> str | None:
    """A respondent as printed, the government under one name; None for words that name nobody."""
    plain = re.sub(r"(?:[’']s|(?<=s)[’'])$", "", name.strip())
    if _GOVERNMENT.fullmatch(plain) or (plain.isupper() and _GOVERNMENT.fullmatch(plain.title())):
        return GOVERNMENT
    return plain


def reply_start(lines: Sequence[DocumentLine], body: int) -> int | None:
    """Where the reply begins among the lines of one item that has no label for it.

    The surest sign is the reference with which restated text ends, or a paragraph number; then
    words in which the government speaks; then the end of the paragraph that asks for something.

    Args:
        lines: The item's lines, its head first.
        body: Offset of the restated text.

    Returns:
        The offset; None if nothing tells.
    """
    reference = _reference_end(lines, body)
    for index, line in enumerate(lines):
        if reference is not None and line.end >= reference:
            return _past(lines, reference)
        if line.start > body and _is_numbered(line.text):
            return line.start
        if line.start > body and _speaks(lines, index):
            return line.start
    return _after_request(lines, body)


def _reference_end(lines: Sequence[DocumentLine], body: int) -> int | None:
    """Where the reference ends with which the restated words do; None if there is none.

    A conclusion and its recommendation may each end in one.
    """
    words, offsets = _joined(lines, body)
    end = None
    for match in REFERENCE.finditer(words):
        is_first = end is None and match.start() > 0
        if is_first or (end is not None and _GOES_ON.match(words[end : match.start()])):
            end = match.end()
        elif end is not None:
            break
    return None if end is None else offsets[end - 1] + 1


def _joined(lines: Sequence[DocumentLine], body: int) -> tuple[str, list[int]]:
    """The words of lines from an offset on, with a space for each line break, and their offsets."""
    words: list[str] = []
    offsets: list[int] = []
    for line in lines:
        rest = line.text[max(0, body - line.start) :]
        if line.end > body:
            words.append(rest + " ")
            offsets += range(line.end - len(rest), line.end + 1)
    return "".join(words), offsets


def _past(lines: Sequence[DocumentLine], end: int) -> int:
    """Where the words after an offset begin; the closing mark of a quotation is none."""
    for line in lines:
        rest = line.text[max(0, end - line.start) :].lstrip(" ”’\"'.")
        if line.end > end and rest:
            return line.end - len(rest)
    return end


def _is_numbered(text: str) -> bool:
    """Whether a line begins with the number of a paragraph."""
    return any(mark.start == 0 for mark in (*wholes(text), *decimals(text)))


def _speaks(lines: Sequence[DocumentLine], index: int) -> bool:
    """Whether the government speaks from a line on."""
    line = lines[index]
    if not line.apart and not FINISHED.search(lines[index - 1].text):
        return False
    following = " ".join(item.text for item in lines[index : index + 2])
    if ONE_WORD_STANCE.match(line.text) or _WORDS_OF_STANCE.match(following):
        return True
    stance = opening(line.text, 0, len(line.text))
    if stance is not None and stance.start == 0:
        return True
    return line.apart and _SUBJECT.match(following) is not None


def _after_request(lines: Sequence[DocumentLine], body: int) -> int | None:
    """Where the paragraph after the one that asks begins, if blank lines or markup tell."""
    restated = [index for index, line in enumerate(lines) if line.end > body]
    if not restated:
        return None
    first = restated[0]
    for index in restated[1:]:
        if lines[index].apart and lines[index].text[:1].isupper():
            restated_words = " ".join(line.text for line in lines[first:index])
            return lines[index].start if ASKS.search(restated_words) else None
    return None
