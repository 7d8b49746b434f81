"""A line and its caret."""

from __future__ import annotations

from cdrp_cli.core.pointer import Place
from cdrp_cli.output.excerpt import excerpt
from cdrp_cli.output.ink import Ink

PLAIN = Ink(on=False)


def test_the_caret_stands_under_the_column() -> None:
    assert excerpt("  titel: A", Place("f", 12, 3), None, PLAIN) == ["    12 |   titel: A", "       |   ^"]


def test_wide_letters_and_accents_do_not_move_the_caret() -> None:
    line, caret = excerpt("a\u6f22e\u0301: x", Place("f", 1, 5), None, PLAIN)
    assert line == "     1 | a\u6f22e\u0301: x"
    assert caret == "       |     ^"


def test_a_tab_and_what_does_not_print_are_shown_as_one_letter() -> None:
    assert excerpt("\ta\x00\x1bb", Place("f", 1, 1), None, PLAIN)[0] == "     1 | →a··b"


def test_piped_a_long_line_is_whole() -> None:
    assert excerpt("a" * 900, Place("f", 1, 880), None, PLAIN)[0].count("a") == 900


def test_on_a_terminal_a_long_line_is_shown_around_the_caret() -> None:
    line, caret = excerpt("".join(chr(97 + i % 26) for i in range(500)), Place("f", 1, 260), 60, PLAIN)
    assert len(line) <= 60
    assert line[caret.index("^")] == chr(97 + 259 % 26)
    assert line[9] == "…"
    assert line[-1] == "…"


def test_the_ends_of_a_long_line_are_not_marked_as_cut() -> None:
    assert not excerpt("a" * 500, Place("f", 1, 1), 60, PLAIN)[0].startswith("     1 | …")
    assert not excerpt("a" * 500, Place("f", 1, 500), 60, PLAIN)[0].endswith("…")


def test_a_column_beyond_the_line_points_at_its_end() -> None:
    assert excerpt("abc", Place("f", 1, 99), None, PLAIN)[1] == "       |    ^"
