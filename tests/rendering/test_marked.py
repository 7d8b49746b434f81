"""Nothing that a record says is markup: asked of pandoc itself, as it reads what templates print."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cdrp_cli.rendering.marked import in_cell, inline, prose, written
from cdrp_cli.rendering.pandoc import DIALECT, program
from rendering.hostile import LINES, YAML_BLOCK

SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~^$@&:=%\"'/; \t\n1aivxZé🙂ŵ"), max_size=12)
ANY = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), max_size=12
)


def _read(markdown: str) -> list[dict[str, Any]]:
    """The blocks that pandoc sees."""
    command = [str(program()), "--sandbox", f"--from={DIALECT}", "--to=json"]
    run = subprocess.run(command, input=markdown.encode(), capture_output=True, check=True)
    blocks: list[dict[str, Any]] = json.loads(run.stdout)["blocks"]
    return blocks


def _words(inlines: Iterable[dict[str, Any]]) -> str:
    """The text of inlines; fails where one is more than words and spaces."""
    parts = []
    for each in inlines:
        assert each["t"] in {"Str", "Space"}, each
        parts.append(each.get("c", " "))
    return "".join(parts)


def _collapsed(text: str) -> str:
    return re.sub("[ \t\n]+", " ", text).strip(" ")


def _as_paragraphs(texts: Iterable[str]) -> None:
    wanted = [text for text in texts if _collapsed(text)]
    blocks = _read("\n\n".join(map(inline, wanted)) + "\n")
    assert [block["t"] for block in blocks] == ["Para"] * len(wanted)
    assert [_words(block["c"]) for block in blocks] == [_collapsed(text) for text in wanted]


def test_every_line_is_words_as_a_paragraph() -> None:
    _as_paragraphs(LINES)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SIGNS | ANY, max_size=40))
def test_any_text_is_words_as_a_paragraph(texts: list[str]) -> None:
    _as_paragraphs(texts)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists((SIGNS | ANY).filter(_collapsed), min_size=1, max_size=30))
def test_any_text_is_words_in_a_cell_and_in_a_heading(texts: list[str]) -> None:
    rows = "".join(f"| {number} | {in_cell(text)} |\n" for number, text in enumerate(texts))
    (table,) = _read(f"| No | Words |\n|----|----|\n{rows}".replace("<br>", " "))
    assert table["t"] == "Table"
    assert len(table["c"][4][0][3]) == len(texts)
    headings = _read("".join(f"## {inline(text)}\n\n" for text in texts))
    assert [block["t"] for block in headings] == ["Header"] * len(texts)
    assert [_words(block["c"][2]) for block in headings] == [_collapsed(text) for text in texts]


def test_every_line_is_words_in_a_list_and_in_a_cell() -> None:
    (points,) = _read("".join(f"- {inline(line)}\n" for line in LINES))
    assert [_words(block["c"]) for item in points["c"] for block in item] == [_collapsed(line) for line in LINES]
    (table,) = _read("| No | Words |\n|----|----|\n" + "".join(f"| n | {inline(line)} |\n" for line in LINES))
    cells = [row[1][1][4] for row in table["c"][4][0][3]]
    assert [_words(block["c"]) for cell in cells for block in cell] == [_collapsed(line) for line in LINES]


@pytest.mark.parametrize("line", ["Table: words", "table: words", ": words", "{.class}", "| 3 | 4 |", "---"])
def test_a_line_below_a_table_is_no_part_of_it(line: str) -> None:
    table, words = _read(f"| a | b |\n|---|---|\n| 1 | 2 |\n\n{inline(line)}\n")
    assert (table["t"], table["c"][1], words["t"]) == ("Table", [None, []], "Para")
    assert _words(words["c"]) == line


def test_prose_is_paragraphs_and_lists_and_nothing_else() -> None:
    blocks = _read(prose(YAML_BLOCK))
    assert [block["t"] for block in blocks] == ["Para", "Para", "Para", "BulletList"]
    assert [_words(block["c"]) for block in blocks[:3]] == [
        "--- title: taken over lang: xx ---",
        "# Not a heading",
        "Text ---",
    ]
    points = [_words(block["c"]) for item in blocks[3]["c"] for block in item]
    assert points == ["a point | with a bar", "another *star* going on"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, 22 July 2025 at 10:30", "plain words, 22 July 2025 at 10:30"),
        ("3.5 miles - about", "3.5 miles - about"),
        ("Fire & Rescue", "Fire & Rescue"),
        ("one\n  two\u2028three", "one two three"),
        ("bell\x07 and nul\x00", "bell\ufffd and nul\ufffd"),
        ("48. Minutes", "48\\. Minutes"),
    ],
)
def test_markdown_stays_readable(text: str, shown: str) -> None:
    assert inline(text) == shown


def test_a_cell_has_lines() -> None:
    assert in_cell("One | bar.\n\nTwo:\n- a\n- b") == "One \\| bar.<br>Two:<br>• a<br>• b"


def test_a_written_report_keeps_its_markdown_and_nothing_dangerous() -> None:
    text = "# Purpose\n\nWhy\n===\n\n*To* [agree](https://example.org) <b>x</b> {.x}\n\n::: {.inset}\n\n```\n# code\n"
    assert written(text, 1).splitlines() == [
        *("## Purpose", "", "## Why", "", "*To* [agree](https://example.org) \\<b>x\\</b> \\{.x\\}"),
        *("", "\\::: \\{.inset\\}", "", "```", "# code", "```"),
    ]
