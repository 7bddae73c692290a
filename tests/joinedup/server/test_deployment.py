"""The files that help to run a server for others."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from graph.store.embedded import Store
from joinedup.cli import cli

if TYPE_CHECKING:
    from tests.joinedup.server.running_server import RunningServer

FILES = Path(__file__).parents[3] / "distribution" / "server"
W3ID = "https://w3id.org/joinedup/"
PUBLIC = "https://graph.example.org"


def led_to(path: str) -> str | None:
    """Where w3id.org leads a path below the project's folder."""
    rules = re.findall(
        r"^RewriteRule (\S+) (\S+) \[R=303,L", (FILES / "w3id.htaccess").read_text(), re.MULTILINE
    )
    assert len(rules) > 5
    for pattern, target in rules:
        if match := re.search(pattern, path):
            return match.expand(re.sub(r"\$(\d)", r"\\\1", target))
    return None


def test_every_address_of_the_graph_leads_to_this_server(
    server: RunningServer, pages_store: Path
) -> None:
    terms = Store.open(pages_store).rows(
        "SELECT (MIN(?s) AS ?one) { ?s a ?class FILTER(isIRI(?s)) } GROUP BY ?class"
    )
    addresses = {str(getattr(term, "value", "")).partition("#")[0] for (term,) in terms}
    ours = {address for address in addresses if address.startswith(W3ID)}
    assert len(ours) > 30
    for address in ours:
        target = led_to(address.removeprefix(W3ID))
        assert target is not None, address
        assert target.startswith(PUBLIC), address
        answer = server.client.get(
            target.removeprefix(PUBLIC), headers={"Accept": "text/turtle"}, follow_redirects=True
        )
        assert answer.status_code == 200, address
        assert address in answer.text or "prefix" in answer.text


def test_other_addresses_lead_nowhere() -> None:
    assert led_to("") == f"{PUBLIC}/"
    for path in ("nothing", "identity/x", "scheme/a/b", "ontology/x", "sparql"):
        assert led_to(path) is None


def test_the_unit_starts_the_server_with_options_that_there_are() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign] # names keep their capitals
    unit.read_string((FILES / "joinedup.service").read_text())
    program, name, *words = shlex.split(unit["Service"]["ExecStart"])
    assert (Path(program).name, name) == ("joinedup", "serve")
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    context = command.make_context(name, words, resilient_parsing=False)
    assert context.params["public_url"] == PUBLIC


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_proxies_lead_to_where_the_server_listens(name: str) -> None:
    assert "127.0.0.1:8000" in (FILES / name).read_text()
