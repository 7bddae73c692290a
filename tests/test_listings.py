"""A module of a listed folder that lacks what the folder asks for is refused at once."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from evaluation.measure import measures
from loaders.fetch.services import live_services
from queries.dossiers.subjects import dossier_subjects
from queries.exports import export_formats
from visualisations.documents import document_formats
from visualisations.view_formats import VIEW_FORMATS
from visualisations.views import view_definitions

if TYPE_CHECKING:
    from pathlib import Path

LISTED = {
    "evaluation.measures": measures,
    "loaders.fetch.services": live_services,
    "queries.dossiers.subjects": dossier_subjects,
    "queries.exports": export_formats,
    "visualisations.documents": document_formats,
    "visualisations.views": view_definitions,
}


@pytest.mark.parametrize("package", LISTED)
def test_a_module_without_its_definition_is_refused(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "incomplete_module.py").write_text('"""Says nothing of itself."""\n')
    folder = import_module(package)
    monkeypatch.setattr(folder, "__path__", [str(tmp_path)])
    with pytest.raises(TypeError, match=r"incomplete_module\.py needs"):
        LISTED[package].__wrapped__()
    monkeypatch.delitem(sys.modules, f"{package}.incomplete_module")


def test_no_two_formats_share_a_suffix() -> None:
    exports = [suffix for form in export_formats().values() for suffix in form.suffixes]
    views = [suffix for form in VIEW_FORMATS.values() for suffix in form.suffixes]
    assert len(set(exports)) == len(exports)
    assert len(set(views)) == len(views)


@pytest.mark.parametrize("name", export_formats())
def test_every_export_format_can_be_written_and_says_what_it_is(name: str) -> None:
    form = export_formats()[name]
    assert (form.stream is None) != (form.write is None)
    assert form.suffix.startswith(".")
    assert form.media_type.partition("/")[0] in {"application", "text"}
    assert form.title
    assert form.tools
