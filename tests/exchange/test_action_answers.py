"""Answers to actions: minuted once, where a meeting hears them, and nothing taken that contradicts the records."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.columns import ACTIONS
from cdrp_cli.exchange.sheet_out import LONGEST
from cdrp_cli.exchange.target import named, target
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree
from exchange.answered import A1, A2, A4, HEARS, RECORDS, answered, back, lines, read, records, told, written
from exchange.test_round_trip import HOSTILE

DONE = {"new_status": "done", "done_on": "2025-06-02", "progress": "Sent, and answered."}


def messages(tree: Tree, data: bytes, name: str = "back.xlsx") -> list[str]:
    """All that was in doubt or in conflict, where nothing is changed."""
    found, plan = back(tree, data, name)
    assert (found.changes, plan.edits) == ((), {})
    return [each.message for each in (*found.conflicts, *found.doubts)]


def test_a_table_that_nobody_answered_changes_nothing() -> None:
    found, plan = back(records(), answered(records()))
    assert (found.changes, found.conflicts, found.doubts, plan.edits) == ((), (), (), {})


def test_answers_become_updates_of_the_item_that_hears_of_actions() -> None:
    data = answered(records(), a1=DONE, a2={"new_due": "30 September 2025"}, a4={"progress": "Not: yet"})
    found, plan = back(records(), data)
    assert (found.conflicts, found.doubts) == ((), ())
    assert written(records(), plan) == RECORDS[HEARS].replace(
        "    title: Matters arising\n",
        "    title: Matters arising\n"
        "    updates:\n"
        f"      - action: {A1}\n        status: done\n        on: 2025-06-02\n        text: Sent, and answered.\n"
        f"      - action: {A2}\n        status: open\n        due: 2025-09-30\n"
        f'      - action: {A4}\n        status: open\n        text: "Not: yet"\n',
    )


def test_updates_that_stand_there_stay_and_the_new_ones_come_after_them() -> None:
    old = "      - {action: 2025-01-14-board/a2, status: open}\n"
    tree = records(HEARS=f"arising\n -> arising\n    updates:\n{old}")
    _, plan = back(tree, answered(tree, a1=DONE))
    assert f"    updates:\n{old}      - action: {A1}\n        status: done\n" in written(tree, plan)


def test_what_the_meeting_has_heard_already_is_not_minuted_twice() -> None:
    data = answered(records(), a1=DONE, a2={"new_due": "2025-09-30"})
    _, plan = back(records(), data)
    after = Tree({**records().files, HEARS: written(records(), plan).encode()})
    found, plan = back(after, data)
    assert (found.changes, found.conflicts, found.doubts, plan.edits) == ((), (), (), {})


def test_an_answer_to_what_has_changed_since_is_a_conflict() -> None:
    later = records(RAISED="2025-06-30 -> 2025-08-31")
    found, _ = back(later, answered(records(), a1=DONE, a2={"new_status": "open"}))
    assert told(found) == {A2: {"new_status": "open"}}
    (conflict,) = found.conflicts
    assert conflict.message == f"{A1}: changed in the records since the table was written: Last day"
    assert conflict.remedy == "write the table anew, and have it answered again"


def test_a_new_owner_is_a_change_and_a_new_title_of_the_old_one_is_none() -> None:
    data = answered(records(), a1=DONE)
    people = RECORDS["data/partners.yaml"].replace("title: Officer", "title: Community Safety Officer")
    found, _ = back(Tree({**records().files, "data/partners.yaml": people.encode()}), data)
    assert list(told(found)) == [A1]
    assert messages(records(RAISED="vale/officer -> body:board"), data) == [
        f"{A1}: changed in the records since the table was written: Owner"
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-06-10", f"{A1}: 2025-06-10-board has heard of it already, and says open"),
        ("2025-06-24", f"{A1}: 2025-06-24-board, after this meeting, says open"),
    ],
)
def test_what_another_minute_says_of_the_action_is_not_said_over(day: str, said: str) -> None:
    update = f"items:\n  - title: Matters arising\n    updates: [{{action: {A1}, status: open}}]\n"
    text = f"body: board\ndate: {day}\nstatus: held\n{update}"
    tree = Tree({**records().files, f"data/meetings/{day}-board.yaml": text.encode()})
    assert messages(tree, answered(tree, a1=DONE)) == [said]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"new_status": "done"}, "done, but not on which day"),
        ({"done_on": "2025-06-02"}, "Done on has a day, and New status does not say done"),
        ({"new_status": "withdrawn", "done_on": "2025-06-02"}, "Done on has a day, and New status does not say done"),
        (DONE | {"done_on": "2025-07-02"}, "done on 2 July 2025, which is still to come"),
        (
            DONE | {"done_on": "2025-06-11"},
            "done on 11 June 2025, of which the meeting of 10 June 2025 cannot have heard",
        ),
        (DONE | {"done_on": "2025-01-13"}, "done on 13 January 2025, before it was raised on 14 January 2025"),
        (DONE | {"done_on": "June 2025"}, "Done on: 'June 2025' is not a whole day"),
        (DONE | {"new_due": "2025-09-30"}, "done, and a new last day all the same"),
        ({"new_due": "01/08/2025"}, "New last day: '01/08/2025' is not a day that can be understood"),
        ({"new_due": "2025-07-01"}, "New last day: 1 July 2025 is not after 1 July 2025"),
        ({"new_status": "nearly"}, "New status: 'nearly' is no status"),
    ],
)
def test_an_answer_that_cannot_be_is_told_and_nothing_of_its_line_is_taken(cells: dict[str, str], said: str) -> None:
    assert messages(records(), answered(records(), a1=cells)) == [f"{A1}: {said}"]


def test_days_on_the_border_are_taken() -> None:
    found, _ = back(records(), answered(records(), a1=DONE | {"done_on": "10/6/25"}, a2={"new_due": "2 July 2025"}))
    assert [doubt.message for doubt in found.doubts] == [
        f"{A1}: Done on: '10/6/25' is not a day that can be understood"
    ]
    assert told(found) == {A2: {"new_due": "2025-07-02"}}
    found, _ = back(records(), answered(records(), a1=DONE | {"done_on": "2025-06-10"}))
    assert told(found)[A1]["done_on"] == "2025-06-10"


def test_a_closed_action_gets_no_further_answer() -> None:
    assert messages(records(), answered(records(), a3={"progress": "More thanks."})) == [
        "2025-01-14-board/a3: is done already"
    ]


def test_an_answer_under_an_exempt_item_does_not_close_an_open_action() -> None:
    tree = records(HEARS="Lamps -> Lamps\n    exempt: {reason: It is.}")
    data = answered(tree, a1={"progress": "Sent."}, a4={"progress": "Watched."})
    found, _ = back(tree, data, number="3")
    assert told(found) == {A4: {"progress": "Watched."}}
    (doubt,) = found.doubts
    assert doubt.message == f"{A1}: item 3 is exempt, and would close the action to the public"


def test_a_meeting_before_the_action_cannot_hear_of_it() -> None:
    raised = RECORDS["data/meetings/2025-01-14-board.yaml"].replace("2025-01-14", "2025-06-24")
    tree = Tree({**records().files, "data/meetings/2025-06-24-board.yaml": raised.encode()})
    given = [{**line, "new_status": "open"} for line in lines(tree) if line["ref"] == "2025-06-24-board/a1"]
    assert messages(tree, _csv(given), "back.csv") == [
        "2025-06-24-board/a1: raised on 24 June 2025, after the meeting of 10 June 2025"
    ]


def test_the_last_day_that_stands_already_is_nothing_new() -> None:
    found, _ = back(records(), answered(records(), a1={"new_due": "30 June 2025"}))
    assert (found.changes, found.doubts) == ((), ())


def _csv(given: list[dict[str, str]], *fields: str) -> bytes:
    """Lines of somebody's own making, with only some of the columns where these are named."""
    kept = [column for column in ACTIONS.columns if not fields or column.field in fields]
    rows = [[column.heading for column in kept], *([line[column.field] for column in kept] for line in given)]
    return "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode()


def test_an_action_on_two_lines_is_taken_from_neither_and_an_unknown_one_names_the_nearest() -> None:
    given = [{**line, "progress": "Yes."} for line in lines(records())]
    given = [given[0], given[0], {**given[1], "ref": "2025-01-14-board/a7"}]
    found, _ = back(records(), _csv(given, "ref", "progress"), "back.csv")
    assert found.changes == ()
    assert [doubt.message for doubt in found.doubts] == [
        "'2025-01-14-board/a7' is no action on record",
        f"{A1} stands on more than one line: none of them is taken",
        f"{A1} stands on more than one line: none of them is taken",
    ]
    assert found.doubts[0].remedy.startswith("did you mean 2025-01-14-board/a")


def test_a_table_without_stamps_is_read_by_its_headings() -> None:
    data = b"Action;State;What we did\n2025-01-14-board/A1;finished;Sent.\n"
    assert read("ours.csv", data) == []
    (table,) = read("ours.csv", data, "What we did=progress", "State=new_status")
    assert table.read_as == (("Action", "ref"), ("State", "new_status"), ("What we did", "progress"))
    found, _ = back(records(), data, "ours.csv", "What we did=progress", "State=")
    assert told(found) == {A1: {"progress": "Sent."}}


def test_a_heading_that_goes_out_goes_before_one_that_is_only_known() -> None:
    (table,) = read("ours.csv", b"Action,Comments,Progress,status,New status\n2025-01-14-board/a1,x,Sent.,open,\n")
    assert table.read_as == (
        ("Action", "ref"),
        ("Comments", ""),
        ("Progress", "progress"),
        ("status", "state"),
        ("New status", "new_status"),
    )


def test_an_answer_longer_than_a_cell_is_not_taken() -> None:
    given = [{**lines(records())[0], "progress": "x" * (LONGEST + 1)}]
    assert messages(records(), _csv(given), "back.csv") == [f"{A1}: Progress has 32768 letters"]


def _book(fill: Any) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Ours")
    for column, text in enumerate(("Action", "New status", "Done on", "Progress")):
        sheet.write_string(0, column, text)
    fill(sheet, book.add_format({"num_format": "d mmmm yyyy"}))
    book.close()
    return out.getvalue()


def test_a_day_of_the_spreadsheet_is_taken_and_a_formula_loses_its_line() -> None:
    def fill(sheet: Any, day: Any) -> None:
        for row, ident in ((1, A1), (2, A2)):
            sheet.write_string(row, 0, ident)
            sheet.write_string(row, 1, "done")
            sheet.write_datetime(row, 2, datetime(2025, 5, 1), day)  # noqa: DTZ001 - a cell knows no zone
        sheet.write_string(1, 3, "=cmd|' /C calc'!A0")
        sheet.write_formula(2, 3, '=HYPERLINK("http://example.org")', None, "x")

    found, plan = back(records(), _book(fill))
    text = "=cmd|' /C calc'!A0"
    assert told(found) == {A1: {"new_status": "done", "done_on": "2025-05-01", "progress": text}}
    assert [doubt.message for doubt in found.doubts] == [
        "the cell holds a formula, which is not trusted",
        f"{A2}: Progress cannot be read, so nothing of the line is taken",
    ]
    assert f"text: {text}\n" in written(records(), plan)


def test_a_letter_that_nobody_sees_is_refused_and_the_other_answers_are_written() -> None:
    found, plan = back(records(), answered(records(), a1=DONE | {"progress": "Sent\u2028."}, a2={"progress": "Six."}))
    (doubt,) = found.doubts
    assert doubt.message == f"{A1}: {HEARS}: the text holds U+2028, which nobody sees: delete it"
    assert "text: Six.\n" in written(records(), plan)
    assert A1 not in written(records(), plan)


@pytest.mark.parametrize("form", ["xlsx", "csv", "docx"])
def test_hostile_words_are_minuted_letter_for_letter_and_nothing_else_is_touched(form: str) -> None:
    for words in HOSTILE:
        data = answered(records(), form, a1={"progress": words}, a2={"progress": f"{words} again"})
        found, plan = back(records(), data, f"back.{form}")
        assert (found.conflicts, found.doubts) == ((), ())
        after = Tree({**records().files, HEARS: written(records(), plan).encode()})
        item = target(load(after).partnership, "2025-06-10", None).item
        assert [update.text for update in item.updates] == [words.strip(), f"{words} again".strip()]
        assert written(records(), plan).startswith(RECORDS[HEARS].partition("\n\n")[0])
        assert written(records(), plan).endswith(RECORDS[HEARS].partition("\n\n")[2])


def test_the_workbook_is_locked_but_for_the_answers_and_the_same_every_time() -> None:
    data = answered(records(), a1={"progress": "=1+1"})
    assert data == answered(records(), a1={"progress": "=1+1"})
    archive = zipfile.ZipFile(io.BytesIO(data))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert '"open,done,withdrawn,overtaken"' in sheet
    assert sheet.count('type="date"') == 2
    assert '<sheetProtection sheet="1"' in sheet
    assert "password" not in sheet
    assert '<pane xSplit="1" ySplit="1"' in sheet
    assert "Print_Titles" in archive.read("xl/workbook.xml").decode()
    assert "<dc:language>en-GB</dc:language>" in archive.read("docProps/core.xml").decode()
    assert archive.read("xl/styles.xml").decode().count('locked="0"') == 2


def test_no_word_of_an_exempt_action_is_in_the_workbook() -> None:
    archive = zipfile.ZipFile(io.BytesIO(answered(records())))
    assert "canary" not in "".join(archive.read(name).decode() for name in archive.namelist()).lower()
    assert A4 in archive.read("xl/sharedStrings.xml").decode()


def test_a_text_that_no_cell_holds_is_cut_where_it_is_only_read_and_refused_where_it_comes_back() -> None:
    long = records(RAISED=f"Count the lamps. -> {'lamp ' * 7000}end.")
    found, _ = back(long, answered(long, a2={"progress": "Six."}))
    assert (told(found), found.conflicts) == ({A2: {"progress": "Six."}}, ())
    with pytest.raises(CdrpError, match=f"{A1}: Progress has 32768 letters, and a cell of a workbook holds 32767"):
        answered(records(), a1={"progress": "x" * (LONGEST + 1)})


@pytest.mark.parametrize(
    ("change", "number", "item"),
    [
        ("Lamps -> Lamps", None, "item 2"),
        ("Lamps -> Lamps", "3", "item 3"),
        ("Lamps -> Lamps", "item 3", "item 3"),
        (f"Lamps -> Lamps\n    updates: [{{action: {A1}, status: open}}]", None, "item 3"),
        ("number: 2 -> minute: 14", None, "minute 14"),
        ("Matters arising -> Minutes and actions of last time", None, "item 2"),
        ("Matters arising -> Review of open actions", None, "item 2"),
        ("Matters arising -> Actions from the previous meeting", None, "item 2"),
    ],
)
def test_the_item_that_hears_of_actions_is_found_or_named(change: str, number: str | None, item: str) -> None:
    assert named(target(load(records(HEARS=change)).partnership, "2025-06-10", number)) == item


@pytest.mark.parametrize(
    ("change", "name", "number", "said"),
    [
        (
            "Lamps -> Lamps",
            None,
            None,
            "say which meeting hears the answers: --meeting MEETING, such as 2025-01-14-board",
        ),
        (
            "Lamps -> Lamps",
            "2025-06-11-board",
            None,
            "there is no meeting '2025-06-11-board'; did you mean 2025-06-10-board",
        ),
        (
            "Lamps -> Lamps",
            "2025-06-10",
            "9",
            "there is no item of 2025-06-10-board '9'; did you mean item 1 or item 2",
        ),
        (
            "Lamps -> Actions",
            "2025-06-10",
            None,
            "more than one item that hears of actions: name one with --item: item 2 ",
        ),
        (
            "Matters arising -> Minutes",
            "2025-06-10",
            None,
            "no item that hears of actions: name one with --item: item 1 Apo",
        ),
        (
            "Matters arising -> Enforcement actions at the station",
            "2025-06-10",
            None,
            "2025-06-10-board has no item that",
        ),
        ("held -> cancelled", "2025-06-10", None, "2025-06-10 was cancelled, and heard nothing: name a later meeting"),
        ("held -> held\nminutes: {status: approved}", "2025-06-10", None, "2025-06-10 has approved minutes, to which"),
        (
            "  - number: 2   # as ever\n    title: Matters arising ->     exempt: {reason: It is.}",
            "2025-06-10",
            None,
            "no item that hears of actions: name one with --item: item 3 Lamps",
        ),
    ],
)
def test_a_meeting_that_cannot_hear_the_answers_says_why(
    change: str, name: str | None, number: str | None, said: str
) -> None:
    with pytest.raises(CdrpError) as refused:
        target(load(records(HEARS=change)).partnership, name, number)
    assert said in str(refused.value)


def test_a_meeting_without_items_and_a_day_of_two_meetings_say_what_to_do() -> None:
    bare = b"body: board\ndate: 2025-06-10\nstatus: planned\n"
    with pytest.raises(CdrpError, match="2025-06-10-board has no items yet, so nothing in it can hear of actions"):
        target(load(Tree({**records().files, HEARS: bare})).partnership, "2025-06-10", None)
    two = Tree({**records().files, "data/meetings/2025-06-10-tasking.yaml": bare.replace(b"board", b"tasking")})
    with pytest.raises(CdrpError, match="several meetings: write 2025-06-10-board or 2025-06-10-tasking"):
        target(load(two).partnership, "2025-06-10", None)
