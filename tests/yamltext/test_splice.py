"""Edits as stretches: what is put where, and which comments of a text are seen."""

from __future__ import annotations

from typing import Any

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.pointer import Step
from cdrp_cli.yamltext import events, nodes, splice
from cdrp_cli.yamltext.stretch import Stretch
from yamltrees import RECORDS, named

Path = tuple[Step, ...]


@pytest.mark.parametrize(
    ("text", "path", "value", "made"),
    [
        ("a: 1\nb: 2\n", ("a",), "x", "a: x\nb: 2\n"),
        ("a:   1   # why\n", ("a",), "x", "a:   x   # why\n"),
        ("a: # why\nb: 2\n", ("a",), "x", "a: x # why\nb: 2\n"),
        ("a: # why\n  long\n  text\n", ("a",), "x", "a: x # why\n"),
        ("a: 1 # why\n", ("a",), "x\ny", "a: |- # why\n  x\n  y\n"),
        ("a: 1 # why\n", ("a",), [{"b": 1}], "a: # why\n  - b: 1\n"),
        ("a: 1\n", ("a",), None, "a:\n"),
        ("a: |\n  x\n  y\n\n# end\n", ("a",), "z", "a: z\n\n# end\n"),
        ("a: >- # why\n  x\n", ("a",), "z", "a: z # why\n"),
        ("a:\n  - 1\n  - 2\nb: 3\n", ("a",), "x", "a: x\nb: 3\n"),
        ("a: 'it'\nb: \"it\"\n", ("a",), "so", "a: 'so'\nb: \"it\"\n"),
        ("a: 'it'\nb: \"it\"\n", ("b",), "so", "a: 'it'\nb: \"so\"\n"),
        ("{a: 1, b: }\n", ("a",), "x, y", '{a: "x, y", b: }\n'),
        ("{a: 1, b: }\n", ("b",), "x", "{a: 1, b: x }\n"),
        ("a: [{b: 1}] # why\n", ("a",), [{"b": 2}], "a: [{b: 2}] # why\n"),
        ("a: [1, 2]\n", ("a", 1), "x", "a: [1, x]\n"),
        ("a:\n  - 1 # one\n  - 2\n", ("a", 0), {"b": 1, "c": 2}, "a:\n  - b: 1 # one\n    c: 2\n  - 2\n"),
        ("a: 1\nc: 3 # why\n\n# end\n", ("d",), "x", "a: 1\nc: 3 # why\nd: x\n\n# end\n"),
        ("- a: 1\n", (0, "b"), [{"c": 1}, {"d": 2}], "- a: 1\n  b:\n    - c: 1\n    - d: 2\n"),
        ("a: {}\n", ("a", "b"), 1, "a: {b: 1}\n"),
        ("a: {b: 1 }\n", ("a", "c"), 1, "a: {b: 1, c: 1 }\n"),
        ("a: 1", ("b",), 2, "a: 1\nb: 2"),
    ],
)
def test_a_value_is_put(text: str, path: Path, value: Any, made: str) -> None:
    assert splice.put(text, path, value).applied(text) == made


def test_a_new_key_comes_after_those_that_the_order_puts_before_it() -> None:
    text, order = "a: 1\nc:\n  - 1 # one\nz: 9\n", ("a", "b", "c", "d")
    assert splice.put(text, ("b",), 2, order).applied(text) == "a: 1\nb: 2\nc:\n  - 1 # one\nz: 9\n"
    assert splice.put(text, ("d",), 2, order).applied(text) == "a: 1\nc:\n  - 1 # one\nd: 2\nz: 9\n"
    assert splice.put(text, ("e",), 2, order).applied(text) == text + "e: 2\n"


@pytest.mark.parametrize(
    ("text", "path", "made"),
    [
        ("a: 1\nb:\n  - 1\n\n# end\n", ("b",), "a: 1\n\n# end\n"),
        ("a: 1\nb: |\n  x\n\n  y\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("- a: 1\n  b:\n- c: 1\n", (0, "b"), "- a: 1\n- c: 1\n"),
        ("{a: 1, b: 2, c: 3}\n", ("a",), "{b: 2, c: 3}\n"),
        ("{a: 1, b: 2, c: 3}\n", ("c",), "{a: 1, b: 2}\n"),
        ("a: 1\nb: 2", ("b",), "a: 1\n"),
    ],
)
def test_a_key_is_taken_away(text: str, path: Path, made: str) -> None:
    assert splice.drop(text, path).applied(text) == made


@pytest.mark.parametrize(
    ("text", "path", "value", "made"),
    [
        ("a:\n- 1 # one\n# end\n", ("a",), 2, "a:\n- 1 # one\n- 2\n# end\n"),
        (
            "a:\n  - b: |\n      x\n\nc: 2\n",
            ("a",),
            {"b": 1, "d": "z"},
            "a:\n  - b: |\n      x\n  - b: 1\n    d: z\n\nc: 2\n",
        ),
        ("a: [1,\n  2, # two\n]\n", ("a",), 3, "a: [1,\n  2, 3, # two\n]\n"),
        ("a: []\n", ("a",), "x", "a: [x]\n"),
        ("a:\n  - - 1\n  - - 2 # - two\n", ("a",), "x", "a:\n  - - 1\n  - - 2 # - two\n  - x\n"),
    ],
)
def test_an_entry_is_added(text: str, path: Path, value: Any, made: str) -> None:
    assert splice.append(text, path, value).applied(text) == made


@pytest.mark.parametrize(
    ("text", "index", "value", "made"),
    [
        ("a:\n  - 1 # one\n  - 2\n", 1, "x", "a:\n  - 1 # one\n  - x\n  - 2\n"),
        ("a:\n- 1\n\n# two\n- 2\n", 1, "x", "a:\n- 1\n- x\n\n# two\n- 2\n"),
        ("a: # why\n  # one\n  - 1\n", 0, "x", "a: # why\n  - x\n  # one\n  - 1\n"),
        ("a: # why\n  # all\n\n  # one\n  - 1\n", 0, "x", "a: # why\n  # all\n\n  - x\n  # one\n  - 1\n"),
        ("a:\n  - 1\n", 0, {"b": 1, "c": "z"}, "a:\n  - b: 1\n    c: z\n  - 1\n"),
        ("a:\n  - b: |\n      x\n\n  - c: 1\n", 1, 2, "a:\n  - b: |\n      x\n  - 2\n\n  - c: 1\n"),
        ("a: [1, # one\n  2]\n", 1, "x, y", 'a: [1, # one\n  "x, y", 2]\n'),
        ("a: [1]\n", 0, {"b": 2}, "a: [{b: 2}, 1]\n"),
        ("a: []\n", 0, "x", "a: [x]\n"),
        ("a:\n  - 1\n", 1, "x", "a:\n  - 1\n  - x\n"),
        ("a: [1, 2]\n", 2, "x", "a: [1, 2, x]\n"),
    ],
)
def test_an_entry_is_put_in_between(text: str, index: int, value: Any, made: str) -> None:
    assert splice.insert(text, ("a",), index, value).applied(text) == made


def test_an_entry_is_put_before_one_that_begins_on_the_line_of_its_list() -> None:
    text = "a:\n  - - 1 # one\n    - 2\n"
    assert splice.insert(text, ("a", 0), 0, "x").applied(text) == "a:\n  - - x\n    - 1 # one\n    - 2\n"


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda: splice.put("a: 1\n", (), {}), "as a whole"),
        (lambda: splice.put("a: 1\n", ("a", "b"), 1), "no 'b' at that place"),
        (lambda: splice.put("a: [1]\n", ("a", 1), 1), "no 1 at that place"),
        (lambda: splice.put("a: [1]\n", ("a", -1), 1), "no -1 at that place"),
        (lambda: splice.put("a:\n  - 1\n  -\n", ("a", 1), 1), "entry of the list is empty"),
        (lambda: splice.drop("a: [1]\n", ("a", 0)), "no key 0"),
        (lambda: splice.drop("a: 1\n", ("b",)), "no key 'b'"),
        (lambda: splice.drop("a: 1\n", ("a",)), "only key there"),
        (lambda: splice.drop("- a: 1\n  b: 2\n", (0, "a")), "begins the entry"),
        (lambda: splice.append("a: 1\n", ("a",), 1), "only be added to a list"),
        (lambda: splice.insert("a: [1]\n", ("a",), 2, 1), "no entry 2"),
        (lambda: splice.insert("a: [1]\n", ("a",), -1, 1), "no entry -1"),
        (lambda: splice.insert("a: 1\n", ("a",), 0, 1), "only be added to a list"),
        (lambda: splice.append("# nothing\n", (), 1), "no record"),
    ],
)
def test_what_is_no_edit_is_refused_with_the_reason(act: Any, reason: str) -> None:
    with pytest.raises(CdrpError, match=reason):
        act()


def test_comments_are_told_from_texts() -> None:
    text = (
        "# first \na: 'x # no' # a\nb: |- # b\n  # no\n  text # no\n\n# between\nc: [1, # c\n  \"# no\"]\n"
        "d:\n  - # d\n    e: x#no\n  # last\n"
    )
    assert nodes.comments(text) == ("# first", "# a", "# b", "# between", "# c", "# d", "# last")


@pytest.mark.parametrize("path", RECORDS, ids=named)
def test_both_ways_of_reading_give_the_same_ends(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    fast, pure = nodes.root(text), nodes._root(events.pure_events(text))
    assert _ends(fast, text) == _ends(pure, text)


def _ends(node: nodes.Node, text: str) -> Any:
    if isinstance(node, nodes.Scalar):
        return (node.start, nodes.end_of(node, text)) if node.written else None
    inside = node.entries if isinstance(node, nodes.Listing) else [each for pair in node.pairs for each in pair]
    return node.start, [_ends(each, text) for each in inside]


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("a\nb\nc\n", "a\nX\nYc\n"),
        ("a\r\nb\r\nc\r\n", "a\r\nX\r\nYc\r\n"),
        ("a\rb\rc\r", "a\rX\rYc\r"),
        ("a\r\nb\nc\r\n", "a\r\nX\nYc\r\n"),
        ("a\nb\r\nc", "a\nX\r\nYc"),
    ],
)
def test_a_stretch_finds_its_place_among_any_line_ends(written: str, made: str) -> None:
    assert Stretch(2, 4, "X\nY").applied(written) == made


def test_at_the_end_of_the_file_new_lines_end_like_the_line_before() -> None:
    assert Stretch(3, 3, "\nX").applied("a\r\nb") == "a\r\nb\r\nX"
