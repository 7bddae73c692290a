"""Words by which a committee says that it has asked before, and where it says that it did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.references.committees import committee_key, committees_in
from loaders.references.item_numbers import NUMBERS, item_numbers
from loaders.references.ordinals import ORDINAL, session, value
from loaders.references.paper_numbers import paper_number
from loaders.repeats.asked_findings import sentences_of
from loaders.repeats.word_stems import common_stems, stem
from loaders.text.normalisation import fold_spelling
from loaders.text.paragraph_numbers import PARAGRAPH
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_WE = r"(?:[Ww]e|(?:[Tt]he|[Tt]his)\s(?:[A-Z]\w+\s){0,5}Committee)"
_BEFORE = (
    r"(?:our\spredecessors?(?:\s[Cc]ommittees?)?|(?:our|its|the)\spredecessor\s[Cc]ommittee"
    r"|(?:the|its)\sprevious\s[Cc]ommittee|the\sformer\s(?:[A-Z]\w+\s){0,5}[Cc]ommittee)"
)
_WHOEVER = rf"(?:{_WE}|{_BEFORE}|(?:[Ii]t|which))"
_ASKED = (
    r"(?:recommended|asked|called|urged|said|concluded|noted|argued|proposed|set\sout|stated|made"
    r"|pressed)"
)
_HAVE = r"(?:(?:have|has|had)\s)?"
_AGAIN = r"(?:repeat|reiterate|restate|renew|reaffirm|re-?emphasise|stand\sby|return\sto|endorse)s?"
_REPORT = r"(?:[Rr]eports?|inquiry|inquiries)"
_CUE = compile_pattern(
    rf"\b{_WE}\s(?!(?:do|does|did|will|would|shall|need|can|should)\snot\b)(?:\w+,?\s){{0,4}}?{_AGAIN}\s"
    r"(?:(?:its|our|the|this|that|these|those|a|both)\b|what\b|[Rr]ecommendation)"
    r"|\b(?:once\s)?again\s(?:recommend|urge|ask|call)s?\b"
    rf"|\b{_WE}\s(?:recommend|urge|ask|call)s?\s(?:once\s)?(?:again|more)\b"
    rf"|\b{_WE}\s{_HAVE}(?:previously|earlier|already|repeatedly|twice|before|long)\s{_ASKED}"
    rf"|\b{_WE}\s{_HAVE}{_ASKED}\s[^.;]{{0,60}}?\b(?:before|previously|earlier|already)\b"
    rf"|(?i:\b{_BEFORE})(?:[’']s?)?\s(?:\w+\s){{0,3}}?(?:{_ASKED}|recommendations?|call|did)\b"
    rf"|\b(?:[Aa]s|[Ll]ike)\s{_WHOEVER}\s(?:\w+\s){{0,2}}?{_ASKED}\b[^.;]{{0,60}}?"
    rf"(?:\b{_REPORT}\b|\bin\s(?:HC|HL|(?:19|20)\d\d)|\b(?:before|previously|earlier)\b)"
    rf"|\b[Ii]n\s(?:our|its|the\sCommittee[’']s|that)\s[^.;]{{0,160}}?{_REPORT}\b[^.;]{{0,160}}?\b"
    rf"{_WHOEVER}\s(?:\w+\s){{0,2}}?{_ASKED}\b"
    rf"|\b[Rr]ecommend(?:ed|ations?)\s[^.;]{{0,80}}?\b(?:in|of|from)\s(?:our|its|(?:the|this)\s"
    rf"Committee[’']s)\s[^.;]{{0,80}}?{_REPORT}\b"
    rf"|\b(?:{_WHOEVER}|[Cc]ommittee)\s{_HAVE}(?:first\s)?{_ASKED}\s[^.;]{{0,80}}?\bin\s(?:HC|HL)\s"
    r"|(?<!not\s)\b(?:repeat|reiterat|restat|renew)(?:s|es|e|ed|ing)?\s(?:our|its)\s(?:\w+\s){0,2}"
    r"(?:recommendation|call|request)"
)
_NOT_OURS = compile_pattern(
    r"\b(?:[Gg]overnment|[Dd]epartment|[Mm]inister|[Ww]itness(?:es)?|[Oo]ffice|[Aa]gency)\s"
    rf"(?:\w+\s){{0,2}}(?:{_AGAIN}|repeated|reiterated|restated)\b"
)
_ORDINAL = compile_pattern(rf"\b(?P<ordinal>{ORDINAL})\s(?:Special\s)?Report\b", re.IGNORECASE)
_NUMBER = compile_pattern(rf"\b[Rr]ecommendations?\s(?P<numbers>{NUMBERS})")
_PARAGRAPH = compile_pattern(PARAGRAPH)
_QUOTED = re.compile(r"[“‘\"'](?P<title>[A-Z][^”\"]{6,120}?)[”’\"'](?=\W|$)")
_ON = compile_pattern(
    r"\b(?:[Rr]eport|inquiry)(?:\sof\s(?:19|20)\d\d)?,?\s(?:on|into|about|entitled)\s"
    r"(?P<title>[^,.;()]{4,120}?)"
    r"(?=,|\.|;|\(|$|\s(?:of|in|from|published|that|we|it|and\swe|our|the\sCommittee)\b)"
)
_CAPITALS = re.compile(
    r"\b[Rr]eport,\s(?P<title>[A-Z][\w’'-]*(?:\s[\w’'-]+){1,14}?)(?=,\s|\s\(|;|\.|$)"
)
_YEAR = re.compile(r"\b(?<![-–/])(?:19|20)\d\d\b(?!\s?[-–/]\s?\d)")
_PREDECESSOR = compile_pattern(rf"(?i:{_BEFORE})")


@dataclass(frozen=True, slots=True)
class RepeatWords:
    """A sentence by which a committee says that something was asked before.

    Attributes:
        sentence: The sentence, exactly as it stands.
        paper: Number of the paper that it names; like all that follows, empty if it names none.
        session: Session of the report.
        ordinal: Which report of the session, as a figure.
        title: Stems of words of the report's title.
        year: Year of the report.
        numbers: Numbers of recommendations.
        paragraph: Paragraph of the report.
        committee: What the forms of the name of another committee have in common.
    """

    sentence: str
    paper: str = ""
    session: str = ""
    ordinal: str = ""
    title: frozenset[str] = frozenset()
    year: str = ""
    numbers: tuple[str, ...] = ()
    paragraph: str = ""
    committee: str = ""

    @property
    def names_report(self) -> bool:
        """True if the sentence says something of the report."""
        return bool(self.paper or self.session or self.ordinal or self.title or self.year)


def repeat_words_in(text: str) -> Iterator[RepeatWords]:
    """Each sentence of a text that says that something was asked before."""
    for sentence in sentences_of(text):
        line = " ".join(sentence.split())
        cue = _CUE.search(line)
        if cue and not _NOT_OURS.search(line):
            yield _read(sentence, line)


def _read(sentence: str, line: str) -> RepeatWords:
    ordinal, number = _ORDINAL.search(line), _NUMBER.search(line)
    paragraph = _PARAGRAPH.search(line)
    title = _QUOTED.search(line) or _ON.search(line) or _CAPITALS.search(line)
    years = _YEAR.findall(_without_deadline(line))
    named = [committee_key(name) for name in committees_in(line)]
    return RepeatWords(
        sentence,
        paper_number(line) or "",
        session(line) or "",
        str(value(ordinal["ordinal"])) if ordinal else "",
        title_stems(title["title"]) if title else frozenset(),
        years[0] if len(set(years)) == 1 else "",
        item_numbers(number["numbers"]) if number else (),
        paragraph["paragraph"] if paragraph else "",
        next((key for key in named if key), ""),
    )


_DUE = re.compile(
    r"\b(?:by|before|until|from|no later than)\s(?:the\s)?(?:(?:end|start)\sof\s)?(?:\w+\s){0,2}"
    r"(?:19|20)\d\d\b"
)


def _without_deadline(line: str) -> str:
    """A sentence without the years until when something is asked."""
    return _DUE.sub(" ", line)


def title_stems(title: str) -> frozenset[str]:
    """Stems of the words by which a title can be known."""
    words = re.findall(r"[^\W_]+", fold_spelling(title))
    return frozenset(stem(word) for word in words if word not in common_stems())
