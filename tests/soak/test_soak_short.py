"""The short form of what `make soak` tries for long."""

from __future__ import annotations

import signal

from tests.soak.builds_at_once import build_at_once
from tests.soak.damaged_stores import damage_stores
from tests.soak.full_disks import fill_disks
from tests.soak.mutated_imports import import_mutated_exports
from tests.soak.stopped_additions import fill_disks_of_additions, stop_additions
from tests.soak.stopped_builds import stop_builds


def test_damaged_stores_say_so() -> None:
    assert damage_stores(12) == []


def test_full_disks_leave_the_old_graph_and_the_old_output() -> None:
    assert fill_disks(4) == []


def test_mutated_exports_are_read_or_refused() -> None:
    assert import_mutated_exports(20) == []


def test_two_builds_at_once_with_readers() -> None:
    assert build_at_once(2, 1) == []


def test_a_killed_build_leaves_a_whole_graph() -> None:
    assert stop_builds(signal.SIGKILL, 2) == []


def test_a_killed_addition_leaves_a_whole_graph() -> None:
    assert stop_additions(signal.SIGKILL, 3) == []


def test_an_addition_without_room_leaves_the_old_graph() -> None:
    assert fill_disks_of_additions(3) == []
