"""`cdrp actions --format xlsx` out to colleagues, and `cdrp import actions` back to the record of a meeting."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from cdrp_cli.cli import actions_asked
from exchange.answered import HEARS, RECORDS
from project.sourcecode import ROOT
from typed import BROKEN, Cdrp, write

SCHEMA = json.loads((ROOT / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
BOOK = "build/members/actions-2025-07-01.xlsx"
MINE = "Action,New status,Done on,Progress\n2025-01-14-board/a1,done,2025-06-02,Sent.\n"


@pytest.fixture
def acting(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A partnership with four actions, of which one is done and one exempt."""
    for name, text in RECORDS.items():
        write(root, name, text)
    monkeypatch.setattr(actions_asked, "kept_at", lambda _root: "")
    return root


def _sheets(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _meetings(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data" / "meetings").iterdir()}


def test_a_workbook_has_a_row_for_each_action_and_says_how_to_answer(cdrp: Cdrp, acting: Path) -> None:
    done = cdrp("actions", "--open", "--today", "2025-07-01", "--format", "xlsx")
    assert (done.code, done.out, done.err) == (0, f"{BOOK}\n", "")
    sheets = _sheets(acting / BOOK)
    first, *rows = sheets["Actions"]
    assert first[8:12] == ["New status", "Done on", "New last day", "Progress"]
    assert [row[0] for row in rows] == [f"2025-01-14-board/a{number}" for number in (1, 2, 4)]
    assert rows[0][1:12] == [
        "Apply for the grant.",
        "Officer, Vale District Council",
        "open",
        "30 June 2025",
        "minute 1 of the Partnership Board, 14 January 2025",
        "never",
        "none since it was raised",
        *[""] * 4,
    ]
    assert rows[2][1:5] == ["a closed item", "not shown", "open", "no day set"]
    assert sheets["How to answer"][0] == [
        "3 actions of Exampleshire Vale Community Safety Partnership, as the minutes up to 1 July 2025 left them."
    ]
    assert sheets["How to answer"][-1] == ["A closed item is exempt: ask what it is about, and answer it as any other."]


def test_the_workbook_goes_where_it_is_told_to(cdrp: Cdrp, acting: Path) -> None:
    typed = ("actions", "--today", "2025-07-01", "--format", "xlsx", "--out")
    assert cdrp(*typed, "for-vale.xlsx", "--owner", "vale").out == "for-vale.xlsx\n"
    assert cdrp(*typed, "sent").out == "sent/actions-2025-07-01.xlsx\n"
    assert len(_sheets(acting / "for-vale.xlsx")["Actions"]) == 2


def test_each_partner_gets_a_workbook_of_its_own(cdrp: Cdrp, acting: Path) -> None:
    done = cdrp("actions", "--by", "partner", "--today", "2025-07-01", "--format", "xlsx")
    assert (done.code, done.out) == (0, "build/members/actions-2025-07-01-vale.xlsx\n")
    assert done.err == (
        "cdrp: in no workbook, as they have no owner on record who can be written to: 2025-01-14-board/a2, "
        "2025-01-14-board/a4; cdrp actions --by partner says why\n"
    )
    assert len(_sheets(acting / done.out.strip())["Actions"]) == 2
    assert cdrp(
        "actions", "--by", "partner", "--body", "board", "--overdue", "--today", "2025-02-01", "--format", "xlsx"
    ).err == ("cdrp: there is nobody to write to: no partner has such an action open\n")


def test_no_byte_of_a_workbook_tells_of_what_is_exempt(cdrp: Cdrp, acting: Path) -> None:
    cdrp("actions", "--today", "2025-07-01", "--format", "xlsx")
    archive = zipfile.ZipFile(acting / BOOK)
    assert not any(b"canary" in archive.read(name).lower() for name in archive.namelist())


def test_answers_are_shown_first_and_minuted_when_told_to(cdrp: Cdrp, acting: Path) -> None:
    before = _meetings(acting)
    write(acting, "back.csv", MINE)
    typed = ("import", "actions", "back.csv", "--meeting", "2025-06-10", "--today", "2025-07-01")
    done = cdrp(*typed)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "back.csv: 1 changed, 0 conflicts, 0 not understood\n"
        "No column for: New last day. These stay as they are.\n"
        "Answers are minuted in 2025-06-10-board, item 2: Matters arising.\n\n"
        "What changes\n"
        "Action               Field\n"
        "-------------------  ----------\n"
        "2025-01-14-board/a1  New status\n"
        "    now: open\n"
        "    new: done\n"
        "2025-01-14-board/a1  Done on\n"
        "    now: (nothing)\n"
        "    new: 2025-06-02\n"
        "2025-01-14-board/a1  Progress\n"
        "    now: (nothing)\n"
        "    new: Sent.\n\n"
        "Nothing was written: repeat the command with --write to write what changes.\n"
    )
    assert _meetings(acting) == before
    assert cdrp(*typed, "--write").out.splitlines()[-1] == f"Written: {HEARS}."
    after = _meetings(acting)
    assert {name for name in after if after[name] != before[name]} == {"2025-06-10-board.yaml"}
    found = json.loads(cdrp("actions", "--today", "2025-07-01", "--format", "json").out)
    assert (found["actions"][0]["status"], found["actions"][0]["last_minute"]["item"]) == ("done", "2")
    assert cdrp(*typed, "--write").out.splitlines()[-1] == "There is nothing to write."


def test_a_workbook_comes_back_from_the_folder_it_went_to(cdrp: Cdrp, acting: Path) -> None:
    cdrp("actions", "--today", "2025-07-01", "--format", "xlsx")
    done = cdrp("import", "actions", BOOK, "--meeting", "2025-06-10-board", "--write")
    assert (done.code, done.out.splitlines()[-1]) == (0, "There is nothing to write.")


def test_programs_read_answers_by_the_schema(cdrp: Cdrp, acting: Path) -> None:
    write(acting, "back.csv", f"{MINE}2025-01-14-board/a2,done,,\n")
    typed = ("import", "actions", "back.csv", "--meeting", "2025-06-10", "--item", "3", "--today", "2025-07-01")
    done = cdrp(*typed, "--format", "json")
    found = json.loads(done.out)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)] == []
    assert done.code == 1
    assert (found["kind"], found["meeting"], found["item"]) == ("actions", "2025-06-10-board", "item 3")
    assert found["counts"] == {"changed": 1, "conflicts": 0, "doubts": 1}
    assert found["changes"][0] == {
        "row": "2025-01-14-board/a1",
        "where": "the file, row 2",
        "field": "new_status",
        "now": "open",
        "new": "done",
    }


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("actions", "--out", "x"), "--out goes with a workbook: add --format xlsx"),
        (("actions", "--format", "xlsx", "--out", "data/x"), "lies among the records: a table is written anywhere but"),
        (("actions", "--format", "xlsx", "--by", "partner", "--out", "x.xlsx"), "a workbook for each: name a folder"),
        (
            ("actions", "--format", "xlsx", "--owner", "body:board"),
            "there is no such action, so no workbook was written",
        ),
        (
            ("import", "actions", "good.csv"),
            "say which meeting hears the answers: --meeting MEETING, such as 2025-01-14",
        ),
        (("import", "actions", "good.csv", "--today", "1/5/25"), "--today: '1/5/25' is not a date"),
        (("import", "action", "good.csv"), "there is no list to import 'action'; did you mean actions?"),
        (
            ("import", "actions", "bare.csv"),
            'no table with known headings: name them, as in --map "Our answer=progress"',
        ),
        (
            ("import", "actions", "good.csv", "--map", "x"),
            'not "Heading=field": write for example "What we did=progress"',
        ),
        (
            ("import", "checklist", "good.csv", "--item", "3"),
            "--item and --today go with answers to actions: cdrp import",
        ),
    ],
)
def test_a_mistake_in_the_command_is_told(cdrp: Cdrp, acting: Path, typed: tuple[str, ...], told: str) -> None:
    write(acting, "bare.csv", "a,b\n1,2\n")
    write(acting, "good.csv", MINE)
    done = cdrp(*typed)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_where_a_meeting_cannot_be_read_nothing_is_compared_with_it(cdrp: Cdrp, acting: Path) -> None:
    write(acting, "data/meetings/2025-02-30-board.yaml", BROKEN)
    write(acting, "good.csv", MINE)
    done = cdrp("import", "actions", "good.csv", "--meeting", "2025-06-10")
    assert done.code == 2
    assert (
        "data/meetings/2025-02-30-board.yaml cannot be read in full: mend first what cdrp check says of it" in done.err
    )
    done = cdrp("actions", "--today", "2025-07-01", "--format", "xlsx")
    assert done.code == 3
    assert done.err == "cdrp: not read in full, so that more may be missing here: data/meetings/2025-02-30-board.yaml\n"
