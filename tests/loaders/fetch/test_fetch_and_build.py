"""From a committee's name to an answer: the commands of the README, against a server here."""

from __future__ import annotations

import base64
import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import joinedup
from joinedup.cli import cli
from loaders.fetch import fetching
from loaders.pipeline.build import build
from tests.loaders.fetch import made_committees
from tests.loaders.fetch.made_clock import MadeClock
from tests.loaders.fetch.made_committees import API, MadeCommittees
from tests.loaders.fetch.made_govuk import MINUTE, SITE, MadeGovuk
from tests.loaders.fetch.service_server import Reply, ServiceServer
from tests.made_publications import ANSWER, REPLY, REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

README = Path("README.md").read_text(encoding="utf-8")
(BLOCK,) = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
COMMANDS = [shlex.split(line)[1:] for line in BLOCK.splitlines() if line.startswith("joinedup ")]
BODIES = Path("tests/cases/organisations/govuk_api/input.json").absolute()
REQUEST = (
    "The Department for Education and the Ministry of Justice should publish what a bundle costs"
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ServiceServer]:
    monkeypatch.setattr(fetching, "SystemClock", MadeClock)
    monkeypatch.chdir(tmp_path)
    committee = {**REPORT["committee"], "id": 904, "name": "Public Accounts Committee"}
    monkeypatch.setattr(made_committees, "COMMITTEES", [committee])
    with ServiceServer() as running:
        monkeypatch.setenv(fetching.MIRROR, running.address)
        services = MadeCommittees(running)
        services.publications = [
            {**REPORT, "committee": committee, "documents": []},
            {**ANSWER, "committee": committee, "documents": [document("reply.html")]},
        ]
        text = re.sub(r"The Ministry should publish .*?</blockquote>", f"{REQUEST}.</blockquote>",
                      REPLY, flags=re.DOTALL)  # fmt: skip
        data = base64.b64encode(text.encode()).decode()
        running.serve(
            f"{API}/Publications/{ANSWER['id']}/Document",
            lambda _rest, _query: Reply({"fileName": "reply.html", "fileSize": 1, "data": data}),
        )
        yield running


def document(name: str) -> dict[str, object]:
    return {"documentId": 5, "files": [{"fileName": name, "fileDataFormat": "OriginalFormat"}]}


@pytest.mark.usefixtures("server")
def test_the_commands_of_the_readme_lead_from_a_name_to_an_answer() -> None:
    assert [words[0] for words in COMMANDS] == ["fetch", "build", "connections"]
    results = [CliRunner().invoke(cli, words, standalone_mode=False) for words in COMMANDS]
    fetched, built, answered = results
    assert fetched.return_value == 5  # the report has a page alone, for a person to save
    assert "save" in fetched.stdout
    assert built.return_value in {0, 5}, built.output
    assert "fetched.jsonl" not in built.output
    assert "with both: 1; in all: 2" in answered.stdout


@pytest.mark.usefixtures("server")
def test_what_is_built_has_the_dates_and_addresses_of_what_was_fetched() -> None:
    for words in COMMANDS[:2]:
        CliRunner().invoke(cli, words, standalone_mode=False)
    graph = joinedup.open("my-graph")
    answers = graph.query(
        "PREFIX foaf: <http://xmlns.com/foaf/0.1/> "
        "PREFIX ju: <https://w3id.org/joinedup/ontology#> "
        "SELECT ?page WHERE { ?r a ju:SourceRecord ; foaf:page ?page "
        f"FILTER (CONTAINS(STR(?page), '{ANSWER['id']}/Document/5')) }}"
    )
    assert len(answers.rows) > 0
    told = {row[0]: row[1] for row in graph.info().rows}
    assert told["findings with a known date of their report"] == 2


def test_the_register_and_the_pages_of_govuk_are_read(
    server: ServiceServer, tmp_path: Path
) -> None:
    register = json.loads(BODIES.read_bytes())
    server.serve(f"{SITE}/api/organisations", lambda _rest, _query: Reply(register))
    govuk = MadeGovuk(server)
    govuk.pages[MINUTE]["details"] = {"body": REPLY}
    for words in (["organisations"], ["govuk", MINUTE]):
        assert CliRunner().invoke(cli, ["fetch", *words], standalone_mode=False).return_value == 0
    alone = build([str(BODIES)], tmp_path / "alone").records
    report = build([str(tmp_path / "fetched")], tmp_path / "graph")
    assert not any(issue.lost for issue in report.issues)
    assert report.records["organisations"] == alone["organisations"]
    assert report.records["treasury_minutes"] > 0
