"""Groups of commands that say in whole sentences what there is, and to whoever mistypes one too."""

from __future__ import annotations

from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

_UNCUT = 1_000
"""More characters than the first sentence of any help text has."""


class CommandGroup(click.Group):
    """A group that names its commands whole, and for one that is mistyped those spelt like it."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, over several lines where one is too short for it."""
        rows = [(name, self.summarise(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def summarise(self, ctx: click.Context, name: str) -> str:
        """The first sentence of what a command says of itself."""
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=_UNCUT) if command else ""

    @staticmethod
    def first_sentence(help_text: str) -> str:
        """The first sentence of a help text, as click tells where it ends."""
        return click.Command(None, help=help_text).get_short_help_str(limit=_UNCUT)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Name what begins with the letters that were typed; no command is imported for it."""
        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        commands = [CompletionItem(name) for name in names]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first argument.

        Raises:
            UsageError: If there is none of that name.
        """
        name = args[0]
        if name.startswith("-") or self.get_command(ctx, name):
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, self.list_commands(ctx))
        hint = f" Did you mean: {', '.join(near)}?" if near else ""
        raise click.UsageError(
            f"There is no command {name!r}.{hint} `{ctx.command_path} --help` lists them all.", ctx
        )
