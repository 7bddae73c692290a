"""What holds of the recogniser whatever the text."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records.cleaned_text import CleanedText, TextEdit
from loaders.names.recogniser import Recogniser
from loaders.text.folding import fold, lower
from tests.names_registers import initiatives, organisations, recognise, recogniser

if TYPE_CHECKING:
    from graph.records.mentions import Mention

NAMES = sorted(
    {
        name
        for group in (organisations(), initiatives())
        for entity in group
        for name in (entity.name, *entity.abbreviations, *entity.other_names)
    }
)
APOSTROPHES = "'’‘ʼ"
HYPHENS = "-‐‑–—"
HARMLESS = ["It rained all night.", "Nobody minded that at all.", "We then had tea, and slept."]

names = st.sampled_from(NAMES)
sentences = st.builds(
    lambda opening, name, closing: f"{opening} {name} {closing}",
    st.sampled_from(["We asked", "They left", "Later still,", "Some of it is in"]),
    names,
    st.sampled_from(["to say more.", "alone.", "(as before).", "and others; nothing came."]),
)
texts = st.lists(sentences, min_size=1, max_size=6).map(" ".join)
anything = st.lists(
    st.one_of(
        names, st.text(max_size=12), st.sampled_from(["the Department", " (", ")", "- ", "’s "])
    ),
    max_size=12,
).map("".join)


def shifted(mention: Mention, by: int) -> tuple[object, ...]:
    return (mention.start + by, mention.end + by, mention.entity, mention.rule, mention.nested)


@given(texts, st.sampled_from(HARMLESS))
@settings(max_examples=80, deadline=None)
def test_a_harmless_sentence_changes_no_other_mention(text: str, harmless: str) -> None:
    alone = [shifted(mention, 0) for mention in recognise(text).mentions]
    before = f"{harmless} {text}"
    after = f"{text} {harmless}"
    assert [shifted(m, -len(harmless) - 1) for m in recognise(before).mentions] == alone
    assert [shifted(m, 0) for m in recognise(after).mentions] == alone


@given(anything)
@settings(max_examples=150, deadline=None)
def test_offsets_slice_to_a_quotation_in_any_text(text: str) -> None:
    found = recognise(text)
    spans = [(m.start, m.end) for m in found.mentions if not m.nested]
    for mention in found.mentions:
        quote = text[mention.start : mention.end]
        assert quote
        assert quote == quote.strip()
        if mention.nested:
            assert any(s <= mention.start and mention.end <= e for s, e in spans)
        if mention.cue:
            assert text[slice(*mention.cue)]
    for relation in found.relations:
        assert relation.start <= relation.cue[0] < relation.cue[1] <= relation.end


@given(texts, st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_offsets_of_a_mended_reading_are_those_of_the_original(text: str, at: int) -> None:
    at = min(at, len(text))
    damaged = f"{text[:at]}¤¤¤{text[at:]}"
    reading = CleanedText(damaged, (TextEdit(at, at + 3, "page-number"),))
    for mended, plain in zip(
        recogniser().recognise(reading).mentions, recognise(text).mentions, strict=True
    ):
        quote = damaged[mended.start : mended.end].replace("¤¤¤", "")
        assert quote == text[plain.start : plain.end]
        assert mended.entity == plain.entity


@given(names, st.sampled_from(APOSTROPHES), st.sampled_from(HYPHENS))
@settings(max_examples=120, deadline=None)
def test_every_form_of_apostrophe_and_hyphen_is_recognised_alike(
    name: str, apostrophe: str, hyphen: str
) -> None:
    text = f"We asked {name} and the Home Office’s high-level staff."
    other = text
    for form in APOSTROPHES:
        other = other.replace(form, apostrophe)
    for form in HYPHENS:
        other = other.replace(form, hyphen)
    entities = [(m.start, m.end, m.entity) for m in recognise(text).mentions]
    assert [(m.start, m.end, m.entity) for m in recognise(other).mentions] == entities


@given(texts, st.integers())
@settings(max_examples=4, deadline=None)
def test_the_order_of_the_registers_does_not_matter(text: str, seed: int) -> None:
    bodies, ventures = list(organisations()), list(initiatives())
    Random(seed).shuffle(bodies)  # noqa: S311 - an order, not a secret
    Random(seed + 1).shuffle(ventures)  # noqa: S311 - an order, not a secret
    assert Recogniser(bodies, ventures).recognise(CleanedText(text)) == recognise(text)


@given(texts)
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_names_however_often_it_is_read(text: str) -> None:
    assert recognise(text, date(2024, 1, 1)) == recognise(text, date(2024, 1, 1))


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text) == len(lower(text))


def test_the_order_of_texts_does_not_move_what_they_name_outright() -> None:
    parts = ["DWP wrote.", "The National Data Library opened.", "Ofsted inspects."]
    seen = set()
    for order in permutations(parts):
        found = recogniser().recognise_document([CleanedText(part) for part in order])
        seen.add(frozenset(m.entity for names in found for m in names.mentions))
    assert len(seen) == 1
