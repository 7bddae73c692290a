"""The words of a finding in a form in which two printings of it can be compared.

A tracker, a report and an answer print one recommendation with footnote numbers or without, with a
page's running head in it, hyphenated anew, cut short, or behind another opening formula. What is
left here is the sentences, as words in one spelling. It serves comparison, never display.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.records.sentence_splitter import split_sentences
from loaders.cleaning.text_cleaning import clean_text
from loaders.identity.sketches import sketch
from loaders.identity.word_lists import SPEAKERS
from loaders.text.normalisation import fold_spelling, without_footnote_numbers

_WORD = re.compile(r"[^\W_]+")
_HYPHEN_AT_LINE_END = re.compile(r"(?<=[^\W\d_])[-‐‑][^\S\n]*+\n\s*+(?=[a-z])|\u00ad\s?")
_REFERENCE = re.compile(
    r"[(\[]\s*(?:(?:recommendation|conclusion)s?,?\s*)?para(?:graph)?s?\.?\s*[\d\s,–—-]{1,40}[)\]]",
    re.IGNORECASE,
)
"""Where the report says it, as printed after the words of the summary."""

_LABEL = re.compile(
    r"\s*(?:(?:\d{1,3}[a-z]?|[a-z])[:.)]\s*)?(?:(?:PAC|committee)(?:[’']s)?\s+)?"
    r"(?:recommendation|conclusion)s?"
    r"(?:\s*(?:no\.?\s*)?\d{1,3}[a-z]?(?:\s*[:.]\s*|\s+(?-i:(?=[A-Z])))|\s*[:.]\s*)",
    re.IGNORECASE,
)
"""What a page or document calls the item, before its first word."""

_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}(?:\.\d{1,2})?[a-z]?[.):]|\([a-z]\))\s+(?=\S)")
"""Number of a paragraph or an item, before its first word."""

_OPENING = re.compile(
    r"(?P<lead>(?:[^\W_]+(?:[’'][^\W_]+)?,?\s+){1,7}?)"
    r"recommend(?:s|ed|ing|ations?)?(?:\s+(?:is|are|was))?\s*(?:that\b|[:,]|(?=the\b))\s*",
    re.IGNORECASE,
)
"""Words by which a committee introduces what it recommends, if it speaks of itself in them."""

_ITSELF = re.compile(r"\b(?:we|our|committee)\b", re.IGNORECASE)

Words = tuple[str, ...]

CUT = 1500
"""Characters from which a text may be the beginning of a longer one that a page cuts."""


@dataclass(frozen=True, slots=True)
class ComparableWords:
    """The words of a finding, sentence by sentence; kept as one text, since there may be many.

    Attributes:
        text: The words with spaces between them, one sentence a line.
        cut: True if the text may go on where it ends.
        sketch: Its sketch, by which alike texts are found; empty if not worked out.
    """

    text: str
    cut: bool = False
    sketch: bytes = field(default=b"", compare=False, repr=False)

    @property
    def sentences(self) -> list[Words]:
        """The words of each sentence."""
        return [tuple(line.split()) for line in self.text.splitlines()]

    @property
    def words(self) -> Words:
        """All words in order."""
        return tuple(self.text.split())

    @property
    def form(self) -> str:
        """The letters and figures alone: equal forms are equal words, however they are spaced."""
        return "".join(self.text.split())


def comparable_words(text: str) -> ComparableWords:
    """The words of a text of a finding.

    Args:
        text: The words as a source prints them.

    Returns:
        The words without footnote marks, page furniture, label, opening formula and reference to a
        paragraph; in lower case, one spelling, and without hyphens.
    """
    joined = _HYPHEN_AT_LINE_END.sub("", text)
    plain = without_footnote_numbers(clean_text(joined).text)
    plain = _REFERENCE.sub(" ", plain)
    spans = split_sentences(" ".join(plain.split()))
    sentences = (_words(sentence) for sentence in _texts(spans.text, spans.starts))
    cut = len(text) >= CUT or text.rstrip().endswith(("...", "…"))
    words = ComparableWords("\n".join(" ".join(line) for line in sentences if line), cut)
    return replace(words, sketch=sketch(words.words)) if words.text else words


def _texts(text: str, starts: tuple[int, ...]) -> list[str]:
    ends = (*starts[1:], len(text))
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _words(sentence: str) -> Words:
    """The words of a sentence, without what only introduces them."""
    for begins in (_LABEL.match, _NUMBER.match, _LABEL.match, _OPENING.match):
        match = begins(sentence)
        lead = match.groupdict().get("lead") if match else None
        if match and (lead is None or _ITSELF.search(lead)):
            sentence = sentence[match.end() :]
    words = _WORD.findall(fold_spelling(sentence.replace("’s", "s").replace("'s", "s")))
    return tuple(SPEAKERS.get(word, word) for word in words)
