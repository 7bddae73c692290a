"""Evaluation: what the recogniser finds in gold pages, judged span by span.

A span counts only if both its ends are right. Judged neither way are: the page's own labels;
whatever overlaps a span of class ``generic``; and a second mention of the same thing in the same
place ("BOLD" in "BOLD project") beside one that is right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evaluation.name_scores import Evaluation, Fault
from evaluation.names_gold import KINDS, read_gold
from graph.records.cleaned_text import CleanedText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from evaluation.names_gold import GoldPage, GoldSpan
    from graph.records.mentions import EntityKey, Mention, Span
    from loaders.names.recogniser import Recogniser

_TYPES = {kind: type_ for type_, kind in KINDS.items()}


def evaluate_names(
    gold: Path, recogniser: Recogniser, read: Callable[[str], CleanedText] = CleanedText
) -> Evaluation:
    """Judge a recogniser by a gold file.

    Args:
        gold: The gold file; its pages are read from the paths it gives, relative to it.
        recogniser: The recogniser to judge.
        read: Makes a reading of a line of a page, with its damage taken out.

    Returns:
        All figures, with the list of errors.

    Raises:
        InputError: If the gold file or one of its pages cannot be read.
    """
    result = Evaluation()
    for page in read_gold(gold):
        readings = [read(line) for _, line in page.lines]
        names = recogniser.recognise_document(readings)
        mentions = [
            ((at + mention.start, at + mention.end), mention)
            for (at, _), found in zip(page.lines, names, strict=True)
            for mention in found.mentions
        ]
        _Judge(page, mentions, recogniser, result).judge()
    return result


class _Judge:
    """Judges one page."""

    def __init__(
        self,
        page: GoldPage,
        mentions: list[tuple[Span, Mention]],
        recogniser: Recogniser,
        result: Evaluation,
    ) -> None:
        self.page = page
        self.recogniser = recogniser
        self.result = result
        self.gold = {at: span for at, span in page.spans.items() if not _inside(at, page.labels)}
        result.pages += 1
        result.labels += len(page.spans) - len(self.gold)
        self.mentions = [(at, m) for at, m in mentions if not _inside(at, page.labels)]
        self.generic = [at for at, span in self.gold.items() if span.cls == "generic"]
        names = [at for at, span in self.gold.items() if span.cls in {"register", "other"}]
        for at, span in list(self.gold.items()):
            if span.cls == "anaphor" and any(_overlap(at, name) for name in names):
                del self.gold[at]  # "the Department" marked inside "the Department for Education"
        self.by_place: dict[Span, list[Mention]] = defaultdict(list)
        for at, mention in self.mentions:
            self.by_place[at].append(mention)

    def judge(self) -> None:
        for span in sorted(self.gold.values(), key=lambda span: span.start):
            if span.cls != "generic":
                self._judge_span(span)
        for at, mention in self.mentions:
            self._judge_mention(at, mention)

    def _judge_span(self, span: GoldSpan) -> None:
        """Whether a gold span is found, and linked to the right thing."""
        if span.cls == "anaphor" and span.given and not span.entities:
            return  # no antecedent is clear: to be left alone
        found = [m for m in self.by_place[(span.start, span.end)] if _serves(m, span.cls)]
        scores = [self.result.classes[span.cls]]
        if span.cls == "register":
            scores += [self.result.types[kind] for kind in span.types]
        for score in scores:
            score.gold += 1
            score.found += bool(found)
        if not found:
            self._note(span, "missed", _ids(span.entities))
        elif span.cls == "register":
            self._judge_link(span, found)

    def _judge_link(self, span: GoldSpan, found: list[Mention]) -> None:
        expected = span.entities or self.recogniser.lookup(span.surface)
        if not expected or (not span.entities and len(expected) > 1):
            self.result.links_unjudged += 1
            return
        self.result.linked += 1
        entities = {mention.entity for mention in found}
        if entities <= expected:
            self.result.linked_right += 1
        else:
            self._note(span, "mislinked", _ids(expected), _ids(entities), found[0].rule)

    def _note(
        self, span: GoldSpan, fault: str, expected: str, found: str = "", rule: str = ""
    ) -> None:
        at = (span.start, span.end, span.surface, span.cls)
        self.result.faults.append(Fault(self.page.name, *at, fault, expected, found, rule))

    def _judge_mention(self, at: Span, mention: Mention) -> None:
        cls = _class_of(mention)
        scores = [self.result.classes[cls], self.result.rules[mention.rule]]
        if cls == "register":
            scores.append(self.result.types[_TYPES[mention.entity[0]]])
        verdict = self._verdict(at, mention, cls)
        for score in scores:
            setattr(score, verdict, getattr(score, verdict) + 1)
        if verdict == "wrong":
            found = _ids({mention.entity})
            self.result.faults.append(
                Fault(
                    self.page.name,
                    *at,
                    self._surface(at),
                    cls,
                    "spurious",
                    found=found,
                    rule=mention.rule,
                )
            )

    def _verdict(self, at: Span, mention: Mention, cls: str) -> str:
        span = self.gold.get(at)
        if cls == "anaphor":
            if span is None or span.cls != "anaphor":
                return "unjudged" if any(_overlap(at, g) for g in self.generic) else "wrong"
            return "right" if not span.given or mention.entity in span.entities else "wrong"
        if span is not None and span.cls in {"register", "other"}:
            return "right"
        if any(_overlap(at, place) for place in self.generic) or self._doubled(at, mention):
            return "unjudged"
        return "wrong"

    def _doubled(self, at: Span, mention: Mention) -> bool:
        """Whether a right mention stands around this one, or in it and names the same thing."""
        for place, others in self.by_place.items():
            span = self.gold.get(place)
            if place == at or span is None or span.cls not in {"register", "other"}:
                continue
            if _within(at, place) and mention.nested:
                return True
            if _within(place, at) and any(other.entity == mention.entity for other in others):
                return True
        return False

    def _surface(self, at: Span) -> str:
        for start, line in self.page.lines:
            if start <= at[0] < start + len(line):
                return line[at[0] - start : at[1] - start]
        return ""


def _class_of(mention: Mention) -> str:
    if mention.rule == "anaphor":
        return "anaphor"
    return "other" if mention.entity[0] == "candidate" else "register"


def _serves(mention: Mention, cls: str) -> bool:
    """Whether a mention counts as found for a class: a linked name serves for ``other`` too."""
    return _class_of(mention) == cls or (cls == "other" and _class_of(mention) == "register")


def _ids(entities: Iterable[EntityKey]) -> str:
    return " ".join(sorted(f"{kind}/{key}" for kind, key in entities))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _inside(at: Span, places: tuple[Span, ...]) -> bool:
    return any(_within(at, place) for place in places)
