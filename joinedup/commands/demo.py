"""`joinedup demo`: build the bundled graph and show its answers."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

import click

from graph.errors import NoStoreError, StoreError, UsageError
from graph.retelling import MARK
from graph.store.open_store import open_store
from joinedup.atomic_write import write_file
from joinedup.default_store import store_words
from joinedup.options import progress, store_option
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message, print_text
from loaders.pipeline.build import build
from loaders.pipeline.plan import BUNDLED, bundled_files
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.initiative_story import tell_initiative
from queries.screen_text import wrap_lines
from visualisations.render import render_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.finding_story import StoryLine
    from queries.initiative_story import InitiativeStory

_PAGE_WIDTH = 80
"""Columns of the tables where there is no screen."""

_LOCATIONS = (
    "SELECT DISTINCT ?place { ?record <https://w3id.org/joinedup/ontology#location> ?place }"
)

_INITIATIVES = ("ECHILD", "Data First", "BOLD", "Unique child identifier")
"""What the first screen tells of."""

_STANDING_OUT = "These pairs are named together more often than coincidence explains."
_MARKS = (
    f"{MARK} marks sentences that we wrote on the facts of an original, whose address stands "
    "beside them: cite the original. [our words] marks a curator's summary."
)

_PAIRS_SHOWN = 4
_BESIDE_SHOWN = 4
_LONGEST = 260
"""Characters of what was asked or answered that the first screen shows."""


@click.command()
@store_option
def command(store_path: Path) -> None:
    """Build the project's own documents into a graph and tell what they connect.

    The documents are retold by us: the facts are those of the originals, the sentences are not.

    Writes the explorer into the same folder: one page to open in a browser. A graph of your own
    in the store is not replaced; give the demo another folder with --store.

    \b
    Example:
      joinedup demo
    """
    _spare_other_graphs(store_path)
    with progress("Reading") as report_progress:
        report = build([BUNDLED], store_path, progress=report_progress)
    store = open_store(store_path)
    _show_answers(store)
    explorer = store_path / "explorer.html"
    write_file(explorer, render_view(store, ["everything"], starts=_INITIATIVES).content)
    option = store_words(store_path)
    print_message(f"\nRead {report.files} files. What they hold: joinedup info{option}")
    print_message(_next_steps(option, explorer))


def _spare_other_graphs(store_path: Path) -> None:
    """Refuse to replace a graph that holds more than the bundled data.

    Raises:
        UsageError: If there is such a graph.
    """
    try:
        store = open_store(store_path)
    except NoStoreError:
        return
    except StoreError:
        own = True
    else:
        bundled = {file.location for file in bundled_files(BUNDLED)}
        own = any(
            str(getattr(location, "value", "")).partition(" line ")[0] not in bundled
            for (location,) in store.rows(_LOCATIONS)
        )
        del store
    if own:
        raise UsageError(
            f"{store_path} holds a graph of your own, which the demo would replace. "
            "Give the demo another folder: joinedup demo --store joinedup-demo"
        )


def _next_steps(option: str, explorer: Path) -> str:
    """What to try after the demo, as commands to be typed."""
    return (
        f"\nTo see it: open {explorer} in a browser; it needs no network.\n"
        "\nTry next:\n"
        f'  joinedup connections "unique child identifier" DfE{option}\n'
        f"  joinedup connections ECHILD BOLD{option}\n"
        f"  joinedup ask overdue-commitments --evidence{option}\n"
        f"  joinedup view ego BOLD -o bold.svg{option}\n"
        f"  joinedup why accountability-index-4-13168 BOLD{option}"
    )


def _show_answers(store: ReadableStore) -> None:
    connections, lookup = Connections(store), load_lookup(store)
    width = screen_width() or _PAGE_WIDTH
    lines = ["What findings name together", "==========================="]
    lines += _pair_lines(connections, "organisation") + _pair_lines(connections, "initiative")
    lines += [
        f"Of {connections.table.counts.total} findings. {_STANDING_OUT}",
        "",
        _MARKS,
    ]
    for name in _INITIATIVES:
        story = tell_initiative(store, connections, lookup.find(name))
        lines += ["", *_initiative_lines(name, story)]
    print_text(wrap_lines("\n".join(lines), width))


def _pair_lines(connections: Connections, kind: str) -> list[str]:
    """The pairs of a kind that stand out, the most frequent first."""
    rows = connections.pairs(kind=kind).rows
    marked = [row for row in rows if "yes" in row]
    return [f"  {row[2]:>3}  {row[0]} and {row[1]}" for row in marked[:_PAIRS_SHOWN]]


def _initiative_lines(name: str, story: InitiativeStory) -> list[str]:
    """What the first screen tells of an initiative."""
    full = "" if story.name.casefold() == name.casefold() else f" ({story.name})"
    beside = ", ".join(f"{body} {count}" for body, count in story.beside[:_BESIDE_SHOWN])
    lines = [
        f"{name}{full}: {story.findings} findings",
        f"  led by   {', '.join(story.leads) or 'not known'}",
        f"  beside   {beside or 'no organisation'}",
    ]
    if sentence := story.sentence:
        date = f", {sentence.date}" if sentence.date else ""
        lines.append(f"  named    {sentence.words}")
        lines.append(f"           {sentence.voice}, with {sentence.finding}{date}")
        lines.append(f"           {sentence.source}")
    lines.append(f"  asked    {_cut(story.request[0])} ({story.request[1]})")
    became = list(_outcomes(story.became))[:2]
    lines += [f"  became   {words}" for words in became]
    if not became:
        lines.append("  became   no answer loaded")
    return lines


def _outcomes(lines: Sequence[StoryLine]) -> Iterator[str]:
    """What became of what was asked, the government's own words first."""
    shown: set[tuple[str, str]] = set()
    for line in sorted(lines, key=lambda each: (each.who != "government", not each.says)):
        what = line.what.removeprefix("position: ")
        if (what, line.who) not in shown:
            shown.add((what, line.who))
            words = "" if line.says in ("", what) else f": {_cut(line.says)}"
            yield f"{what} ({line.who}){words}"


def _cut(words: str) -> str:
    return shorten(words, _LONGEST, placeholder=" …")
