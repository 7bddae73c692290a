"""Options that had another name before: the old one works for one release, with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from joinedup.terminal import print_message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeVar

    from click.core import ParameterSource
    from click.parser import _OptionParser

    Command = TypeVar("Command", bound=Callable[..., object])


class RenamedOption(click.Option):
    """An option that is also taken under its former names, which help does not show."""

    def __init__(
        self,
        declarations: Sequence[str],
        *,
        former_names: Sequence[str] = (),
        **attributes: Any,  # noqa: ANN401 - click's own attributes, passed on
    ) -> None:
        """Take click's attributes, and the former names with their dashes."""
        super().__init__(declarations, **attributes)
        self.former_names = tuple(former_names)

    def add_to_parser(self, parser: _OptionParser, ctx: click.Context) -> None:
        """Have the parser keep what is given under a former name apart."""
        super().add_to_parser(parser, ctx)
        for name in self.former_names:
            action = "store_const" if self.is_flag else "store"
            constant = True if self.is_flag else None
            parser.add_option(
                self, (name,), _key(name), action=action, nargs=self.nargs, const=constant
            )

    def consume_value(
        self, ctx: click.Context, opts: Mapping[str, Any]
    ) -> tuple[Any, ParameterSource]:
        """The value under the name of today, or else under a former one, with a note on stderr."""
        value, source = super().consume_value(ctx, opts)
        for name in self.former_names:
            if _key(name) in opts:
                print_message(f"joinedup: {name} is now called {self.opts[0]}.")
                given_twice = source is click.core.ParameterSource.COMMANDLINE
                if given_twice:
                    raise click.UsageError(f"{self.opts[0]} and {name} are the same: give one.")
                return opts[_key(name)], click.core.ParameterSource.COMMANDLINE
        return value, source


def renamed_option(
    *declarations: str,
    former: Sequence[str],
    **attributes: Any,  # noqa: ANN401 - click's own attributes, passed on
) -> Callable[[Command], Command]:
    """An option as `click.option` makes it, which is also taken under its former names."""
    return click.option(*declarations, cls=RenamedOption, former_names=former, **attributes)


def _key(name: str) -> str:
    return f"former {name}"
