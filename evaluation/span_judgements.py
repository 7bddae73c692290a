"""Evaluation: what the recogniser finds in gold pages, judged span by span.

A span counts only if both its ends are right. Judged neither way are: the labels of the page;
what a register names, or an expression points to, across a span of class ``generic``; and a
second mention of the same entity in the same place ("BOLD" in "BOLD project") beside one that
is right. A candidate across a generic span is wrong, since people are shown it as a name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evaluation.gold_spans import KINDS, read_gold
from evaluation.name_figures import Evaluation, NameMismatch
from graph.records.cleaned_text import CleanedText
from loaders.names.mention_rules import EXPRESSION_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from evaluation.gold_spans import GoldPage, GoldSpan
    from graph.records.mentions import EntityKey, Mention, Span
    from loaders.names.recogniser import Recogniser

_TYPES = {kind: type_ for type_, kind in KINDS.items()}


def evaluate_names(
    gold: Path, recogniser: Recogniser, clean: Callable[[str], CleanedText] = CleanedText
) -> Evaluation:
    """Judge a recogniser by a gold file.

    Args:
        gold: The gold file; its pages are read from the paths it gives, relative to it.
        recogniser: The recogniser to judge.
        clean: Makes the cleaned text of a line of a page.

    Returns:
        All figures, with the list of errors.

    Raises:
        InputError: If the gold file or one of its pages cannot be read.
    """
    result = Evaluation()
    for page in read_gold(gold):
        readings = [clean(line) for _, line in page.lines]
        names = recogniser.recognise_document(readings)
        mentions = [
            ((line_start + mention.start, line_start + mention.end), mention)
            for (line_start, _), recognised in zip(page.lines, names, strict=True)
            for mention in recognised.mentions
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
        self.gold = {
            span: gold_span
            for span, gold_span in page.spans.items()
            if not _inside(span, page.labels)
        }
        result.pages += 1
        result.labels += len(page.spans) - len(self.gold)
        self.mentions = [(span, m) for span, m in mentions if not _inside(span, page.labels)]
        self.generic = [span for span, gold_span in self.gold.items() if gold_span.cls == "generic"]
        names = [
            span for span, gold_span in self.gold.items() if gold_span.cls in {"register", "other"}
        ]
        for span, gold_span in list(self.gold.items()):
            if gold_span.cls == "anaphor" and any(_overlap(span, name) for name in names):
                del self.gold[span]  # "the Department" marked inside "the Department for Education"
        self.by_span: dict[Span, list[Mention]] = defaultdict(list)
        for span, mention in self.mentions:
            self.by_span[span].append(mention)

    def judge(self) -> None:
        for gold_span in sorted(self.gold.values(), key=lambda gold_span: gold_span.start):
            if gold_span.cls != "generic":
                self._judge_span(gold_span)
        for span, mention in self.mentions:
            self._judge_mention(span, mention)

    def _judge_span(self, gold_span: GoldSpan) -> None:
        """Whether a gold span is found, and linked to the right entity."""
        if gold_span.cls == "anaphor" and gold_span.has_ids and not gold_span.entities:
            return  # no antecedent is clear: to be left alone
        matching = [
            m for m in self.by_span[(gold_span.start, gold_span.end)] if _serves(m, gold_span.cls)
        ]
        scores = [self.result.classes[gold_span.cls]]
        if gold_span.cls == "register":
            scores += [self.result.types[kind] for kind in gold_span.types]
        for score in scores:
            score.gold += 1
            score.found += bool(matching)
        if not matching:
            self._note(gold_span, "missed", _ids(gold_span.entities))
        elif gold_span.cls == "register":
            self._judge_link(gold_span, matching)

    def _judge_link(self, gold_span: GoldSpan, matching: list[Mention]) -> None:
        expected = gold_span.entities or self.recogniser.lookup(gold_span.surface)
        if not expected or (not gold_span.entities and len(expected) > 1):
            self.result.links_unjudged += 1
            return
        self.result.linked += 1
        entities = {mention.entity for mention in matching}
        if entities <= expected:
            self.result.linked_right += 1
        else:
            self._note(gold_span, "mislinked", _ids(expected), _ids(entities), matching[0].rule)

    def _note(
        self, gold_span: GoldSpan, fault: str, expected: str, linked_to: str = "", rule: str = ""
    ) -> None:
        span = (gold_span.start, gold_span.end, gold_span.surface, gold_span.cls)
        self.result.faults.append(
            NameMismatch(self.page.name, *span, fault, expected, linked_to, rule)
        )

    def _judge_mention(self, span: Span, mention: Mention) -> None:
        cls = _class_of(mention)
        scores = [self.result.classes[cls], self.result.rules[mention.rule]]
        if cls == "register":
            scores.append(self.result.types[_TYPES[mention.entity[0]]])
        outcome = self._outcome(span, mention, cls)
        for score in scores:
            setattr(score, outcome, getattr(score, outcome) + 1)
        if outcome == "wrong":
            linked_to = _ids({mention.entity})
            self.result.faults.append(
                NameMismatch(
                    self.page.name,
                    *span,
                    self._surface(span),
                    cls,
                    "spurious",
                    found=linked_to,
                    rule=mention.rule,
                )
            )

    def _outcome(self, span: Span, mention: Mention, cls: str) -> str:
        gold_span = self.gold.get(span)
        if cls == "anaphor":
            if gold_span is None or gold_span.cls != "anaphor":
                return "unjudged" if any(_overlap(span, g) for g in self.generic) else "wrong"
            return (
                "right"
                if not gold_span.has_ids or mention.entity in gold_span.entities
                else "wrong"
            )
        if gold_span is not None and gold_span.cls in {"register", "other"}:
            return "right"
        on_generic = any(_overlap(span, generic) for generic in self.generic)
        if self._doubled(span, mention) or (on_generic and cls != "other"):
            return "unjudged"
        return "wrong"

    def _doubled(self, span: Span, mention: Mention) -> bool:
        """Whether a right mention stands around this one, or in it and names the same entity."""
        for surrounding, others in self.by_span.items():
            gold_span = self.gold.get(surrounding)
            if (
                surrounding == span
                or gold_span is None
                or gold_span.cls not in {"register", "other"}
            ):
                continue
            if _within(span, surrounding) and mention.nested:
                return True
            if _within(surrounding, span) and any(
                right.entity == mention.entity for right in others
            ):
                return True
        return False

    def _surface(self, span: Span) -> str:
        for start, line in self.page.lines:
            if start <= span[0] < start + len(line):
                return line[span[0] - start : span[1] - start]
        return ""


def _class_of(mention: Mention) -> str:
    if mention.rule in EXPRESSION_RULES:
        return "anaphor"
    return "other" if mention.entity[0] == "candidate" else "register"


def _serves(mention: Mention, cls: str) -> bool:
    """Whether a mention counts as found for a class: a linked name serves for ``other`` too."""
    return _class_of(mention) == cls or (cls == "other" and _class_of(mention) == "register")


def _ids(entities: Iterable[EntityKey]) -> str:
    return " ".join(sorted(f"{kind}/{key}" for kind, key in entities))


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _inside(span: Span, places: tuple[Span, ...]) -> bool:
    return any(_within(span, surrounding) for surrounding in places)
