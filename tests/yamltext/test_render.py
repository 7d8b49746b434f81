"""Values to text: what is written reads back equal, in the plainest form that does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdrp_cli.yamltext.read import read_text
from cdrp_cli.yamltext.render import WIDTH, block, entry_text, inline, quoted
from cdrp_cli.yamltext.scan import HIDDEN
from hostiletexts import HOSTILE

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40).filter(lambda text: not HIDDEN.search(text)),
    st.text("ab:#-,[]{}'\"|>&*!%@`?~ \n\\0.1=<", max_size=20),
)
scalars = st.one_of(texts, st.integers(-9999, 9999), st.booleans(), st.none())
keys = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=8,
)


def _read(text: str) -> Any:
    document = read_text("", text)
    assert document.problems == ()
    return document.value


@given(values)
def test_a_value_after_its_key_reads_back_equal(value: Any) -> None:
    assert _read(f"- k:{block(value, '  ')}\n  l: 1\n") == [{"k": value, "l": 1}]


@given(values)
def test_a_list_entry_reads_back_equal(value: Any) -> None:
    assert _read(f"k:\n  - {entry_text(value, '  ')}\n  - 1\n") == {"k": [value, 1]}


@given(values)
def test_a_value_between_brackets_reads_back_equal(value: Any) -> None:
    assert _read(f"k: [{inline(value)}, {{l: {inline(value)}, m: 1}}]\n") == {"k": [value, {"l": value, "m": 1}]}


@pytest.mark.parametrize(
    ("value", "between", "alone"),
    [
        ("Cŵn", "Cŵn", "Cŵn"),
        ("a, b", '"a, b"', "a, b"),
        ("2026-06-30", "2026-06-30", "2026-06-30"),
        ("95 of 2025-07-22-board", "95 of 2025-07-22-board", "95 of 2025-07-22-board"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("=SUM(A1)", "=SUM(A1)", "=SUM(A1)"),
        ("1.10", '"1.10"', '"1.10"'),
        ("104", '"104"', '"104"'),
        ("14:00", '"14:00"', '"14:00"'),
        ("Yes", '"Yes"', '"Yes"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("a #b", '"a #b"', '"a #b"'),
        ("no\xa0break", '"no\\xa0break"', '"no\\xa0break"'),
        ("", '""', '""'),
        (True, "true", "true"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value: Any, between: str, alone: str) -> None:
    assert inline(value) == between
    assert block(value, "") == f" {alone}"


def test_lines_stand_in_block_style_and_long_texts_are_folded() -> None:
    assert block("one\ntwo", "  ") == " |-\n    one\n    two"
    assert block("# one\n\n---\n", "") == " |\n  # one\n\n  ---"
    assert block("one \ntwo", "") == ' "one \\ntwo"'
    lines = block("word " * 40 + "end", "    ").split("\n")
    assert lines[0] == " >-"
    assert max(len(line) for line in lines) <= WIDTH
    assert [line.strip() for line in lines[1:]] == ["word " * 19 + "word", "word " * 19 + "word", "end"]


def test_single_quotes_stay_where_they_can_hold_the_text() -> None:
    assert quoted("it's", "'") == "'it''s'"
    assert quoted("two\nlines", "'") == '"two\\nlines"'
