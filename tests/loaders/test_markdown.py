"""Markdown reads like the page that it stands for, with the numbers that were typed."""

from __future__ import annotations

import pytest

from loaders.formats import format_of, markdown
from loaders.text.shown_text import BlockRole


def lines(text: str) -> list[str]:
    return markdown.extract(text).text.splitlines()


def test_items_with_replies_between_them_keep_their_numbers() -> None:
    assert lines("1. Dredge.\n\nWe *agree*.\n\n2. Share\n   tides.\n\n**7.** Pay.\n") == [
        "1. Dredge.", "We agree.", "2. Share tides.", "7. Pay.",
    ]  # fmt: skip


def test_typed_numbers_are_kept_unless_all_were_left_to_be_counted() -> None:
    assert lines("3. Dredge.\n5. Share.\n") == ["3. Dredge.", "5. Share."]
    assert lines("1. Dredge.\n1. Share.\n") == ["1. Dredge.", "2. Share."]


def test_headings_quotations_tables_and_raw_html() -> None:
    shown = markdown.extract(
        "---\ntitle: x\n---\n# Ports\n\n> Dredge.\n\n"
        "| Asked | Told |\n|---|---|\n| 1. Pay. | No. |\n"
        "\n<p>Raw &amp; read.</p>\n\n<script>no</script>\n\n    Indented words.\n"
    )
    assert shown.text.splitlines() == [
        "Ports", "Dredge.", "Asked", "Told", "1. Pay.", "No.", "Raw & read.", "Indented words.",
    ]  # fmt: skip
    assert [each.role for each in shown.roles[:2]] == [BlockRole.HEADING, BlockRole.QUOTATION]
    assert len(shown.rows) == 2


@pytest.mark.parametrize("sign", ["[", "*a ", "> ", "`", "<", "![", "- "])
def test_large_hostile_text_ends(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown.READER, "seconds", 20)
    assert markdown.extract(sign * 8_000) is not None


def test_a_large_text_is_read_in_a_process_of_its_own() -> None:
    assert len(lines("Dredge the *port*.\n\n" * 2_000)) == 2_000
    markdown.READER.close()


def test_only_the_name_tells_markdown() -> None:
    assert format_of(b"# Ports", ".md").name == "markdown"
    assert format_of(b"# Ports", ".txt").name == "plain_text"
