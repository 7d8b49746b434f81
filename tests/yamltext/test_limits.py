"""Files too large or too deep are refused before they cost anything; what is bounded is work, not seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from cdrp_cli.yamltext import LIMIT_BYTES, LIMIT_DEPTH, Problem, read
from yamltrees import ROOT

SIZE = 20_000
NESTED = {
    "brackets": "[",
    "braces": "{",
    "brackets and braces": "[{",
    "brackets with blanks": "[ ",
    "brackets line by line": "[\n",
    "brackets with comments": "[ # c\n",
    "mappings in braces": "{a: ",
    "mappings in braces line by line": "{a:\n",
    "lists after an entry": "[a, ",
    "hyphens": "- ",
    "explicit keys": "? ",
    "mappings in lists": "- a: ",
    "quoted keys": '{"a": ',
}


def _only(data: bytes) -> Problem:
    (problem,) = read("a.yaml", data).problems
    return problem


def _calls(data: bytes, *, pure: bool) -> int:
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        read("a.yaml", data, pure=pure)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
@pytest.mark.parametrize("unit", NESTED.values(), ids=NESTED)
def test_the_work_of_refusing_deep_nesting_does_not_grow_with_the_file(unit: str, pure: bool) -> None:
    small, large = ((unit * (size // len(unit))).encode() for size in (SIZE // 4, SIZE))
    assert not read("a.yaml", large, pure=pure).readable
    assert _calls(large, pure=pure) <= 1.1 * _calls(small, pure=pure) + 10


@pytest.mark.parametrize("unit", NESTED.values(), ids=NESTED)
def test_refusing_deep_nesting_costs_less_than_reading_a_meeting(unit: str) -> None:
    meeting = (ROOT / "examples/exampleshire/data/meetings/2024-03-12-board.yaml").read_bytes()
    deep = (unit * (SIZE // len(unit))).encode()
    assert _calls(deep, pure=True) < _calls(meeting, pure=True)


@pytest.mark.parametrize(
    "unit",
    ["[", "- ", "{a: ", "[a, ", "[\n"],
    ids=["brackets", "hyphens", "braces", "lists after an entry", "line by line"],
)
def test_deep_nesting_is_named_at_the_first_step_too_far(unit: str) -> None:
    problem = _only((unit * LIMIT_DEPTH * 3).encode())
    assert (problem.rule, problem.fatal) == ("too-deep", True)
    assert problem.spot == ((LIMIT_DEPTH + 1, 1) if "\n" in unit else (1, LIMIT_DEPTH * len(unit) + 1))
    assert str(LIMIT_DEPTH) in problem.message


def test_blocks_nest_to_the_limit_and_no_further() -> None:
    def nested(depth: int) -> bytes:
        return ("".join(f"{'  ' * step}a:\n" for step in range(depth - 1)) + "  " * (depth - 1) + "a: 1\n").encode()

    assert read("a.yaml", nested(LIMIT_DEPTH)).problems == ()
    problem = _only(nested(LIMIT_DEPTH + 1))
    assert (problem.rule, problem.spot) == ("too-deep", (LIMIT_DEPTH + 1, 2 * LIMIT_DEPTH + 1))


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
def test_brackets_nest_to_the_limit_and_no_further(pure: bool) -> None:
    assert read("a.yaml", b"[" * LIMIT_DEPTH + b"]" * LIMIT_DEPTH, pure=pure).problems == ()
    assert [each.rule for each in read("a.yaml", b"[" * 41 + b"]" * 41, pure=pure).problems] == ["too-deep"]
    inside = b"a: [" + b"x, [" * (LIMIT_DEPTH - 2) + b"]" * (LIMIT_DEPTH - 1)
    assert read("a.yaml", inside, pure=pure).problems == ()
    assert [each.rule for each in read("a.yaml", inside.replace(b"a: [", b"a: [x, [") + b"]", pure=pure).problems] == [
        "too-deep"
    ]


def test_brackets_side_by_side_are_no_depth() -> None:
    assert read("a.yaml", b"a: [" + b"[], {}, " * 100 + b"[]]\n").problems == ()


def test_a_file_at_the_size_limit_is_read_and_one_byte_more_is_not() -> None:
    full = b"a: b\n" + (b"# " + b"-" * 97 + b"\n") * 9_999
    full += b"#" + b"-" * (LIMIT_BYTES - len(full) - 2) + b"\n"
    assert len(full) == LIMIT_BYTES
    assert read("a.yaml", full).value == {"a": "b"}
    problem = _only(full + b"\n")
    assert (problem.rule, problem.spot, problem.fatal) == ("file-too-large", (1, 1), True)
    assert "more than 1 megabyte" in problem.message


def test_brackets_in_words_are_no_depth_while_they_are_closed() -> None:
    text = "[redacted] {late} " * LIMIT_DEPTH
    assert read("a.yaml", f"text: |\n  {text}\n".encode()).value == {"text": f"{text}\n"}


def test_a_file_too_large_is_not_even_decoded() -> None:
    assert _only(b"\xff" * (LIMIT_BYTES + 1)).rule == "file-too-large"
