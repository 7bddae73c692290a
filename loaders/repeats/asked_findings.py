"""What a finding asks for: its sentences that ask, and what is left of their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.records.sentence_splitter import split_sentences
from loaders.identity.word_lists import NEGATIONS
from loaders.references.paper_numbers import MONTH
from loaders.references.report_references import ASKS
from loaders.repeats.word_stems import (
    actions_by_stem,
    common_stems,
    figures_by_word,
    objects_by_stem,
    stem,
    without_phrases,
)
from loaders.text.normalisation import fold_spelling
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_LEAST_LETTERS = 3
_COUNT = r"(?:\w+|\d{1,4})"
_DEADLINE = compile_pattern(
    rf",?\s?\b(?:(?:by|before|from|since|until|in|no\slater\sthan|starting\sin)\s"
    rf"(?:the\s)?(?:(?:start|end|beginning|middle|close)\sof\s(?:the\s)?)?"
    rf"(?:\d{{1,2}}\s)?(?:(?:{MONTH}|spring|summer|autumn|winter)\s)?(?:19|20)\d\d\b"
    rf"|(?:by|before)\s(?:the\s)?next\s[\w\s]{{1,25}}?(?=\sthe\b|,|\.|$)"
    rf"|within\s{_COUNT}\s(?:day|week|month|year)s?\b"
    r"(?:\sof\s(?:(?:the\spublication\sof\s)?(?:this|our)\sreport|publication)|(?!\sof\b))"
    r"|in\sthis\sParliament|without\s(?:further\s)?delay|as\ssoon\sas\spossible)",
    re.IGNORECASE,
)
"""Until when something is asked, which another report may ask until another day."""

_PROPER = re.compile(r"(?<=[a-z,;:] )[A-Z][^\W\d_]+")
_RECOMMENDS = re.compile(
    r"\b(?:recommend|ought to\b|(?:we|its|our) (?:calls? (?:for|on)|urge|reiterate the need)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:them|do so)\b", re.IGNORECASE)
"""Words that stand for what the sentence before speaks of."""

_FORBIDS = re.compile(r"(?:^|\bthat )no (?!later|longer)\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedFinding:
    """A finding as far as it matters for being made again.

    Attributes:
        iri: Its IRI.
        text: Its words.
        report: IRI of its report; empty if not known.
        day: Day on which it was made, as exactly as it is known; empty if not known.
        committees: What the names of its committee have in common, for each committee.
        numbers: Its numbers, in figures.
        paragraph: Its paragraph, as printed.
        addressees: IRIs of the bodies that are asked to act.
        names: Names of bodies that its words may hold, which say nothing of what is asked.
    """

    iri: str
    text: str
    report: str = ""
    day: str = ""
    committees: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    paragraph: str = ""
    addressees: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, in a form in which it can be compared.

    Attributes:
        terms: Stems of the words that say what it is about.
        actions: What is to be done, by the names of the register of request words.
        figures: Figures in it that are no date.
        proper: Those of its terms that are written with a capital within a sentence.
        main_action: The verb straight behind the word that asks, by the same names, or its stem
            where the register does not have it; empty where there is none.
        name_stems: Stems of the names of the bodies that are asked.
        negated: True if something is asked not to be done.
        sentence: The sentence that asks, exactly as it stands; the first one if none does.
        asks: True if a sentence asks for something.
    """

    terms: frozenset[str] = field(default_factory=frozenset)
    actions: frozenset[str] = field(default_factory=frozenset)
    figures: frozenset[str] = field(default_factory=frozenset)
    proper: frozenset[str] = field(default_factory=frozenset)
    main_action: str = ""
    name_stems: frozenset[str] = field(default_factory=frozenset)
    negated: bool = False
    sentence: str = ""
    asks: bool = False


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, exactly as they stand."""
    spans = split_sentences(text)
    ends = (*spans.starts[1:], len(text))
    pieces = (text[start:end].strip() for start, end in zip(spans.starts, ends, strict=True))
    return [piece for piece in pieces if piece]


def request_in(text: str, names: Sequence[str] = ()) -> Request:
    """What a finding asks for.

    Args:
        text: Its words.
        names: Names of bodies that may stand in them.
    """
    sentences = sentences_of(text)
    asking = [each for each in sentences if ASKS.search(each) or _RECOMMENDS.search(each)]
    chosen = _with_sentence_before(sentences, asking) or sentences
    plain = fold_spelling(_DEADLINE.sub(" ", " ".join(chosen)).replace("’", "'"))
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\.)", r"\1", plain)
    for name in sorted(names, key=len, reverse=True):
        plain = _without_name(plain, fold_spelling(name))
    plain = without_phrases(plain)
    words = _WORD.findall(plain.replace("'s", ""))
    stems = [stem(word) for word in words]
    actions, figures = actions_by_stem(), figures_by_word()
    terms = frozenset(
        objects_by_stem().get(each) or actions.get(each, each)
        for each, word in zip(stems, words, strict=True)
        if len(word) >= _LEAST_LETTERS
        and (each in objects_by_stem() or not {each, word} & common_stems())
        and not word[0].isdecimal()
        and word not in figures
    )
    return Request(
        terms,
        frozenset(actions[each] for each in stems if each in actions),
        frozenset(figures.get(word, word) for word in words if word in figures or word.isdecimal()),
        terms & {stem(fold_spelling(word)) for each in chosen for word in _PROPER.findall(each)},
        _main_action(plain),
        frozenset(stem(word) for name in names for word in _WORD.findall(fold_spelling(name))),
        bool(NEGATIONS.intersection(_asked_words(plain))) or any(map(_FORBIDS.search, asking)),
        (asking or sentences or [""])[0],
        bool(asking),
    )


def _main_action(text: str) -> str:
    """The first verb behind a word that asks: by its name in the register, or else its stem."""
    for word in _asked_words(text):
        if word not in NEGATIONS:
            return actions_by_stem().get(stem(word), stem(word))
    return ""


def _with_sentence_before(sentences: list[str], asking: list[str]) -> list[str]:
    """The sentences that ask, with the one before the first where "them" stands for its words."""
    if not asking or not _POINTS_BACK.search(asking[0]):
        return asking
    before = sentences[: sentences.index(asking[0])][-1:]
    return before + asking


def _without_name(text: str, name: str) -> str:
    words = _WORD.findall(name)
    if not words or (len(words) == 1 and len(words[0]) < _LEAST_LETTERS):
        return text
    joined = r"\W{1,3}".join(map(re.escape, words))
    return re.sub(rf"\b{joined}\b", " ", text)


_AFTER_SHOULD = re.compile(
    r"\b(?:should|must|ought to)\s+(?:(?:be|now|also|therefore|\w+ly)\s+)*(\w+)"
)


def _asked_words(text: str) -> list[str]:
    """Words that stand straight behind those that ask, in their order."""
    return _AFTER_SHOULD.findall(text)
