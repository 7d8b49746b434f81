"""The fast way and the pure one give the same values, places and refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdrp_cli.yamltext import events, read, reader
from cdrp_cli.yamltext.read import read_text
from yamltrees import CORPUS, RECORDS, laid_open, named

SCALARS = (
    "x", "two words", "12", "1.10", "null", "true", "~", "", "'q'", "'it''s'", '"a\\tb"', '"\\u00e9 \\\\"', "'a: b'",
    '"# no"', "10:00", "https://example.org/a?b=c#d", "2025-01-01", "ŵy", "😀", "a #c", "a # c", "a, b", "-x", "-5",
    "[a, b]", "[a, [b, c], {d: e}]", "{a: 1, b: [c]}", "{u: http://x.y}", "{t: 10:00}", "[a: b]", "{a, b: c}",
    "{a: 'x, y'}", '{"a":1}', "{a: b,\n   c: d}", "[a,\n   b]", "[\n  a,\n  ]", "'over\n   lines'",
    '"over\n\n   lines"', "goes\n   on", "goes\n\n   on", "|\n   block\n   text", "|-\n   block\n\n   text\n",
    "|+\n   block\n\n",
    "|2\n     lead\n   x", ">\n   fold\n   ed\n\n   again", ">-\n   f\n     more\n   g", ">+\n   f\n\n\n",
    "| # c\n   block", "*a", "&a x", "!t x", "! x", "@x", "`x", "%x", "?x", "? x", "- y", "<<", "{", "}", "[", "]",
    "...", "---", "a:b", "a :b", '"a":b', '"open', "'open", "a'b", "{}", "[ ]", "{a}", "[a,]", "[,]", "{:a}", "{a:}",
    "[a:b]", "{a: , b: }", '"x\\\n   y"', "a - b", "|", ">", "|\n#c", "a\u00a0b", "\ufeff", "x#y",
)  # fmt: skip
KEYS = ("a", "b", "key", "two words", "'q'", '"dq"', "1", "é", "<<", "a.b", "?", "k?", "null", "~", "[a]", "{a: b}")
ENDS = ("", "", "", " ", "  # c", " #c")
LOOSE = (
    "a: b", "a:", " ", "  ", "\n", "\n\n", "- ", "-", "[", "]", "{", "}", ",", ", ", ":", ": ", "a", "'", '"', "''",
    "\\n", "\\", "|", "|-", "|2", ">", ">+", "#", " #", " # c\n", "é", "😀", "~", "1.10", "?", "? ", "&a", "*a", "!",
    "!!str ", "<<: ", "%", "---", "--- ", "...", "@", "\ufeff", "\u00a0", "\u0085", "\u2028", "\r", "\r\n", "\t",
    "a#b", "k: |\n  text\n", "k:\n  ", "- a: 1\n  b: 2\n", '"q": ', '"a\\\n  b"', "[a,\nb]", "::", "- - ", "\n# c\n",
)  # fmt: skip

_lines = st.tuples(
    st.sampled_from(("", "", "", "  ", "  ", "    ", " ")),
    st.sampled_from(
        ("{key}: {scalar}", "{key}: {scalar}", "- {scalar}", "- {key}: {scalar}", "{key}:", "{scalar}", "# c", "")
    ),
    st.sampled_from(KEYS),
    st.sampled_from(SCALARS),
    st.sampled_from(ENDS),
).map(lambda parts: parts[0] + parts[1].replace("{key}", parts[2]).replace("{scalar}", parts[3]) + parts[4])
_records = st.tuples(st.lists(_lines, min_size=1, max_size=5).map("\n".join), st.sampled_from(("\n", "", "\n\n"))).map(
    "".join
)
_rubble = st.lists(st.sampled_from(LOOSE), min_size=1, max_size=12).map("".join)


def _same(data: bytes) -> bool:
    return laid_open(read("a.yaml", data)) == laid_open(read("a.yaml", data, pure=True))


@pytest.mark.parametrize("path", RECORDS, ids=named)
def test_on_every_shipped_file(path: Path) -> None:
    assert _same(path.read_bytes())


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_on_the_corpus(path: Path) -> None:
    assert _same(path.read_bytes())


@settings(derandomize=True, max_examples=400, deadline=None)
@given(_records)
def test_on_texts_like_records(text: str) -> None:
    assert _same(text.encode())


@settings(derandomize=True, max_examples=400, deadline=None)
@given(_rubble)
def test_on_rubble(text: str) -> None:
    assert _same(text.encode())


def test_the_fast_way_reads_most_of_what_is_shipped() -> None:
    if not events.FAST:
        assert reader() == "ruamel.yaml, pure Python (slower)"
        return
    assert [named(path) for path in RECORDS if events.rare(path.read_text(encoding="utf-8"))] == []


def test_without_the_fast_parser_the_pure_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "FAST", False)
    monkeypatch.setattr(events, "CParser", None)
    assert read_text("a.yaml", "body: board\n").value == {"body": "board"}
    assert reader() == "ruamel.yaml, pure Python (slower)"


def test_the_reader_is_named_for_the_version_line() -> None:
    assert reader().startswith("ruamel.yaml")
    assert ("C parser" in reader()) == events.FAST


@settings(derandomize=True, max_examples=400, deadline=None)
@given(
    st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: f'a: "{text}"'.encode("utf-8", "replace")))
)
def test_no_bytes_whatever_make_the_reading_fail(data: bytes) -> None:
    document = read("a.yaml", data)
    assert document.readable or document.value is None
    assert all(problem.message and problem.help and min(problem.spot) > 0 for problem in document.problems)
    assert _same(data)
