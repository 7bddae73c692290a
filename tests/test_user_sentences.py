"""Users read the words of the glossary, in every sentence that the project says."""

from __future__ import annotations

import ast
import re

from tests.user_sentences import FLOORS, ROOT, UserSentence, user_sentences

_FORMER_WORDS = re.compile(
    r"\b(voices?|doubts?|damaged?|hygiene|grave|the book|(?:beyond|above) chance|on record|out of"
    r"|undertakings?|furniture|mended|tied|verdicts?|integrity notes?|triplestore)\b",
    re.IGNORECASE,
)
_ALLOWED = {
    ("graph/records/cleaned_text.py", "out of"): "out of order",
    ("loaders/formats/pdf.py", "out of"): "read out of the file",
    ("visualisations/co_naming.py", "out of"): "left out of the table",
}
"""Where a former word is the right one, by file and word, and why."""

_UNFILLED = re.compile(r"[a-z]{2}[^\n]* [^\n]*\{[a-z_]\w*(?:\.\w+)*(?:\(\))?\}")
"""Words with the name of a variable in braces."""

_IDENTIFIERS = re.compile(r"\{[^{}]*\}|\bju:\w+|\$\{.*?\}|\bjoinedup \S+ \S+|[\w.]+[/-]\w[\w/.-]*")
"""What a program fills in, terms of the ontology, commands and names of files."""


def former_words(sentence: UserSentence) -> list[str]:
    """The former words in a sentence that are not allowed there."""
    words = _IDENTIFIERS.sub(" ", sentence.words)
    return [
        word
        for word in map(str.casefold, _FORMER_WORDS.findall(words))
        if (sentence.path, word) not in _ALLOWED
    ]


def test_no_sentence_has_a_word_that_the_glossary_has_given_up() -> None:
    faults = [
        f"{sentence.path}:{sentence.line}: {', '.join(words)}: {sentence.words}"
        for sentence in user_sentences()
        if (words := former_words(sentence))
    ]
    assert not faults, "\n".join(faults)


def test_every_allowed_word_is_still_there() -> None:
    present = {
        (sentence.path, word)
        for sentence in user_sentences()
        for word in map(str.casefold, _FORMER_WORDS.findall(_IDENTIFIERS.sub(" ", sentence.words)))
    }
    assert set(_ALLOWED) <= present


def test_the_list_holds_every_kind_of_sentence() -> None:
    sentences = {(sentence.path, sentence.words) for sentence in user_sentences()}
    for path, words in (
        ("joinedup/options.py", "Folder of the graph."),
        ("queries/graph_figures.py", "total of"),
        ("queries/saved/story-of-a-finding.rq", "column: date: Date of what is said, where its"),
        ("visualisations/templates/bar.html", "Copy address"),
        ("visualisations/scripts/search.js", "Nothing here has that name."),
        ("ontology/schemes/flags.ttl", "A space where none belongs."),
    ):
        assert any(path == where and words in shown for where, shown in sentences), (path, words)


def test_a_former_word_is_seen() -> None:
    assert former_words(UserSentence("a.py", 1, "No answer on record.")) == ["on record"]
    assert former_words(UserSentence("a.py", 1, "joinedup ask doubts-of-a-finding")) == []


def test_no_plain_string_holds_what_a_formatted_one_would_fill_in() -> None:
    unfilled = []
    for path in (path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))):
        text = path.read_text(encoding="utf-8")
        nodes = list(ast.walk(ast.parse(text)))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        texts = [
            node.value
            for node in nodes
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ]
        if any(map(_UNFILLED.search, texts)) and ".format(" not in text:
            unfilled.append(path.relative_to(ROOT).as_posix())
    assert unfilled == []


def test_an_unfilled_value_is_seen() -> None:
    assert _UNFILLED.search("Build it again. ({error})")
    assert not _UNFILLED.search("[0-9]{4} to [0-9]{4}")
