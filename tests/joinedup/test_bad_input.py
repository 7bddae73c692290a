"""Bad input: a clear message that names the file, good records beside it, the right exit code."""

from __future__ import annotations

import codecs
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from graph.errors import NothingReadError
from graph.store.embedded import Store
from graph.store.store_layout import current_version
from loaders.pipeline.build import BuildOptions, build
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

GOOD = PAGES / "justice-1325.txt"
PAGE = GOOD.read_bytes()

BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b"\n \n\n", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "is not utf-8 text"),
    "control.txt": (PAGE.replace(b"court", b"co\x01urt"), "control character"),
    "latin.txt": (
        PAGE.decode().replace("court", "cąurt").encode("iso8859-2", "replace"),
        "--encoding",
    ),
    "novel.txt": (
        b"It was a dark night.\nNothing in it is a record page.\n",
        "does not look like any source",
    ),
    "huge.txt": (PAGE.replace(b"judges", b"judges and clerks " * 3_000_000), "at most"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named_and_the_rest_loads(tmp_path: Path, name: str) -> None:
    content, problem = BAD[name]
    folder = tmp_path / "pages"
    folder.mkdir()
    shutil.copy(GOOD, folder)
    (folder / name).write_bytes(content)
    report = build([str(folder)], tmp_path / "store")
    [issue] = [issue for issue in report.issues if issue.lost]
    assert str(folder / name) in issue.location
    assert problem in issue.problem
    assert report.claims["Finding"] == 1
    assert not report.complete
    says_what_is_read = "Sources that can be read: Accountability Index" in report.as_text()
    assert says_what_is_read is ("any source" in problem)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_half_a_page_is_read_as_far_as_it_goes(tmp_path: Path, share: float) -> None:
    cut = tmp_path / "cut.txt"
    text = PAGE.decode()
    cut.write_text(text[: int(len(text) * share)], encoding="utf-8")
    report = build([str(cut), str(GOOD)], tmp_path / "store")
    assert report.claims["Finding"] + len(report.issues) >= 2


def test_scripts_in_a_page_are_text_like_any_other(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    evil = "</script><script>alert(1)</script> ''' \"\"\" } DROP <x:y> \\"
    page.write_text(PAGE.decode().replace("Listing", f"Listing {evil}"), encoding="utf-8")
    place = tmp_path / "store"
    build([str(page)], place)
    query = "PREFIX ju: <https://w3id.org/joinedup/ontology#> SELECT ?w { ?t ju:content ?w }"
    words = [str(getattr(row[0], "value", "")) for row in Store.open(place).rows(query)]
    assert any(evil in word for word in words)


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "utf-32"])
def test_marked_encodings_are_read(tmp_path: Path, codec: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE.decode(), encoding=codec)
    assert build([str(page)], tmp_path / "store").complete


def test_a_named_encoding_is_read(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(codecs.encode(PAGE.decode(), "cp1252", "replace"))
    report = build([str(page)], tmp_path / "store", options=BuildOptions(encoding="cp1252"))
    assert report.complete


def test_issues_with_the_same_problem_share_a_line_of_the_report(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_bytes(f"# saved by {name}\n".encode() + PAGE)
    (tmp_path / "empty.txt").write_text("")
    words = ("build", "a.txt", "b.txt", "c.txt", "empty.txt", "--store", "s")
    text = run_joinedup(*words)
    [line] = [line for line in text.stdout.splitlines() if "comment was left out" in line]
    assert "A comment was left out (6 times), such as in a.txt" in line
    assert "saved by a" in line
    assert "set aside (6):" in text.stdout
    assert "report as JSON lists them all" in text.stdout
    assert "  empty.txt: " in text.stdout
    report = run_joinedup(*words, "--report", "json")
    assert len(json.loads(report.stdout)["set_aside"]) == 6
    assert text.returncode == report.returncode == 5


def test_a_folder_without_pages_builds_nothing(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "photo.jpeg").write_bytes(b"\xff\xd8")
    with pytest.raises(NothingReadError, match="no file that could be read"):
        build([str(tmp_path / "pages")], tmp_path / "store")


def test_a_failed_build_leaves_no_folder_behind(tmp_path: Path) -> None:
    (tmp_path / "nothing.txt").write_text("nothing")
    (tmp_path / "own").mkdir()
    for store in ("new", "deep/in/new", "own"):
        with pytest.raises(NothingReadError):
            build([str(tmp_path / "nothing.txt")], tmp_path / store)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["nothing.txt", "own"]


def test_a_failed_build_leaves_the_graph_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "nothing.txt").write_text("nothing")
    build([str(GOOD)], tmp_path / "store")
    before = current_version(tmp_path / "store")
    with pytest.raises(NothingReadError):
        build([str(tmp_path / "nothing.txt")], tmp_path / "store")
    assert current_version(tmp_path / "store") == before
    assert before.is_dir()


def test_exit_codes(run_joinedup: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    partly = run_joinedup("build", GOOD, "empty.txt", "--store", "s", "--report", "json")
    assert partly.returncode == 5
    assert json.loads(partly.stdout)["not_read"][0]["location"] == "empty.txt"
    nothing = run_joinedup("build", "empty.txt", "--store", "t")
    assert nothing.returncode == 3
    assert not (tmp_path / "t").exists()
    assert run_joinedup("build", GOOD, "--store", "s").returncode == 0
    assert run_joinedup("query", "-", "--store", "s", given="SELECT nonsense").returncode == 2
    assert run_joinedup("connections", "Nobody Known", "--store", "s").returncode == 2
    assert run_joinedup("info", "--store", "u").returncode == 4
    for words in (("build", "missing.txt"), ("frobnicate",), ("query", "--format", "xml")):
        failed = run_joinedup(*words)
        assert failed.returncode in (2, 3)
        assert "Traceback" not in failed.stderr
