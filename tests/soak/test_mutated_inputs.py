"""The short form: some dozens of mutated inputs for each loader, of which none does harm."""

import pytest

from tests.soak.mutated_inputs import feed_mutated_inputs, mutated_input
from tests.soak.seeds import KINDS

SHORT = 40


@pytest.mark.parametrize("kind", KINDS)
def test_no_mutated_input_does_harm(kind: str) -> None:
    result = feed_mutated_inputs(kind, SHORT, seed=1)
    assert result.tries == SHORT
    assert not result.failures
    if not KINDS[kind].corrections:
        assert 0 < result.loaded < SHORT  # some are still good, and some are not


@pytest.mark.parametrize("kind", KINDS)
def test_an_input_can_be_made_anew(kind: str) -> None:
    inputs = {mutated_input(kind, number) for number in range(20)}
    assert inputs == {mutated_input(kind, number) for number in range(20)}
    assert len(inputs) > 15
