"""What a reply says besides a stance: what a body does or will do, or only where to look for it.

A reply may agree in deeds without a word of agreement, and it may leave everything to a paper yet
to come. Neither is a position, so neither is read as one; but whether a label rests on anything,
and whether an answer is empty, cannot be told without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.sentence_splitter import split_sentences
from loaders.responses.stance import lexicon
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.replies import ReadReply

_BODY = rf"(?:\b{lexicon.OWN}|(?<![(\w])[A-Z][A-Za-z]{{0,12}}[A-Z]\w{{0,12}})"
"""The respondent, or a body by its abbreviation."""

_ADVERBS = r"(?:\s+(?:also|now|already|currently|therefore|then|both|fully|actively))*"
_WILL = rf"{_ADVERBS}\s+(?:will|shall|(?:intends?|plans?|commits?|undertakes?)\s+to){_ADVERBS}\s+"

_REGARD = (
    r"recogni[sz]|welcom|thank|valu|appreciat|shar|understand|"
    r"tak(?:es?|ing)\s+(?:\w+\s+){0,5}seriously"
)
"""Beginnings of verbs by which a body only regards a matter."""

_IDLE = (
    rf"(?:{_REGARD}|acknowledg|not(?:e|ing)|agre|believ|think|hop|know|consider|reflect|look|explor|"
    r"continu|remain|work|discuss|engag|say|cover|set|outlin|explain|respon|repl|contain|includ|"
    r"address|deal|tak(?:e|es|ing)\s+(?:account|into)|want|seek|endeavour|keep|need|"
    r"(?:be(?:en)?\s+)?(?:grateful|aware|clear|keen|pleased|proud|determined|committed|confident|"
    r"mindful|sympathetic))"
)
"""Beginnings of verbs that tell of no deed, whatever their tense."""

_UNDERTAKES = compile_pattern(
    rf"{_BODY}{lexicon.ASIDE}{_WILL}(?!not\b|never\b|be\b)(?!{_IDLE})[a-z]+"
    rf"|\bwill{_ADVERBS}\s+be\s+(?!{_IDLE})(?:\w+ed|made|drawn|held|set\s+up|given|built|written|put)\b"
)
_DOES = compile_pattern(
    rf"{_BODY}{lexicon.ASIDE}{_ADVERBS}\s+"
    rf"(?:(?:has|have|is|are){_ADVERBS}\s+(?!been\s+{_IDLE}|not\b|{_IDLE})[a-z]+"
    rf"|(?!{_IDLE}|will\b|shall\b|would\b|should\b|could\b|may\b|might\b|must\b|can\b|cannot\b|does\b|do\b)"
    r"(?:[a-z]{2,}s|(?<=We\s)[a-z]{2,}|(?<=we\s)[a-z]{2,})\b)"
    r"|\b(?:already|currently|under\s?way|in\s+place)\b"
)

_PAPER = (
    r"(?:(?:[Ww]hite|[Gg]reen)\s+[Pp]apers?|[Ss]trateg(?:y|ies)|[Ss]pending\s+[Rr]eview|[Rr]eview|[Rr]oadmap|"
    r"[Cc]onsultation|(?:[Aa]ction\s+)?[Pp]lans?|[Bb]ill|[Ll]egislation|[Rr]eport|[Ss]tatement|[Rr]esponse)"
)
_POINTS = compile_pattern(
    rf"\b{_PAPER}\b[^.;]{{0,60}}\b(?:will|shall|is\s+to)(?:\s+\w+ly|\s+also|\s+then)?\s+"
    r"(?:cover|deal|address|set|look|consider|includ|contain|explain|outline|say|respond|tackle|"
    r"examine|provide|giv|inform|bring)\w*"
    rf"|\b(?:forthcoming|upcoming|coming|planned|future)\s+(?:[\w’-]+\s+){{0,4}}{_PAPER}\b"
    rf"|\b(?:once|when|after|until|following)\s+[^.;]{{0,60}}\b{_PAPER}\b[^.;]{{0,40}}\b(?:out|published|"
    r"complete[d]?|concluded|concludes|reports)\b"
    r"|\b(?:in\s+due\s+course|shortly|at\s+the\s+(?:appropriate|right)\s+time|"
    r"when\s+parliamentary\s+time\s+allows)\b"
)
_REGARDS = compile_pattern(
    rf"^\W*{_BODY}{lexicon.ASIDE}{lexicon.CHAIN}\s+(?:{_REGARD}|grateful|committed\s+to)\w*+(?![^.]*ecommendation)"
)


def undertakes(text: str, read: ReadReply) -> bool:
    """Whether the government says in a reply that it will do something, dated or not."""
    return any(_UNDERTAKES.search(words) for words in _own_sentences(text, read))


def points_elsewhere(text: str, read: ReadReply) -> bool:
    """Whether a reply leaves the matter to a paper or a time to come, and tells of no deed."""
    words = tuple(_own_sentences(text, read))
    return any(map(_POINTS.search, words)) and not _tells(words)


def only_regards(text: str, read: ReadReply) -> bool:
    """Whether every sentence of a reply only recognises, welcomes or thanks."""
    words = tuple(_own_sentences(text, read))
    return bool(words) and all(map(_REGARDS.search, words)) and not _tells(words)


def _tells(words: tuple[str, ...]) -> bool:
    """Whether some sentence tells of something done, being done or to be done."""
    return any(_UNDERTAKES.search(item) or _DOES.search(item) for item in words)


def _own_sentences(text: str, read: ReadReply) -> Iterator[str]:
    """The sentences of a reply that are the government's own."""
    for part in read.shape.parts:
        for paragraph in part.paragraphs:
            for start, end in split_sentences(text).within(paragraph.body, paragraph.end):
                yield text[start:end]
