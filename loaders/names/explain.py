"""Explanations: why a text is said to name a thing, in words for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.sentences import SentenceSpans
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.mentions import Ambiguity, Correction, Mention, RecognisedNames, Thing
    from loaders.names.recogniser import Recogniser


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one place of a text is, or is not, taken to name a thing.

    Attributes:
        text: Number of the text in the document, from 0.
        start: Offset of the quotation.
        end: Offset just past it.
        quote: The words.
        sentence: The sentence that holds them.
        thing: What they are taken to name; None if that cannot be told.
        name: Its registered name, if it is registered.
        rule: Rule that found it; for what could not be told, the reason.
        pattern: What matched.
        confidence: From 0 to 1; 0 for what could not be told.
        role: Its part in the argument.
        cue: The words that show it.
        basis: The definition or antecedent that it rests on.
        others: What else was considered.
        corrections: Hand corrections that bear on it.
    """

    text: int
    start: int
    end: int
    quote: str
    sentence: str
    thing: Thing | None
    name: str | None
    rule: str
    pattern: str
    confidence: float
    role: str | None = None
    cue: str | None = None
    basis: str | None = None
    others: tuple[Thing, ...] = ()
    corrections: tuple[Correction, ...] = ()


def explain(
    recogniser: Recogniser, texts: Sequence[str], names: Sequence[RecognisedNames], name: str
) -> list[Explanation]:
    """Explain every mention of what `name` names in a document.

    Args:
        recogniser: The recogniser that was used.
        texts: The original texts of the document.
        names: What it recognised in each.
        name: Words as quoted, a registered name or abbreviation, or a key.

    Returns:
        An explanation for each place, in the order of the document; empty if nothing there is
        called so.
    """
    meant = recogniser.meanings(name)
    low = fold(name).lower()

    def asked(quote: str, *things: Thing) -> bool:
        return fold(quote).lower() == low or any(
            thing in meant or thing[1] == name or "/".join(thing) == name for thing in things
        )

    found: list[Explanation] = []
    for number, (text, here) in enumerate(zip(texts, names, strict=True)):
        sentences = SentenceSpans(text)
        found += [
            _mention(recogniser, texts, number, mention, sentences)
            for mention in here.mentions
            if asked(text[mention.start : mention.end], mention.thing)
        ]
        found += [
            _doubt(text, number, doubt, sentences)
            for doubt in here.ambiguous
            if asked(text[doubt.start : doubt.end], *doubt.things)
        ]
    return sorted(found, key=lambda one: (one.text, one.start, -one.end))


def describe(explanation: Explanation) -> Iterator[str]:
    """The lines of an explanation, for the terminal."""
    thing = "/".join(explanation.thing) if explanation.thing else "not linked"
    yield f"“{explanation.quote}” at {explanation.start} to {explanation.end}: {thing}"
    yield f"  sentence    {explanation.sentence}"
    yield f"  rule        {explanation.rule} (pattern “{explanation.pattern}”)"
    yield f"  confidence  {explanation.confidence:.2f}"
    if explanation.role:
        yield f"  role        {explanation.role}, by the words “{explanation.cue}”"
    if explanation.basis:
        yield f"  rests on    “{explanation.basis}”"
    if explanation.others:
        yield f"  considered  {', '.join('/'.join(other) for other in explanation.others)}"
    for line in explanation.corrections:
        yield f"  corrected   {line.act}, by {line.by} on {line.on}: {line.why}"


def _mention(
    recogniser: Recogniser,
    texts: Sequence[str],
    number: int,
    found: Mention,
    sentences: SentenceSpans,
) -> Explanation:
    text = texts[number]
    quote = text[found.start : found.end]
    basis = texts[found.basis[0]][found.basis[1] : found.basis[2]] if found.basis else None
    return Explanation(
        number,
        found.start,
        found.end,
        quote,
        text[slice(*sentences.around(found.start, found.end))],
        found.thing,
        recogniser.name_of(found.thing),
        found.rule,
        found.pattern,
        found.confidence,
        found.role,
        text[slice(*found.cue)] if found.cue else None,
        basis,
        found.others,
        recogniser.corrections.about(found.thing, quote),
    )


def _doubt(text: str, number: int, doubt: Ambiguity, sentences: SentenceSpans) -> Explanation:
    return Explanation(
        number,
        doubt.start,
        doubt.end,
        text[doubt.start : doubt.end],
        text[slice(*sentences.around(doubt.start, doubt.end))],
        None,
        None,
        doubt.reason,
        doubt.pattern,
        0.0,
        others=doubt.things,
    )
