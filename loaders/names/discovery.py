"""Discovery: bodies and initiatives that a text names and no register holds.

What is found is a candidate, never more, until somebody accepts it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from graph.identity import slug
from graph.records.mentions import Candidate, Mention, Near
from loaders.names.definitions import CONFIDENCE, DEFINED, is_abbreviation, long_form_start
from loaders.names.phrases import PART, acronyms, is_common, kind_of, owned, phrases
from loaders.names.places import Places
from loaders.text.folding import fold

if TYPE_CHECKING:
    from graph.records.mentions import DocumentSpan, Span, Thing
    from loaders.names.gazetteer import Gazetteer
    from loaders.names.phrases import Phrase
    from loaders.names.texts import Text

DISCOVERED, NEAR_SPELLING = "discovered", "near-spelling"
_NEAR_SPELLING = 0.8
_DEFINED = 0.8
_SHORT_WORD = 3
_FIRM_WORD = 5
_LOOK_BACK = 160
_NEAR_ENOUGH = 72.0
_NEAREST = 3
_SLIP = 2
_LONG_NAME = 16
_LONG_MARK = 4
_DEFINITION = re.compile(r" \(([\"'“‘]?)([A-Za-z][\w&./-]{1,11})([\"'”’]?)\)")


class Discoverer:
    """Finds candidates, and what registered names they are like."""

    def __init__(self, gazetteer: Gazetteer, refused: frozenset[str] = frozenset()) -> None:
        """Compare candidates with the names of `gazetteer`; leave out the refused ones."""
        entries = [entry for group in gazetteer.names.values() for entry in group]
        marks = [entry for group in gazetteer.marks.values() for entry in group]
        self._names = {entry.spelling.lower(): entry for entry in reversed(entries)}
        self._marks = {e.spelling: e for e in reversed(marks) if len(e.spelling) >= _LONG_MARK}
        self._refused = refused
        self.near = lru_cache(maxsize=4096)(self._near)
        self._slip = lru_cache(maxsize=4096)(self._find_slip)

    def discover(self, texts: list[Text]) -> list[dict[str, Candidate]]:
        """Add mentions of candidates to the texts of a document; the candidates of each text."""
        made: dict[str, tuple[Candidate, DocumentSpan]] = {}
        for text in texts:
            self._define(text, made)
        found: list[dict[str, Candidate]] = []
        for text in texts:
            taken = _Taken(text)
            self._repeat(text, taken, made)
            for phrase in owned(text.text, text.mentions):
                self._add(text, taken, phrase)
            known = {(mention.start, mention.end) for mention in text.mentions}
            for phrase in phrases(text.text, known):
                self._add(text, taken, phrase)
            for phrase in acronyms(text.text, known):
                self._add(text, taken, phrase)
            found.append(self._candidates(text, made))
        return found

    def _add(self, text: Text, taken: _Taken, phrase: Phrase) -> None:
        span = (phrase.start, phrase.end)
        if not taken.free(span, part=phrase.pattern == PART):
            return
        name = text.text[slice(*span)]
        key = slug(fold(name))
        if not key or self._refuses(name):
            return
        thing, rule, confidence, pattern = (
            ("candidate", key),
            DISCOVERED,
            phrase.confidence,
            phrase.pattern,
        )
        if slip := self._slip(name):
            (thing, pattern), rule, confidence = slip[:2], slip[2], _NEAR_SPELLING
        taken.put(Mention(*span, thing, rule, confidence, pattern))

    def _refuses(self, name: str) -> bool:
        return slug(fold(name)) in self._refused

    def _define(self, text: Text, made: dict[str, tuple[Candidate, DocumentSpan]]) -> None:
        """Note what a text defines: "long form (ABBR)" where no register knows the long form."""
        if " (" not in text.text:
            return
        ends = {mention.end for mention in text.mentions}
        for match in _DEFINITION.finditer(text.text):
            short = match[2]
            if match.end() in ends or not is_abbreviation(short) or is_common(short):
                continue
            start = _long_form(text.text, match.start(), short)
            if start is None:
                continue
            long = text.text[start : match.start()]
            if is_common(long) or self._refuses(long):
                continue
            candidate = Candidate(slug(fold(long)), long, kind_of(long), short)
            place = (text.number, match.start(2), match.end(2))
            made.setdefault(short, (candidate, place))
            self._bracket(text, candidate, (start, match.start()), place)

    def _bracket(self, text: Text, candidate: Candidate, long: Span, place: DocumentSpan) -> None:
        """Put one mention around "long form (ABBR)", with what it holds nested in it."""
        taken, thing = _Taken(text), candidate.thing
        whole, short = (long[0], place[2] + 1), place[1:]
        if taken.free(short):
            term = text.text[slice(*short)]
            taken.put(Mention(*short, thing, DEFINED, CONFIDENCE, term, basis=place))
        taken.put(Mention(*long, thing, DISCOVERED, _DEFINED, candidate.name))
        taken.put(Mention(*whole, thing, DISCOVERED, _DEFINED, candidate.name))

    def _repeat(
        self, text: Text, taken: _Taken, made: dict[str, tuple[Candidate, DocumentSpan]]
    ) -> None:
        """Find again the short forms that the document has made for its candidates."""
        for short, (candidate, place) in made.items():
            if short not in text.text:
                continue
            for match in re.finditer(rf"(?<![^\W_]){re.escape(short)}(?![^\W\d_])", text.text):
                if taken.free(match.span()):
                    taken.put(
                        Mention(
                            *match.span(),
                            candidate.thing,
                            DEFINED,
                            CONFIDENCE,
                            short,
                            basis=place,
                        )
                    )

    def _candidates(
        self, text: Text, made: dict[str, tuple[Candidate, DocumentSpan]]
    ) -> dict[str, Candidate]:
        defined = {candidate.key: candidate for candidate, _ in made.values()}
        found: dict[str, Candidate] = {}
        for mention in sorted(text.mentions, key=lambda m: m.start):
            kind, key = mention.thing
            if kind == "candidate" and key not in found:
                name = text.text[mention.start : mention.end]
                candidate = defined.get(key) or Candidate(key, name, kind_of(name))
                found[key] = replace(candidate, near=self.near(candidate.name))
        return found

    def _near(self, name: str) -> tuple[Near, ...]:
        """Registered names like `name`, the likest first, one for each thing."""
        hits = process.extract(
            fold(name).lower(),
            self._names.keys(),
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_NEAR_ENOUGH,
            limit=3 * _NEAREST,
        )
        best: dict[Thing, Near] = {}
        for spelling, score, _ in hits:
            entry = self._names[spelling]
            best.setdefault(entry.thing, Near(entry.thing, entry.name, round(score, 1)))
        return tuple(best.values())[:_NEAREST]

    def _find_slip(self, name: str) -> tuple[Thing, str, str] | None:
        """The registered name that `name` misspells by a letter or two, if it is only one."""
        cased = fold(name)
        if " " not in cased:
            return self._transposed(cased)
        if len(cased) < _LONG_NAME:
            return None
        low = cased.lower()
        hits = process.extract(
            low, self._names.keys(), scorer=OSA.distance, score_cutoff=_SLIP, limit=None
        )
        if low in self._names:
            entry = self._names[low]
            return entry.thing, entry.name, entry.rule
        close = {
            self._names[spelling].thing: self._names[spelling].name
            for spelling, *_ in hits
            if _same_words(low, spelling)
        }
        return _only(close)

    def _transposed(self, mark: str) -> tuple[Thing, str, str] | None:
        """The registered abbreviation that `mark` is with two letters changed about."""
        if len(mark) < _LONG_MARK:
            return None
        close = {
            entry.thing: entry.name
            for spelling, entry in self._marks.items()
            if len(spelling) == len(mark)
            and sorted(spelling) == sorted(mark)
            and OSA.distance(spelling, mark) == 1
        }
        return _only(close)


class _Taken:
    """Which places of a text are taken by mentions."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._at = Places(((m.start, m.end), number) for number, m in enumerate(text.mentions))
        self._doubts = Places(((d.start, d.end), d) for d in text.ambiguous)

    def free(self, span: Span, *, part: bool = False) -> bool:
        """Whether a name may stand at `span`: around another, but not across, in or beside it."""
        if self._doubts.touching(span):
            return False
        return all(
            span != held and _within(held, span) and (part or self._longer(span, held))
            for held, _ in self._at.touching(span)
        )

    def _longer(self, span: Span, inner: Span) -> bool:
        """Whether the words of `span` behind the name inside it make another name of it."""
        behind = self._text.text[inner[1] : span[1]]
        return bool(behind) and not behind.startswith((" and ", " & ", ", "))

    def put(self, mention: Mention) -> None:
        """Add a mention to the text; those inside it become nested."""
        span, mentions = (mention.start, mention.end), self._text.mentions
        for held, number in self._at.touching(span):
            if _within(held, span):
                mentions[number] = mentions[number]._replace(nested=True)
        self._at.add(span, len(mentions))
        mentions.append(mention)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _only(close: dict[Thing, str]) -> tuple[Thing, str, str] | None:
    """The one thing a slip may have meant, if it is one."""
    if len(close) != 1:
        return None
    thing, name = next(iter(close.items()))
    return thing, name, NEAR_SPELLING


def _long_form(text: str, end: int, short: str) -> int | None:
    """Where the long form of an abbreviation begins; None if it is no proper name."""
    letters = sum(char.isalnum() for char in short)
    words = list(re.finditer(r"\S+", text[max(0, end - _LOOK_BACK) : end]))[
        -min(letters + 5, 2 * letters) :
    ]
    if not words:
        return None
    base = max(0, end - _LOOK_BACK) + words[0].start()
    at = long_form_start(short, text[base:end])
    if at is None or not text[base + at].isupper():
        return None
    body = [word for word in text[base + at : end].split() if len(word) > _SHORT_WORD]
    capitals = sum(word[0].isupper() for word in body)
    return base + at if len(body) > 1 and capitals >= 0.6 * len(body) and capitals > 1 else None


def _same_words(one: str, other: str) -> bool:
    """Whether no word of the two is wholly other: a slip changes letters, not words or numbers."""
    left, right = one.split(), other.split()
    return len(left) == len(right) and all(
        a == b
        or (len(a) >= _FIRM_WORD and a[0] == b[0] and a.isalpha() and OSA.distance(a, b) <= _SLIP)
        for a, b in zip(left, right, strict=True)
    )
