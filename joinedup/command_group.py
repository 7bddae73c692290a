"""Groups of commands that tell whoever mistypes one which there are."""

from __future__ import annotations

from difflib import get_close_matches

import click


class CommandGroup(click.Group):
    """A group whose refusal of a command names those that are spelt like it."""

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
