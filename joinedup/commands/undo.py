"""`joinedup undo`: the graph before the last build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.version_undo import previous_manifest, undo
from joinedup.default_store import store_words
from joinedup.options import store_option
from joinedup.terminal import print_message, print_text

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@store_option
def command(store_path: Path) -> None:
    """Bring back the graph that the last build, addition, removal or import replaced.

    The two graphs change places, so a second `joinedup undo` takes back the first. One earlier
    graph is kept, which costs the room of a second graph on the disk; what came before it is gone.

    \b
    Example:
      joinedup undo
    """
    now = undo(store_path)
    print_text(
        f"The graph at {store_path} is again the one of {now.written_words}, "
        f"with {now.summary.findings_words}."
    )
    if previous := previous_manifest(store_path):
        print_message(
            f"The one of {previous.written_words}, with {previous.summary.findings_words}, is "
            f"kept. To have it back: joinedup undo{store_words(store_path)}"
        )
