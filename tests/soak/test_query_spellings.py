"""The short form: hundreds of spellings, of which none arrives anywhere."""

import random

from graph.store.query_syntax import QueryText
from tests.soak.query_spellings import leaving_query, main, plain_query


def test_no_spelling_leaves_and_no_plain_query_is_refused() -> None:
    outcome = main(400, seed=7)
    assert outcome.arrived == 0
    assert outcome.refused == 0
    assert outcome.control_arrived > outcome.control / 3  # the spellings do leave, if nobody looks


def test_most_spellings_are_sparql() -> None:
    chance = random.Random(11)  # noqa: S311 - repeatable, not secret
    leaving = [leaving_query(chance, "http://127.0.0.1:9/", mutations=0) for _ in range(300)]
    assert sum(QueryText(text).is_readable() for text in leaving) > 200
    assert all(QueryText(plain_query(chance)).is_readable() for _ in range(300))
