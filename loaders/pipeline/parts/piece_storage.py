"""What a worker leaves at the place of the parts, and does not send to the process that builds.

The statements of a piece of work are a part. What is to be linked across records is one file for
each piece, and what travels of it is where each case lies: see `serialize_case`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from loaders.pipeline.parts.parts_list import LINKS, PART, write_content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.pipeline.parts.parts_place import PartsPlace, Range
    from loaders.pipeline.stages import StageOutput
    from loaders.responses.linking.case_queue import CaseGroup, Job


def store_output(place: PartsPlace, output: StageOutput) -> StageOutput:
    """Write the statements and the cases of an output; what is left says where they are.

    Raises:
        StoreError: If they cannot be written.
    """
    if output.nquads:
        output = replace(output, part=write_content(place, output.nquads, PART), nquads=b"")
    if not output.cases:
        return output
    contents = [case.content for case in output.cases]
    name = write_content(place, b"".join(contents), LINKS) + LINKS
    ends = list(accumulate(map(len, contents)))
    cases = (
        replace(case, content=_packed((name, end - len(case.content), end)))
        for case, end in zip(output.cases, ends, strict=True)
    )
    return replace(output, cases=tuple(cases), links=name)


def fetch_job(place: PartsPlace, job: Job) -> Job:
    """A job with the cases themselves, in place of where they lie.

    Raises:
        StoreError: If they cannot be read.
    """
    wanted = [content for group in job for content in _contents(group)]
    contents = iter(place.read_ranges(list(map(_range, wanted))))
    return [
        replace(
            group,
            contents=tuple(islice(contents, len(group.contents))),
            items=tuple(islice(contents, len(group.items))),
            findings=tuple(islice(contents, len(group.findings))),
        )
        for group in job
    ]


def _contents(group: CaseGroup) -> Iterable[bytes]:
    return (*group.contents, *group.items, *group.findings)


def _packed(where: Range) -> bytes:
    return " ".join(map(str, where)).encode()


def _range(packed: bytes) -> Range:
    name, start, end = packed.decode().split(" ")
    return name, int(start), int(end)
