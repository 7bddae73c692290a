"""What a graph is handed on as: pictures, documents, exports, objects, and graphs of rdflib."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.inference import with_inferences
from graph.store.local_copy import local_copy
from joinedup.atomic_write import draft_file, draft_folder, write_file
from joinedup.dossier_document import MOST_FINDINGS, make_dossier, write_dossier
from joinedup.interface.graph_view import GraphView
from joinedup.interface.notebook_progress import notebook_progress
from joinedup.interface.opened_graph import OpenedGraph
from joinedup.interface.selection_words import to_day
from joinedup.output_suffix import format_of_output
from joinedup.release import make_release
from joinedup.renamed_argument import accept_former_names
from ontology.reasoning import as_objects
from queries.exports import export_formats
from queries.graph_sample import sample, whole
from queries.schedules.formats import schedule_formats
from queries.schedules.store_schedule import make_schedule
from visualisations.documents import document_formats
from visualisations.render import build_view

if TYPE_CHECKING:
    from owlready2 import Ontology
    from rdflib import Dataset


class GraphOutputs(OpenedGraph):
    """The forms in which a graph, or a part of it, is handed on."""

    def view(self, view: str = "departments", *names: str, minimum: int | None = None) -> GraphView:
        """A picture of the graph; a notebook shows it, and `.save` writes it.

        >>> graph.view("ego", "BOLD").save("bold.svg")    # doctest: +SKIP

        Args:
            view: Name of the view, as `joinedup view --help` lists them.
            names: What it is about, where the view takes a name.
            minimum: Findings that must name both for a line to be drawn at first.

        Raises:
            UsageError: If the names are too few or too many, or there is nothing to draw.
            UnknownNameError: If a name stands for nothing, or there is no such view.
        """
        with notebook_progress("Drawing") as report:
            return GraphView(
                build_view(self._store, (view, *names), minimum=minimum, progress=report)
            )

    def report_on(
        self,
        subject: str,
        name: str,
        output: str | Path,
        *,
        as_of: date | None = None,
        limit: int = MOST_FINDINGS,
        **values: str,
    ) -> None:
        """Write a report to hand over; see `joinedup report`.

        Args:
            subject: ``department``, ``programme``, ``committee`` or ``question``.
            name: Which of these.
            output: File to write; its ending decides the format.
            as_of: Day at which commitments are judged; today where not given.
            limit: Findings or rows to tell at most.
            values: Parameters of a question.

        Raises:
            UsageError: If there is no such subject or format, or no file can be written there.
            UnknownNameError: If there is nothing of that name.
        """
        path = Path(output)
        suffixes = {form.name: form.suffixes for form in document_formats().values()}
        output_format = format_of_output(path, None, suffixes)
        day = as_of or datetime.now(UTC).date()
        dossier = make_dossier(self._store, subject, name, day=day, limit=limit, values=values)
        write_file(path, write_dossier(dossier, output_format))

    def calendar(
        self,
        output: str | Path,
        about: str | None = None,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
    ) -> None:
        """Write what falls due as a calendar or a feed; see `joinedup calendar`.

        Args:
            output: File to write; its ending decides the format.
            about: The body, committee or programme that it is about; all if not given.
            from_: First day on which something falls due; today if not given.
            to: Last such day; without end if not given.

        Raises:
            UsageError: If there is no such format, or no file can be written there.
            UnknownNameError: If there is nothing of that name.
        """
        formats = schedule_formats()
        path = Path(output)
        form = format_of_output(path, None, {each.name: each.suffixes for each in formats.values()})
        start, end = to_day(from_, first=True), to_day(to, first=False)
        schedule = make_schedule(
            self._store, about, start=start, end=end, written=self._written_at()
        )
        write_file(path, formats[form].render(schedule))

    def release(self, folder: str | Path) -> None:
        """Write the graph as a release: a folder to keep, cite and open without joinedup.

        Raises:
            UsageError: If the folder is not empty and no release of ours.
        """
        with notebook_progress("Writing the release") as report, local_copy(self._store) as store:
            make_release(store, Path(folder), report)

    def export(self, name: str, output: str | Path) -> None:
        """Write the graph in a format.

        Args:
            name: Name of the format, as `joinedup export --help` lists them.
            output: File or, where the format is one of several files, folder to write.

        Raises:
            UsageError: If there is no such format, or nothing can be written there.
        """
        form = export_formats().get(name)
        if form is None:
            raise UsageError(f"There is no format {name}: {', '.join(export_formats())}.")
        begin_draft = draft_folder if form.is_folder else draft_file
        with (
            notebook_progress("Writing") as report,
            local_copy(self._store) as store,
            begin_draft(Path(output)) as draft,
        ):
            form.save(store, draft, report)

    @accept_former_names(findings="limit")
    def objects(self, limit: int | None = None, *, inferred: bool = True) -> Ontology:
        """The graph as Python objects of owlready2: its classes, its things, and what is inferred.

        >>> ontology = joinedup.build("bundled").objects()    # doctest: +SKIP
        >>> ontology.Recommendation.instances()[0].committee    # doctest: +SKIP

        Args:
            limit: Findings to take at most, with everything around them; the whole graph where not
                given.
            inferred: Whether things belong to the classes that the ontology's definitions imply,
                too, such as the initiatives that two departments share.

        Returns:
            An ontology in a world of its own (``.world``), which can be changed and saved; the
            graph stays as it is. Dates stand in it as text, which is all that HermiT reads.
        """
        store = with_inferences(self._store) if inferred else self._store
        return as_objects(whole(store) if limit is None else sample(store, limit))

    def dataset(self) -> Dataset:
        """The same graph as an ordinary rdflib Dataset; nothing is copied.

        Raises:
            UsageError: If a server holds the graph.
        """
        return self._store.dataset()
