"""One table in three formats: it fits a terminal and loses no word."""

from __future__ import annotations

import csv

import pytest

from cdrp_cli.output.ink import Ink
from cdrp_cli.output.table import Column, Table, csv_text

PLAIN = Ink(on=False)
TABLE = Table(
    "duties",
    (
        Column("duty"), Column("bound"), Column("next"), Column("what", below=True),
        Column("why", below=True, label="- "),
    ),
    (
        ("sa-annual", "strategy group", "2026-03-31", "Prepare an assessment", "no assessment yet since 1 April 2025"),
        ("plan-exists", "each responsible authority", "", "Have a plan", "no assessment yet since 1 April 2025"),
        ("sg-exists", "all", "", "Have a group", ""),
    ),
)  # fmt: skip


def test_piped_columns_are_as_wide_as_their_widest_cell() -> None:
    assert TABLE.text(None, PLAIN) == [
        "duty         bound                       next",
        "-----------  --------------------------  ----------",
        "sa-annual    strategy group              2026-03-31",
        "    Prepare an assessment",
        "    - no assessment yet since 1 April 2025",
        "plan-exists  each responsible authority",
        "    Have a plan",
        "    - as above",
        "sg-exists    all",
        "    Have a group",
    ]


def test_on_a_terminal_the_widest_column_wraps_by_words() -> None:
    assert TABLE.text(40, PLAIN) == [
        "duty         bound            next",
        "-----------  ---------------  ----------",
        "sa-annual    strategy group   2026-03-31",
        "    Prepare an assessment",
        "    - no assessment yet since 1 April",
        "      2025",
        "plan-exists  each",
        "             responsible",
        "             authority",
        "    Have a plan",
        "    - as above",
        "sg-exists    all",
        "    Have a group",
    ]


def test_too_narrow_for_columns_each_row_is_a_list() -> None:
    assert TABLE.text(30, PLAIN)[:5] == [
        "duty: sa-annual",
        "  bound: strategy group",
        "  next: 2026-03-31",
        "  what: Prepare an assessment",
        "  why: no assessment yet since",
    ]


@pytest.mark.parametrize("width", [30, 36, 40, 50, 60, 80, 100])
def test_no_width_loses_a_word_or_is_overrun(width: int) -> None:
    lines = TABLE.text(width, PLAIN)
    assert max(map(len, lines)) <= width
    words = {
        "sa-annual",
        "plan-exists",
        "strategy",
        "group",
        "each",
        "responsible",
        "authority",
        "2026-03-31",
        "sg-exists",
    }
    assert words <= set(" ".join(lines).split())


def test_no_cell_can_move_the_cursor_or_break_a_line() -> None:
    table = Table("", (Column("a"), Column("b", below=True)), (("x\x1b[31m\ny", "z\x07"),))
    assert table.text(None, PLAIN)[2:] == ["x\\u001b[31m y", "    z\\u0007"]
    assert table.markdown()[2] == r"| x\\u001b\[31m y | z\\u0007 |"


def test_csv_has_every_cell_whole() -> None:
    rows = list(csv.reader(csv_text([TABLE]).splitlines()))
    assert rows[0] == ["duty", "bound", "next", "what", "why"]
    assert rows[2] == ["plan-exists", "each responsible authority", "", "Have a plan", rows[1][4]]


def test_several_tables_are_one_csv_that_says_which_is_which() -> None:
    other = Table("powers", (Column("duty"), Column("kind")), (("sg-may-invite", "power"),))
    rows = list(csv.reader(csv_text([TABLE, other]).splitlines()))
    assert rows[0] == ["list", "duty", "bound", "next", "what", "why", "kind"]
    assert rows[4] == ["powers", "sg-may-invite", "", "", "", "", "power"]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@name"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert list(csv.reader(csv_text([Table("", (Column("a"),), ((cell,),))]).splitlines()))[1] == [f"'{cell}"]


def test_markdown_shows_every_sign_as_itself() -> None:
    table = Table("", (Column("a"), Column("b")), (("x | y", "<b>*_`[z]"),))
    assert table.markdown() == ["| a | b |", "| --- | --- |", r"| x \| y | \<b\>\*\_\`\[z\] |"]
