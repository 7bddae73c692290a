"""How fast names are recognised: matching, disambiguation, definitions and anaphors.

Run as ``python -m benchmarks.names``. Prints megabytes of text a second on one core, with the
bundled registers and with made registers of 400, 4,000 and 40,000 names, and beside them spaCy's
PhraseMatcher over the same names and texts, where spaCy is installed.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from graph.reading import Reading
from graph.records import Initiative, Organisation
from loaders.context import Context, Document
from loaders.descriptor import read_descriptor
from loaders.initiatives import loader as initiatives_loader
from loaders.names import Recogniser
from loaders.organisations import loader as organisations_loader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from graph.records import Claim

_LOADERS = Path(__file__).parent.parent / "loaders"
_SIZES = (400, 4_000, 40_000)
_DOCUMENTS = 500
_SENTENCES = 30
_ROUNDS = 3
_OPENINGS = (
    "Officials told us that {} has set out its plan and that the work is on course",
    "Since the spring {} has shared figures on outcomes with every local area that asked",
    "Nobody could say how {} would pay for the change, or who would carry the risk of delay",
    "The reply says only that {} will write again when the evidence has been weighed",
    "Three years on, the aims of {} are still not clear to those who rely on them",
    "The Department agrees, and points to {}’s own review of what went wrong",
)
_CLOSINGS = (
    ".",
    ", though the sums were small and the savings had been counted twice.{}",
    "; the Committee’s earlier report had asked for the same thing, with a date and a cost.{}",
    " (paragraphs 14 to 19), which leaves children and families no better off than they were.{}",
)
_WORDS = ["Amber", "Beacon", "Cedar", "Delta", "Ember", "Forest", "Granite", "Harbour", "Island", "Juniper", "Kestrel", "Lantern", "Meadow", "Northern", "Orchard", "Prairie", "Quarry", "River", "Summit", "Thistle", "Upland", "Valley", "Willow", "Yarrow", "Zephyr", "Anchor", "Bridge", "Copper", "Dove", "Eagle", "Falcon", "Garden", "Heron", "Ivory", "Jasmine"]
_HEADS = ("Programme", "Strategy", "Fund", "Board", "Service", "Project")


def registers() -> tuple[list[Organisation], list[Initiative]]:
    """The bundled registers."""
    bodies = _claims(organisations_loader, "organisations")
    ventures = _claims(initiatives_loader, "initiatives")
    return (
        [claim for claim in bodies if isinstance(claim, Organisation)],
        [claim for claim in ventures if isinstance(claim, Initiative)],
    )


def _claims(loader: ModuleType, name: str) -> list[Claim]:
    path = _LOADERS / name / f"{name}.csv"
    document = Document(str(path), path.read_text(encoding="utf-8"), ".csv")
    context = Context(read_descriptor(_LOADERS / name / "source.toml"), document)
    loader.load(document, context)
    return [claim for record in context.records for claim in record.claims]


def made_names(count: int) -> list[str]:
    """Made names of initiatives, all different."""
    made = product(_WORDS, _WORDS, _WORDS, _HEADS)
    return [" ".join(words) for words in islice(made, 0, 6 * count, 6)]


def made_texts(names: Sequence[str], seed: int = 7) -> list[str]:
    """Made documents of about four thousand characters, a name in each sentence."""
    random = Random(seed)
    return [
        " ".join(
            random.choice(_OPENINGS).format(random.choice(names))
            + random.choice(_CLOSINGS).format(random.choice(("", random.randint(1, 99))))
            for _ in range(_SENTENCES)
        )
        for _ in range(_DOCUMENTS)
    ]


def speed(texts: Sequence[str], work: Callable[[Sequence[str]], object]) -> float:
    """Megabytes of UTF-8 a second: the best of a few rounds."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(_ROUNDS):
        begin = perf_counter()
        work(texts)
        best = min(best, perf_counter() - begin)
    return size / best


def _recognise(recogniser: Recogniser, *, derive: bool) -> Callable[[Sequence[str]], object]:
    def work(texts: Sequence[str]) -> None:
        for text in texts:
            recogniser.recognise(Reading(text), derive=derive)

    return work


def spacy_speed(names: Sequence[str], texts: Sequence[str]) -> float | None:
    """Speed of spaCy's bare PhraseMatcher, which tokenises and matches exact forms; None without."""
    if find_spec("spacy") is None:
        return None
    import spacy  # noqa: PLC0415 - not a dependency of ours
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - the same

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab)
    matcher.add("NAME", list(language.tokenizer.pipe(names)))

    def work(texts: Sequence[str]) -> None:
        for document in language.tokenizer.pipe(texts):
            matcher(document)

    return speed(texts, work)


def main() -> None:
    """Print the table."""
    bodies, ventures = registers()
    names = [
        name
        for thing in (*bodies, *ventures)
        for name in (thing.name, *thing.abbreviations, *thing.other_names)
    ]
    texts = made_texts(names)
    recogniser = Recogniser(bodies, ventures)
    named = sum(len(recogniser.recognise(Reading(text)).mentions) for text in texts[:100])
    length = sum(map(len, texts[:100]))
    print(f"{len(names)} names of the registers; a mention in every {length // named} characters")
    print(f"{'':34}{'MB/s':>8}{'spaCy':>8}")
    _row(
        "registers, names and links",
        speed(texts, _recognise(recogniser, derive=False)),
        spacy_speed(names, texts),
    )
    _row(
        "the same, with all that is derived",
        speed(texts[:100], _recognise(recogniser, derive=True)),
        None,
    )
    for size in _SIZES:
        made = made_names(size)
        initiatives = [Initiative(f"made-{n}", name, "programme") for n, name in enumerate(made)]
        texts = made_texts(made)
        ours = speed(texts, _recognise(Recogniser((), initiatives), derive=False))
        _row(f"{size:,} made names", ours, spacy_speed(made, texts))


def _row(label: str, ours: float, theirs: float | None) -> None:
    print(f"{label:34}{ours:8.1f}{'' if theirs is None else f'{theirs:8.1f}'}")


if __name__ == "__main__":
    main()
