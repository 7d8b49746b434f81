"""Tables of somebody else's making: Word typed by hand, workbooks with formulas, headings of other names."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import docx
import pytest
import xlsxwriter
from docx.oxml import OxmlElement

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.files import grids
from cdrp_cli.exchange.refs import squeezed, understood
from exchange.tables import back, read, small, told

HEADINGS = ("Guidance", "Detail", "Partnership position and date", "Furthr action", "Lead", "RAG")
KNOWN = ("2a", "2c", "12a", "12c", "s01")


@pytest.mark.parametrize(
    ("typed", "ref"),
    [("(12 a)", "12a"), ("12A", "12a"), ("12.a", "12a"), ("12a[1]", "12a"), ("12a¹", "12a"), ("Row 02c*", "2c"),
     ("S1", "s01"), ("12q", None), ("", None)],
)  # fmt: skip
def test_references_are_read_as_people_write_them(typed: str, ref: str | None) -> None:
    assert understood(typed, KNOWN) == ref


def test_a_local_reference_is_not_mistaken_for_another() -> None:
    assert squeezed("v-1") == squeezed("v1")
    assert understood("v.1", ["v-1", "v1"]) is None
    assert understood("v1", ["v-1", "v1"]) == "v1"


def _by_hand() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=9, cols=6)
    rows = (
        ("Our self-assessment", "", "", "", "", ""),
        HEADINGS,
        ("(2 a)", "Who leads", "Three meetings a year (Feb 09)", "", "Chair", "green"),
        ("Leadership", "", "", "", "", ""),
        ("2C", "Seniors", "Five of six", "Ask the sixth.", "", ""),
        ("12 q", "Misspelt", "Not taken", "", "", ""),
        ("3.a¹", "Reviewed", "Yes, March 2009", "Review again.", "Chair", ""),
        ("3b", "Attendance", "Yes", "", "Chair", ""),
        ("", "3c) Wider partners", "Both", "", "", ""),
    )
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 5))
    table.cell(6, 3).merge(table.cell(7, 3)).text = "Review again."
    table.cell(8, 2).merge(table.cell(8, 3)).text = "Both"
    table.cell(4, 2).paragraphs[0].runs[0]._r.append(OxmlElement("w:footnoteReference"))
    return _saved(document)


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_table_typed_by_hand_is_taken_with_each_doubt_told() -> None:
    found, _ = back(small(), "ours.docx", _by_hand())
    assert told(found) == {
        "2a": {
            "position": ("Two meetings a year.", "Three meetings a year (Feb 09)"),
        },
        "2c": {"position": ("", "Five of six")},
        "3a": {
            "position": ("", "Yes, March 2009"),
            "as_at": ("", "2009-03"),
            "further_action": ("", "Review again."),
            "owner": ("", "Chair"),
        },
        "3b": {"position": ("", "Yes"), "further_action": ("", "Review again."), "owner": ("", "Chair")},
        "3c": {"position": ("", "Both")},
    }
    assert found.conflicts == ()
    assert [(doubt.where, doubt.message) for doubt in found.doubts] == [
        ("table 1, row 6", "'12 q' is no row of the checklist"),
        ("table 1, row 5, column C", "a footnote hangs on the cell and is not imported"),
        ("table 1, row 8, column D", "the cell is merged with the one above: it is taken to say the same"),
        ("table 1, row 9, column D", "the cell is merged with the one beside it: nothing is taken for this column"),
    ]
    assert found.doubts[0].remedy == "did you mean 12a, 12b, 12c, 12d or 12e?"


def test_headings_are_guessed_once_shown_and_can_be_set() -> None:
    (table,) = read("ours.docx", _by_hand())
    assert table.read_as == (
        ("Guidance", "guidance"),
        ("Detail", "detail"),
        ("Partnership position and date", "position"),
        ("Furthr action", "further_action"),
        ("Lead", "owner"),
        ("RAG", ""),
    )
    (table,) = read("ours.docx", _by_hand(), "RAG=note", "Lead=")
    assert table.read_as[4:] == (("Lead", ""), ("RAG", "note"))


def test_tracked_changes_are_not_taken_in_silence() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for column, text in enumerate(("Ref", "Position")):
        table.cell(0, column).text = text
    table.cell(1, 0).text = "2a"
    table.cell(1, 1).paragraphs[0]._p.append(OxmlElement("w:ins"))
    found, _ = back(small(), "ours.docx", _saved(document))
    assert (told(found), [doubt.message for doubt in found.doubts]) == ({}, ["the cell has tracked changes"])


def _book(fill: Callable[[Any, Any], None]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Ours")
    for column, text in enumerate(("Ref", "Position", "Date", "By when", "Owner")):
        sheet.write_string(0, column, text)
    fill(book, sheet)
    book.close()
    return out.getvalue()


def test_a_formula_is_not_trusted_and_a_number_is_not_guessed_at() -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(1, 0, "2a")
        sheet.write_formula(1, 1, '="Four"', None, "Four")
        sheet.write_number(1, 2, 2024)
        sheet.write_datetime(1, 3, datetime(2026, 6, 30), day)  # noqa: DTZ001 - a cell knows no zone
        sheet.write_number(1, 4, 1.1)
        sheet.write_string(2, 0, "2c")
        sheet.merge_range(2, 1, 3, 1, "Both")
        sheet.write_string(3, 0, "3a")
        sheet.write_boolean(3, 4, True)

    found, _ = back(small(), "ours.xlsx", _book(fill))
    assert told(found) == {
        "2a": {"as_at": ("2009-02", "2024"), "due": ("", "2026-06-30")},
        "2c": {"position": ("", "Both")},
        "3a": {"position": ("", "Both")},
    }
    assert [(doubt.where, doubt.message) for doubt in found.doubts] == [
        ("sheet Ours, row 2, column B", "the cell holds a formula, which is not trusted"),
        ("sheet Ours, row 2, column E", "the cell holds a number with a fraction, which the sheet may have changed"),
        ("sheet Ours, row 4, column E", "the cell holds neither text nor a day"),
        ("sheet Ours, row 4, column B", "the cell is merged with the one above: it is taken to say the same"),
    ]


def test_an_empty_cell_of_a_strangers_table_takes_nothing_away() -> None:
    found, _ = back(small(), "ours.csv", b"Ref;Position;Owner\n2a;;\n")
    assert (told(found), found.doubts) == ({}, ())


def test_a_csv_of_an_old_spreadsheet_is_read() -> None:
    found, _ = back(small(), "ours.csv", "Ref\tPosition\n2a\tCafé – weekly\n".encode("cp1252"))
    assert told(found) == {"2a": {"position": ("Two meetings a year.", "Café – weekly")}}


def test_a_sheet_with_a_cell_far_away_is_refused_before_room_is_made_for_it() -> None:
    data = _book(lambda _book, sheet: sheet.write_string(1048575, 16383, "x"))
    with pytest.raises(CdrpError, match="a sheet of the workbook reaches to row 1048576 and column 16384"):
        grids("ours.xlsx", data)


@pytest.mark.parametrize(
    ("name", "data", "told_so"),
    [
        ("x.xlsx", b"PK", "is no workbook"),
        ("x.docx", b"<html>", "is no Word document"),
        ("x.csv", b" " * 5_000_001, "is larger than 5 MB"),
        ("x.csv", b'"' + b"a" * 200_000, "a cell in it is too long"),
        ("x.csv", b"a\n" * 2001, "reaches to row 2001 and column 1, or further: 2000 rows and 60 columns are the most"),
    ],
)
def test_a_file_that_is_no_table_is_refused(name: str, data: bytes, told_so: str) -> None:
    with pytest.raises(CdrpError, match=told_so):
        grids(name, data)
