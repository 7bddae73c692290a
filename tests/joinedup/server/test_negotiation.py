"""Which media type a client likes best, whatever it writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.server.middleware.host_check import host_of
from joinedup.server.negotiation import HTML, Representation, choose, prefers_html, qualities

TURTLE = Representation("text/turtle", ("application/x-turtle",))
JSON = Representation("application/ld+json")
OFFERS = [TURTLE, JSON]

types = st.sampled_from(
    [
        "text/turtle",
        "application/x-turtle",
        "application/ld+json",
        "text/*",
        "*/*",
        "image/png",
        HTML,
    ]
)
ranges = st.dictionaries(types, st.integers(0, 1000), max_size=6)


def written(chosen: dict[str, int]) -> str:
    return ", ".join(f"{name};q={quality / 1000:.3f}" for name, quality in chosen.items())


@given(ranges)
def test_nothing_is_chosen_that_is_not_liked_and_nothing_liked_more_is_left(
    chosen: dict[str, int],
) -> None:
    def liked(name: str) -> int:
        kinds = (name, f"{name.partition('/')[0]}/*", "*/*")
        return next((chosen[kind] for kind in kinds if kind in chosen), 0 if chosen else 1000)

    choice = choose(written(chosen), OFFERS)
    best = max(liked(offer.media_type) for offer in OFFERS)
    named = [chosen[name] for name in ("application/x-turtle",) if name in chosen]
    best = max([best, *named])
    if choice is None:
        assert best == 0
    elif chosen.get(HTML, 0) < best:
        assert liked(choice[1]) == best
        assert choice[1] in choice[0].names


@given(st.text(max_size=300))
def test_any_header_is_read(accept: str) -> None:
    choose(accept, OFFERS)
    prefers_html(accept)
    assert all(0 <= quality <= 1 for quality in qualities(accept).values())


@pytest.mark.parametrize(
    "part", ["a/b;" * 20_000, " " * 100_000, "a" * 100_000 + "/", ",;q" * 50_000]
)
def test_a_long_header_is_read_too(part: str) -> None:
    choose(part, OFFERS)


@pytest.mark.parametrize(
    ("accept", "is_preferred"),
    [
        ("", False),
        ("*/*", False),
        ("text/html", True),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("text/html;q=0.5, text/turtle", False),
        ("text/html;q=0", False),
        ("application/xhtml+xml", False),
    ],
)
def test_a_browser_is_known_by_liking_pages_best(accept: str, *, is_preferred: bool) -> None:
    assert prefers_html(accept) == is_preferred


@given(st.text(st.sampled_from("localhost127.0.0.1[::1]:@/#?80 "), max_size=20))
def test_nothing_but_this_machine_is_taken_for_it(host: str) -> None:
    if host_of(host) in {"localhost", "127.0.0.1"}:
        assert host.rpartition(":")[0] in {"localhost", "127.0.0.1"} or host == host_of(host)
    if host_of(host) == "::1":
        assert host.startswith("[::1]")
