"""In a long text an echo is looked for where its pieces stand, and found as in a short one."""

from __future__ import annotations

from random import Random

import pytest
from rapidfuzz import fuzz

from loaders.responses.segmentation import echoed_text


def prose(random: Random, words: int) -> str:
    letters = "abcdefghijklmnoprstuvw"
    return " ".join("".join(random.choices(letters, k=random.randint(2, 9))) for _ in range(words))


def misprinted(random: Random, text: str, rate: float) -> str:
    """Some letters lost, some doubled and some wrong."""
    return "".join(
        random.choice(("", "x", letter * 2)) if random.random() < rate else letter
        for letter in text
    )


@pytest.mark.parametrize("part", [(0, 0.7), (0.15, 0.85), (0.3, 1), (0, 1)])
@pytest.mark.parametrize("rate", [0, 0.01, 0.04])
def test_it_is_as_like_as_the_best_of_all_parts(part: tuple[float, float], rate: float) -> None:
    random = Random(f"{part} {rate}")  # noqa: S311 - no secret
    source = prose(random, 1_100)
    begin, end = (int(len(source) * share) for share in part)
    own = misprinted(random, source[begin:end], rate)
    assert len(source) > echoed_text.SHORT
    likeness = echoed_text._likeness(own, source)  # noqa: SLF001 - the step that has two ways
    assert likeness == pytest.approx(fuzz.partial_ratio(own, source), abs=2)


def test_other_prose_is_no_echo() -> None:
    random = Random(1)  # noqa: S311 - no secret
    own, source = prose(random, 1_000), prose(random, 1_100)
    assert echoed_text._likeness(own, source) == 0  # noqa: SLF001 - as above
