"""What a table changes: three sides compared, and nothing taken that could be meant otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree
from cdrp_cli.records.writer import changed
from exchange.tables import ANSWERS, FILE, back, edited, file_of, lines, small, told


def _after(tree: Tree, data: bytes, *said: str) -> str:
    """The one file once the changes are made."""
    _, planned = back(tree, "table.csv", data, *said)
    (name,) = planned.edits
    assert name == FILE
    return changed(FILE, tree.files[FILE], planned.edits[FILE].changes).decode()


def test_a_filled_in_cell_changes_its_lines_and_keeps_the_comments() -> None:
    text = _after(small(), edited(small(), "2a", position="Three meetings a year.", owner="chair:board"))
    assert text == ANSWERS.replace("Two meetings", "Three meetings").replace("Chair ", "chair:board ")


def test_an_emptied_cell_takes_its_key_away() -> None:
    text = _after(small(), edited(small(), "2a", position="", as_at=""))
    assert text == ANSWERS.replace("    position: Two meetings a year.\n", "").replace("    as_at: 2009-02\n", "")


def test_a_first_answer_is_added_below_the_others() -> None:
    found, _ = back(small(), "table.csv", edited(small(), "3a", status="Partially met", due="30/06/2026"))
    assert told(found) == {"3a": {"status": ("", "partly-met"), "due": ("", "2026-06-30")}}
    text = _after(small(), edited(small(), "3a", status="Partially met", due="30/06/2026"))
    assert text == ANSWERS + "  - ref: 3a\n    status: partly-met\n    due: 2026-06-30\n"


def test_the_first_answers_of_a_section_begin_its_file() -> None:
    given = [{**line, "status": "met"} if line["ref"] in ("14a", "14b") else line for line in lines(Tree({}))]
    found, planned = back(Tree({}), "table.csv", file_of("csv", given, load(Tree({}))))
    assert [change.ref for change in found.changes] == ["14a", "14b"]
    assert planned.edits == {}
    made = "rows:\n  - ref: 14a\n    status: met\n  - ref: 14b\n    status: met\n"
    assert planned.begun == {"data/hallmarks/assess.yaml": made}


def test_a_file_is_begun_on_disk_and_an_edit_written_beside_it(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(ANSWERS, encoding="utf-8", newline="\n")
    given = [{**line, "note": "Seen."} if line["ref"] in ("2c", "14a") else line for line in lines(small())]
    _, planned = back(small(), "table.csv", file_of("csv", given, load(small())))
    assert planned.carry_out(tmp_path) == (FILE, "data/hallmarks/assess.yaml")
    assert path.read_text(encoding="utf-8") == ANSWERS.replace("partly-met\n", "partly-met\n    note: Seen.\n")
    assert (path.parent / "assess.yaml").read_text(encoding="utf-8") == "rows:\n  - ref: 14a\n    note: Seen.\n"


@pytest.mark.parametrize("typed", ["10/03/2026", "10/3/2026", "10.03.26"])
def test_a_day_that_a_spreadsheet_wrote_its_own_way_is_no_change(typed: str) -> None:
    dated = small(ANSWERS.replace("2009-02", "2026-03-10"))
    found, _ = back(dated, "table.csv", edited(dated, "2a", as_at=typed))
    assert (found.changes, found.doubts) == ((), ())


def test_a_day_that_could_be_meant_either_way_is_a_doubt() -> None:
    dated = small(ANSWERS.replace("2009-02", "2026-03-10"))
    found, _ = back(dated, "table.csv", edited(dated, "2a", as_at="03/10/2026"))
    assert (told(found), len(found.doubts)) == ({}, 1)


def test_letters_that_a_spreadsheet_lost_are_not_taken_over() -> None:
    welsh = small(ANSWERS.replace("Two meetings a year.", "Cŵn a thân."))
    found, _ = back(welsh, "table.csv", edited(welsh, "2a", position="C?n a thân."))
    assert told(found) == {}
    (doubt,) = found.doubts
    assert doubt.message == "2a, position: letters were lost when the table was saved, and nothing else differs"


def test_a_row_changed_on_both_sides_is_a_conflict() -> None:
    later = small(ANSWERS.replace("Two meetings", "Four meetings"))
    found, planned = back(later, "table.csv", edited(small(), "2a", note="Ours."))
    assert (found.changes, planned.edits) == ((), {})
    (conflict,) = found.conflicts
    assert conflict.message == "2a: changed on both sides: in the records position, in the table note"


def test_what_was_changed_in_the_records_alone_stays() -> None:
    later = small(ANSWERS.replace("Two meetings", "Four meetings"))
    found, _ = back(later, "table.csv", edited(small(), "2c", note="Ours."))
    assert told(found) == {"2c": {"note": ("", "Ours.")}}
    assert found.conflicts == ()


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    later = small(ANSWERS.replace("Two meetings", "Four meetings"))
    found, _ = back(later, "table.csv", edited(small(), "2a", position="Four meetings a year."))
    assert (found.changes, found.conflicts) == ((), ())


def test_an_answer_taken_out_of_the_records_is_a_conflict() -> None:
    later = small(ANSWERS.partition("\n  - ref: 2c")[0])
    found, _ = back(later, "table.csv", edited(small(), "2c", note="Ours."))
    (conflict,) = found.conflicts
    assert conflict.message == "2c: the answer was taken out of the records since the table was written"


def test_of_two_answers_to_a_row_the_one_that_went_out_is_changed() -> None:
    twice = small(ANSWERS + "\n  - ref: 2c\n    status: met\n    as_at: 2010\n")
    given = [{**line, "note": "Later."} if line["as_at"] == "2010" else line for line in lines(twice)]
    found, _ = back(twice, "table.csv", file_of("csv", given, load(twice)))
    (change,) = found.changes
    assert change.held is not None
    assert (change.held.index, dict(change.cells)) == (2, {"note": ("", "Later.")})


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"status": "green"}, "2a, status: 'green' is no status"),
        ({"as_at": "01/05/2025"}, "2a, as_at: '01/05/2025' is not a day that can be understood"),
        ({"due": "Feb 09"}, "2a, due: 'Feb 09' is not a whole day"),
        ({"due": "31 June 2026"}, "2a, due: '31 June 2026' is not a day that can be understood"),
        ({"ref": "2b"}, "the line says '2b', but went out as 2a"),
        ({"stamp": "cdrp-checklist/2 x y 2a"}, "the stamp of the line is damaged, or not of cdrp-checklist/1"),
        ({"action": "=x"}, "2a: data/hallmarks/lead-and-guide.yaml: '=x' does not name an action"),
    ],
)
def test_a_cell_that_is_not_understood_is_told_and_not_written(cells: dict[str, str], message: str) -> None:
    found, planned = back(small(), "table.csv", edited(small(), "2a", **cells))
    assert (told(found), planned.edits) == ({}, {})
    (doubt,) = found.doubts
    assert doubt.message.startswith(message)
    assert doubt.remedy


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Feb 09", "2009-02"), ("Sept 2025", "2025-09"), ("12th February 2009", "2009-02-12"), ("25.12.09", "2009-12-25"),
     ("2024", "2024"), ("March '10", "2010-03")],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(typed: str, meant: str) -> None:
    found, _ = back(small(), "table.csv", edited(small(), "2c", as_at=typed))
    assert told(found) == {"2c": {"as_at": ("", meant)}}


def test_a_row_that_stands_twice_is_taken_from_neither_line() -> None:
    given = [{**line, "stamp": "", "note": "x"} for line in lines(small()) if line["ref"] == "2a"] * 2
    found, _ = back(small(), "table.csv", file_of("csv", given, load(small())))
    assert told(found) == {}
    assert [doubt.message for doubt in found.doubts] == ["2a stands on more than one line: none of them is taken"] * 2


def test_records_that_cannot_be_read_are_mended_first() -> None:
    broken = small(ANSWERS.replace("met\n", "fine\n", 1))
    with pytest.raises(CdrpError, match=r"lead-and-guide\.yaml cannot be read in full: mend first"):
        lines(broken)
