"""Former names of arguments in Python work for one release, with a warning."""

from __future__ import annotations

import pytest

import joinedup
from joinedup.renamed_argument import accept_former_names


@pytest.fixture(scope="module")
def graph() -> joinedup.Graph:
    return joinedup.build("bundled")


def test_connections_take_their_former_names(graph: joinedup.Graph) -> None:
    with pytest.warns(DeprecationWarning, match="(one= is now called a|other= is now called b)="):
        former = graph.connections(one="DfE", other="MoJ")  # type: ignore[call-arg] # on purpose
    assert former == graph.connections("DfE", "MoJ")


def test_objects_take_their_former_name(graph: joinedup.Graph) -> None:
    with pytest.warns(DeprecationWarning, match="findings= is now called limit="):
        former = graph.objects(findings=1)  # type: ignore[call-arg] # on purpose
    assert len(list(former.individuals())) == len(list(graph.objects(limit=1).individuals()))


def test_both_names_at_once_are_refused() -> None:
    @accept_former_names(findings="limit")
    def take(limit: int = 0) -> int:
        return limit

    with pytest.raises(TypeError, match="are the same"):
        take(limit=1, findings=2)  # type: ignore[call-arg] # on purpose
