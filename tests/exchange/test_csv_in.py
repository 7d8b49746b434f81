"""CSV as programs and people save it: its letters, the marks between cells, and what is refused rather than guessed."""

from __future__ import annotations

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.files import grids
from exchange.answered import A1, answered, back, records, told

ROWS = (("Action", "Progress"), (A1, "Café, 14 homes; ŵyn"), (A1.replace("a1", "a2"), 'Said "no"'))


def _csv(delimiter: str, end: str = "\r\n") -> str:
    quoted = (('"' + cell.replace('"', '""') + '"' for cell in row) for row in ROWS)
    return "".join(delimiter.join(row) + end for row in quoted)


def _cells(data: bytes) -> tuple[tuple[str | None, ...], ...]:
    (grid,) = grids("back.csv", data)
    return grid.rows


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_way_of_saving_gives_the_same_cells(coding: str, delimiter: str, end: str) -> None:
    assert _cells(_csv(delimiter, end).encode(coding)) == ROWS


def test_a_title_above_the_headings_does_not_say_what_parts_the_cells() -> None:
    title = "Actions, as answered, by the police, in March"
    assert _cells(f"{title}\r\n\r\n{_csv(';')}".encode()) == ((title,), (), *ROWS)
    assert _cells(f"sep=;\r\n{_csv(';')}".encode())[1:] == ROWS
    found, _ = back(records(), f"{title}\r\n{_csv(';')}".encode(), "back.csv")
    assert told(found)[A1] == {"progress": "Café, 14 homes; ŵyn"}


@pytest.mark.parametrize(
    ("name", "data", "told_so"),
    [
        (
            "x.csv",
            b'Action,Progress\n"2025-01-14-board/a1,Sent\n2025-01-14-board/a2,Sent\n',
            "a quote in it is not closed",
        ),
        ("x.csv", answered(records()), "a workbook keeps a name that ends in .xlsx"),
        ("x.csv", _csv(",").encode("utf-16-le"), "the file is no CSV"),
        ("x.csv", b"", "x.csv is empty"),
        ("x.xlsx", b"", "x.xlsx is empty"),
        ("x.docx", b"\n\n", "x.docx is empty"),
        ("answers", b"PK", "answers: a table is read from a file that ends in .xlsx, .csv or .docx"),
        ("x.ods", b"PK", "x.ods: a table is read from a file that ends in .xlsx, .csv or .docx"),
    ],
)
def test_what_is_no_such_file_says_what_to_save(name: str, data: bytes, told_so: str) -> None:
    with pytest.raises(CdrpError, match=told_so):
        grids(name, data)


def test_two_columns_of_one_heading_are_refused_where_both_were_filled_in() -> None:
    head = "Action,Progress,Progress\n"
    with pytest.raises(CdrpError, match="the file has two columns for Progress: take one out"):
        back(records(), f"{head}{A1},Sent,Not sent\n".encode(), "back.csv")
    found, _ = back(records(), f"{head}{A1},Sent,\n".encode(), "back.csv")
    assert told(found) == {A1: {"progress": "Sent"}}


def test_words_below_an_answer_are_not_taken_for_a_title() -> None:
    found, _ = back(records(), f"Action,Progress\n{A1},Sent\n,and answered\nOf the county,\n".encode(), "back.csv")
    assert told(found) == {A1: {"progress": "Sent"}}
    (doubt,) = found.doubts
    assert (doubt.where, doubt.message, doubt.remedy) == (
        "the file, row 3",
        "the line has no reference",
        "write in front which action on record is meant, such as 2025-01-14-board/a1",
    )
