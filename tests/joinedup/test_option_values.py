"""No number or date that an option is given can do more than be refused in a sentence."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import JoinedupError, UsageError
from graph.store.embedded import Store
from joinedup.cli import cli
from joinedup.date_type import DateType
from joinedup.number_types import Percentage, Seconds, WholeNumber
from joinedup.renamed_option import RenamedOption
from queries.parameter_values import fill_parameters
from queries.query_files import list_questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPED = (WholeNumber, Seconds, Percentage, DateType)
NO_NUMBERS = (
    *("nan", "NaN", "inf", "-inf", "Infinity", "1e300", "1e3", "-0", "-1", "-0.0", "+5", "--5"),
    *("", " ", " 5", "5 ", "٣", "３", "²", "½", "−5", "1_000", "1,000", "0x10", "0b1", "1/2"),
    *("9" * 40, "9" * 5_000, "five", "None", "true", "5\n", "5\0", "5;", "1.2.3", "\x1b[31m", "∞"),
)
NO_DATES = (
    *("0000", "0", "10000", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-3-1"),
    *("２０２４", "20240331", "2024-03-31T00:00", "31/3/2024", "yesterday", "Today", "2024-W10"),
    *("-2024", "+2024", "2024-", "2024--01", "99999999999999999999-01-01"),
)


def commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command, with those of groups."""
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        yield (name,), command
        if isinstance(command, click.Group):
            for inner in command.list_commands(click.Context(command)):
                member = command.get_command(click.Context(command), inner)
                assert member is not None
                yield (name, inner), member


def options(
    *types: type[click.ParamType[Any]],
) -> list[tuple[tuple[str, ...], str, click.ParamType[Any]]]:
    """Every option of some types, under each of its names, those of former releases too."""
    return [
        (path, name, parameter.type)
        for path, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and isinstance(parameter.type, types)
        for name in (
            *parameter.opts,
            *(parameter.former_names if isinstance(parameter, RenamedOption) else ()),
        )
    ]


TYPED_OPTIONS = options(*TYPED)


def described(option: tuple[tuple[str, ...], str, click.ParamType[Any]]) -> str:
    return " ".join((*option[0], option[1]))


def test_the_options_are_found() -> None:
    found = set(map(described, TYPED_OPTIONS))
    assert {"ask --seconds", "query --rows", "network --seed", "gaps --from"} <= found
    assert {"build --retrieved", "network --false-claims", "reason --limit"} <= found
    assert len(found) > 25


def test_no_option_has_a_number_type_that_takes_more_than_digits() -> None:
    loose = (click.types.IntParamType, click.types.FloatParamType, click.DateTime)
    arguments = [
        parameter
        for _, command in commands()
        for parameter in command.params
        if isinstance(parameter.type, loose)
    ]
    assert arguments == []


@pytest.mark.parametrize("option", TYPED_OPTIONS, ids=described)
def test_what_is_no_value_is_refused_and_what_is_right_is_said(
    option: tuple[tuple[str, ...], str, click.ParamType[Any]],
) -> None:
    path, name, kind = option
    for value in (*NO_NUMBERS, *NO_DATES):
        if isinstance(kind, Percentage | Seconds | WholeNumber) and value == "10000":
            continue
        if isinstance(kind, WholeNumber) and kind.minimum == 0 and value in {"0", "0000"}:
            continue
        if isinstance(kind, Seconds | WholeNumber) and value == "20240331":
            continue
        result = CliRunner().invoke(cli, [*path, f"{name}={value}"])
        assert result.exit_code == 2, (value, result.output)
        assert isinstance(result.exception, SystemExit)
        expected = "2024-03-31" if isinstance(kind, DateType) else kind.expected  # type: ignore[attr-defined]
        assert expected in " ".join(result.stderr.split()), value


@pytest.mark.parametrize("kind", [WholeNumber(), WholeNumber(1), WholeNumber(2, 30)])
def test_both_bounds_are_taken_and_nothing_beyond_them(kind: WholeNumber) -> None:
    for number in (kind.minimum, kind.maximum):
        assert kind.convert(str(number), None, None) == number
    for number in (kind.minimum - 1, kind.maximum + 1):
        with pytest.raises(click.BadParameter, match=f"from {kind.minimum}"):
            kind.convert(str(number), None, None)


@given(st.text(max_size=12) | st.floats().map(str) | st.integers().map(str))
def test_whatever_is_typed_is_a_number_within_bounds_or_a_usage_error(text: str) -> None:
    for kind, least, most in (
        (WholeNumber(1, 500), 1, 500),
        (Seconds(), 0, 86_400),
        (Percentage(), 0, 1),
    ):
        with suppress(click.BadParameter):
            value = kind.convert(text, None, None)
            assert text.isascii()
            assert least <= value <= most


@pytest.mark.parametrize(
    ("text", "share"), [("5%", 0.05), ("5 %", 0.05), ("0.05", 0.05), (".5", 0.5), ("0.1%", 0.001)]
)
def test_a_share_is_per_cent_or_a_fraction(text: str, share: float) -> None:
    assert Percentage().convert(text, None, None) == pytest.approx(share)


def test_parameters_of_questions_are_as_strict(pages_store: Path) -> None:
    store = Store.open(pages_store)
    strict = {"integer": NO_NUMBERS, "date": NO_DATES, "start": NO_DATES}
    checked = set()
    for question in list_questions():
        for parameter in question.parameters:
            for value in strict.get(parameter.kind, ()):
                checked.add(parameter.kind)
                with pytest.raises(UsageError, match="it takes a"):
                    fill_parameters(question, {parameter.name: value}, store)
    assert checked >= {"integer", "date"}


ODD_TEXTS = (
    "",
    " ",
    "\x1b[31m",
    "é“\u202e",
    "a" * 3_000,
    "\udcff",
    "'\"\\",
    "../..",
    "/dev/null/a",
)
READING = ("ask", "connections", "gaps", "network", "path", "query", "why", "info", "export")
"""Commands that only read, with what they must be given."""
ARGUMENTS = {
    "ask": ["overdue-commitments"],
    "network": ["organisations"],
    "path": ["DfE", "MoJ"],
    "query": ["SELECT ?s { ?s ?p ?o } LIMIT 1"],
    "why": ["accountability-index-4-13168", "BOLD"],
    "export": ["csv"],
}
TEXT_OPTIONS = [
    (path, name, kind)
    for path, name, kind in options(click.types.StringParamType, click.Path, click.Choice)
    if path[0] in READING and name != "--open"
]


@pytest.mark.parametrize("option", TEXT_OPTIONS, ids=described)
def test_odd_texts_end_in_an_answer_or_a_sentence(
    option: tuple[tuple[str, ...], str, click.ParamType[Any]],
    pages_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, name, _ = option
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOINEDUP_STORE", str(pages_store))
    for value in ODD_TEXTS:
        result = CliRunner().invoke(cli, [*path, *ARGUMENTS.get(path[0], []), f"{name}={value}"])
        if isinstance(result.exception, JoinedupError):
            assert str(result.exception)
        else:
            assert result.exception is None or isinstance(result.exception, SystemExit), value


def test_a_query_from_a_closed_standard_input_is_a_usage_error(bundled_store: Path) -> None:
    closed = '"$0" -m joinedup query - --store "$1" <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", closed, sys.executable, str(bundled_store)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "standard input" in done.stderr
    assert "Traceback" not in done.stderr
