"""`joinedup why`: why a finding is said to name an entity, and from which sources it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from joinedup.known_on import graph_option
from joinedup.options import spinner
from joinedup.terminal import print_message, print_text
from queries.finding_corrections import corrections_of_finding
from queries.finding_identity import explain_identity, sources_of
from queries.finding_lookup import find_finding, label_of
from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.mention_explanations import build_provenance, corrections_in_force, explain_name
from queries.shell_words import quote_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.store.server_address import StoreLocation
    from queries.finding_corrections import FindingCorrection
    from queries.finding_identity import IdentityExplanation, SourceOfFinding
    from queries.finding_story import StoryLine
    from queries.mention_explanations import MentionExplanation


@click.command()
@click.argument("finding")
@click.argument("name", required=False)
@graph_option
def command(finding: str, name: str | None, location: StoreLocation) -> None:
    """Explain why FINDING is said to name NAME: quotation, rule, confidence, alternatives.

    Without NAME, show what is said of FINDING: its words, the reply, the positions with who says
    so; its sources, why their records are said to be about it, and what people corrected.

    FINDING is its name, its identifier or the address of its page, as any command prints them. NAME
    is a name, an abbreviation, or the words as they stand in the text. The answer is what the graph
    states: it shows the registers and the corrections with which the graph was built. To try other
    corrections, build with them.

    \b
    Example:
      joinedup why accountability-index-4-13168 BOLD
      joinedup why accountability-index-4-13168
    """
    store = open_store(location)
    iri = find_finding(store, finding)
    if name is None:
        with spinner("Reading"):
            story = story_of(store, iri)
        print_text("\n".join(describe_story(label_of(store, iri), story, finding)))
        print_text(
            "\n".join(describe_sources(sources_of(store, iri), explain_identity(store, iri)))
        )
        for correction in corrections_of_finding(store, iri):
            print_text("\n".join(describe_correction(correction)))
        return
    before = ""
    for explanation in explain_name(store, iri, name):
        print_text("\n".join(describe(explanation, before)))
        before = explanation.sentence
    software, registers_digest = build_provenance(store)
    corrections = len(corrections_in_force(store))
    print_message(
        f"Stated by {software} with {corrections} corrections in force; registers sha256 "
        f"{registers_digest[:12]}."
    )


def describe_story(label: str, story: list[StoryLine], name: str) -> Iterator[str]:
    """The lines on what is said of a finding, for the terminal."""
    yield label
    width = max((len(line.who) for line in story), default=0)
    for line in story:
        date = f" ({line.date})" if line.date else ""
        words = f": {line.says}{' …' if line.is_cut else ''}" if line.says else ""
        yield f"  {line.who:{width}}  {line.what}{date}{words}"
    if not has_answer(story):
        yield f"  {NO_ANSWER}"
    if any(line.is_cut for line in story):
        yield "What ends in … has more words:"
        yield f"  joinedup ask story-of-a-finding finding={quote_word(name)} --record"
    yield ""


def describe_sources(
    sources: Sequence[SourceOfFinding], explanations: Sequence[IdentityExplanation]
) -> Iterator[str]:
    """The lines on the sources of a finding, for the terminal."""
    noun = "source record is" if len(sources) == 1 else "source records are"
    yield f"{len(sources)} {noun} about this finding:"
    for source in sources:
        yield f"  {source.source}{f': {source.page}' if source.page else ''}"
    for explanation in explanations:
        alike = "" if explanation.likeness is None else f", {explanation.likeness:.1f}% alike"
        yield f"one finding   {explanation.rule}{alike} ({explanation.records} source records)"
        yield from (f"  identifier  {name}" for name in explanation.names)


def describe_correction(correction: FindingCorrection) -> Iterator[str]:
    """The lines on a correction of a finding, for the terminal."""
    yield f"corrected     {correction.says or correction.kind}"
    yield f"  by          {correction.author} on {correction.date}: {correction.reason}"
    yield from (f"  before      {phrase}" for phrase in correction.before)


def describe(explanation: MentionExplanation, before: str = "") -> Iterator[str]:
    """The lines of an explanation, for the terminal; the sentence `before` was shown above."""
    entity = explanation.entity
    span = f"at {explanation.start} to {explanation.end}"
    yield f"“{explanation.quotation}” {span}: {entity.key if entity else 'not linked'}"
    if entity:
        yield f"  name        {entity.label}"
    yield f"  sentence    {explanation.sentence if explanation.sentence != before else 'the same'}"
    if entity is None:
        yield f"  reason      {explanation.rule}"
    else:
        yield f"  rule        {explanation.rule} (pattern “{explanation.pattern}”)"
        yield f"  confidence  {explanation.confidence:.2f}"
        yield f"  who says so {explanation.voice}"
    if explanation.role:
        yield f"  role        {explanation.role}, by the words “{explanation.cue}”"
    if explanation.basis:
        yield f"  rests on    “{explanation.basis}”"
    if explanation.considered:
        entities = (f"{entity.label} ({entity.key})" for entity in explanation.considered)
        yield f"  considered  {', '.join(entities)}"
    for line in explanation.corrections:
        yield (
            f"  corrected   {line.correction_type}, by {line.author} on {line.date}: {line.reason}"
        )
