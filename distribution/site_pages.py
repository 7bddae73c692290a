"""Pages of the documentation's site that are written from the program itself: a hook of MkDocs.

The commands from their help, the ontology from its Turtle, and the list of changes. What the
pages of `docs` hold for readers of the files alone is put as the site needs it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.structure.files import File
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from joinedup.cli import cli
from ontology.namespaces import JU, ONTOLOGY_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parent.parent
_FILE_OF_BLOCK = re.compile(r"^```(\w+) file=(\S+)$", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are written here."""
    pages = {
        "reference/commands.md": commands_page(),
        "reference/ontology.md": ontology_page(),
        "reference/changes.md": changes_page(),
    }
    for name, text in pages.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, **_others: object) -> str:
    """Give blocks that are whole files their paths as titles; name files outside of the site."""
    titled = _FILE_OF_BLOCK.sub(r'```\1 title="\2"', markdown)
    return re.sub(r"\[(`?[^\]]+`?)\]\(\.\./(?!\.\.)[^)]+\)", r"\1", titled)


def on_post_build(config: MkDocsConfig) -> None:
    """Leave no address in the theme's script from which it could load what no page needs."""
    for path in Path(config.site_dir).glob("assets/javascripts/bundle.*"):
        if path.suffix == ".map":
            path.unlink()
            continue
        script = path.read_text(encoding="utf-8")
        path.write_text(script.replace("https://unpkg.com/", "not-loaded/"), encoding="utf-8")


def changes_page() -> str:
    """The list of changes, whose links lead to pages of the site."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    return text.replace("](docs/", "](../")


def commands_page() -> str:
    """Every command with its help, as the terminal shows it."""
    sections = [
        "# Commands",
        "This is what `joinedup COMMAND --help` says. `joinedup` without a command lists them.",
    ]
    for path, command in _commands(cli, ()):
        context = click.Context(command, info_name=f"joinedup {' '.join(path)}".strip())
        context.max_content_width = 80
        text = command.get_help(context)
        sections.append(f"## joinedup {' '.join(path)}\n\n```text\n{text}\n```")
    return "\n\n".join(sections) + "\n"


def _commands(
    group: click.Group, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))


_SECTIONS = {
    "Classes": OWL.Class,
    "Properties between things": OWL.ObjectProperty,
    "Properties with values": OWL.DatatypeProperty,
}


def ontology_page() -> str:
    """Every class and property of the ontology, with its definition."""
    ontology = Graph().parse(ONTOLOGY_FILE)
    sections = [
        "# The ontology",
        f"The terms of `{JU}`. [The model](../model.md) tells how they belong together.",
    ]
    for heading, kind in _SECTIONS.items():
        terms = sorted(
            term
            for term in set(ontology.subjects(RDF.type, kind))
            if isinstance(term, URIRef) and term.startswith(str(JU))
        )
        rows = [
            f"| `ju:{term.removeprefix(str(JU))}` | {_definition(ontology, term)} |"
            for term in terms
        ]
        sections.append("\n".join([f"## {heading}\n", "| term | meaning |", "|---|---|", *rows]))
    return "\n\n".join(sections) + "\n"


def _definition(ontology: Graph, term: URIRef) -> str:
    for prop in (SKOS.definition, RDFS.comment, RDFS.label):
        for text in ontology.objects(term, prop):
            plain = " ".join(str(text).split()).replace("|", "\\|")
            return f"{plain} *Deprecated.*" if (term, OWL.deprecated, None) in ontology else plain
    return ""
