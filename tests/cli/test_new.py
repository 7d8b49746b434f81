"""`cdrp new meeting` and `cdrp new meetings`: planned meetings put on record, one by one or a year at a time."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from typed import BROKEN, Cdrp, write

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
TODAY = ("--today", "2026-11-21")
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    until: 2028-01-01
    terms: [{meets: quarterly, months: [3, 6, 9, 12], clear_days: 5}]
  - id: tasking
    name: Tasking Group
"""
LAST = """\
body: board
date: 2026-09-29
start: '10:00'
end: '12:40'
venue: 'Council Chamber: north'
how: hybrid
status: held
"""
YEAR = ("new", "meetings", "board", "--year", "2027", "--on", "last Tuesday of the month", *TODAY)


@pytest.fixture
def year(root: Path) -> Path:
    """A partnership with two bodies and one meeting, held."""
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/meetings/2026-09-29-board.yaml", LAST)
    return root


@pytest.fixture
def exampleshire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented partnership; the command is typed there."""
    shutil.copytree(ROOT / "examples" / "exampleshire" / "data", tmp_path / "data")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _text(root: Path, ident: str) -> str:
    return (root / "data" / "meetings" / f"{ident}.yaml").read_text(encoding="utf-8")


def _files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data" / "meetings").iterdir()}


def test_a_meeting_is_written_with_what_was_said_and_no_more(cdrp: Cdrp, year: Path) -> None:
    done = cdrp("new", "meeting", "board", "2027-03-30", *TODAY)
    assert (done.code, done.out) == (0, "data/meetings/2027-03-30-board.yaml\n")
    assert _text(year, "2027-03-30-board") == "body: board\ndate: 2027-03-30\nstatus: planned\n"
    assert done.err == (
        "The agenda is to be published by 18 March 2027: 5 clear days.\n"
        "Next: cdrp agenda 2027-03-30-board, and cdrp calendar --year 2027 for the days around it\n"
    )
    assert (
        cdrp("check", "--as-of", "2026-11-21", "data/meetings/2027-03-30-board.yaml", "--format", "concise").out == ""
    )


def test_when_where_and_how_are_written_in_their_order(cdrp: Cdrp, year: Path) -> None:
    options = ("--how", "online", "--venue", "Room 2 # first floor", "--end", "12:00", "--start", "10:00")
    assert cdrp("new", "meeting", "board", "2027-03-30", *options, *TODAY).code == 0
    assert _text(year, "2027-03-30-board") == (
        "body: board\n"
        "date: 2027-03-30\n"
        'start: "10:00"\n'
        'end: "12:00"\n'
        'venue: "Room 2 # first floor"\n'
        "how: online\n"
        "status: planned\n"
    )


def test_another_meeting_lends_what_was_not_said_but_for_its_end(cdrp: Cdrp, year: Path) -> None:
    cdrp("new", "meeting", "board", "2027-03-30", "--like", "2026-09-29", "--start", "14:00", *TODAY)
    assert _text(year, "2027-03-30-board") == (
        'body: board\ndate: 2027-03-30\nstart: "14:00"\nvenue: "Council Chamber: north"\nhow: hybrid\nstatus: planned\n'
    )


def test_a_meeting_on_record_is_never_touched(cdrp: Cdrp, year: Path) -> None:
    before = _files(year)
    done = cdrp("new", "meeting", "board", "2026-09-29", *TODAY)
    assert (done.code, done.out, _files(year)) == (2, "", before)
    assert done.err == (
        "cdrp: data/meetings/2026-09-29-board.yaml exists already (held, 10:00, Council Chamber: north): change that "
        "record, or add --second for a second meeting of Partnership Board that day\n"
    )


def test_a_second_meeting_that_day_is_asked_for(cdrp: Cdrp, year: Path) -> None:
    done = cdrp("new", "meeting", "board", "2026-09-29", "--second", *TODAY)
    assert (done.code, done.out) == (0, "data/meetings/2026-09-29-board-2.yaml\n")
    assert done.err == "The day has gone by. If the meeting was held: cdrp new minutes 2026-09-29-board-2\n"
    third = cdrp("new", "meeting", "board", "2026-09-29", "--second", *TODAY)
    assert third.code == 2
    assert third.err.endswith("more than two meetings of a body on a day are written by hand\n")
    assert len(_files(year)) == 2
    which = cdrp("new", "minutes", "2026-09-29", *TODAY).err
    assert which == "cdrp: there are several meetings on 2026-09-29: write 2026-09-29-board or 2026-09-29-board-2\n"


def test_a_day_that_is_not_worked_in_needs_a_word(cdrp: Cdrp, year: Path) -> None:
    refused = cdrp("new", "meeting", "board", "2027-03-29", *TODAY)
    assert refused.code == 2
    assert refused.err == (
        "cdrp: 29 March 2027 falls on a bank holiday, Easter Monday: choose another day, or add --even-so to plan the "
        "meeting all the same\n"
    )
    done = cdrp("new", "meeting", "board", "2027-03-29", "--even-so", *TODAY)
    assert (done.code, done.out) == (0, "data/meetings/2027-03-29-board.yaml\n")
    assert "cdrp: 29 March 2027: falls on a bank holiday, Easter Monday\n" in done.err


def test_what_else_clashes_is_told_and_written_all_the_same(cdrp: Cdrp, year: Path) -> None:
    write(year, "data/meetings/2027-12-30-tasking.yaml", "body: tasking\ndate: 2027-12-30\nstatus: planned\n")
    done = cdrp("new", "meeting", "board", "2027-12-30", *TODAY)
    assert done.code == 0
    assert "cdrp: 30 December 2027: in Christmas week\n" in done.err
    assert "cdrp: 30 December 2027: Tasking Group meets on the same day, at a time that is not on record\n" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("board", "2028-01-04"), "Partnership Board cannot meet on 4 January 2028: the last day of the body was 31 D"),
        (("boad", "2027-03-30"), "there is no body 'boad'; did you mean board?"),
        (("xyz", "2027-03-30"), "there is no body 'xyz'; the bodies are board and tasking"),
        (("board", "30/03/2027"), "DATE: '30/03/2027' is not a date; write 2027-03-30"),
        (("board", "2027-03-30", "--second"), "Partnership Board has no meeting on 30 March 2027 yet: leave --second"),
        (("board", "2027-03-30", "--start", "10"), "--start: '10' is not a time of day: write hours and minutes, for"),
        (("board", "2027-03-30", "--start", "10:00", "--end", "10:00"), "--end: a meeting that begins at 10:00 cannot"),
        (
            ("board", "2027-03-30", "--venue", " "),
            "--venue: name the place on one line, without hidden signs, or leave",
        ),
        (
            ("board", "2027-03-30", "--venue", "Hall\nstatus: held"),
            "--venue: name the place on one line, without hidden",
        ),
        (
            ("board", "2027-03-30", "--venue", "Hall\u202e"),
            "--venue: name the place on one line, without hidden signs,",
        ),
        (("board", "2027-03-30", "--how", "on-line"), "there is no way to meet 'on-line'; did you mean online?"),
        (
            ("board", "2027-03-30", "--like", "2026-09-30"),
            "there is no meeting '2026-09-30'; did you mean 2026-09-29-b",
        ),
    ],
)
def test_a_mistake_writes_nothing(cdrp: Cdrp, year: Path, arguments: tuple[str, ...], told: str) -> None:
    done = cdrp("new", "meeting", *arguments, *TODAY)
    assert (done.code, done.out, list(_files(year))) == (2, "", ["2026-09-29-board.yaml"])
    assert done.err.startswith(f"cdrp: {told}")


def test_after_the_end_of_an_archive_it_is_said_what_looks_there(cdrp: Cdrp, exampleshire: Path) -> None:
    done = cdrp("new", "meeting", "board", "2026-06-09", "--like", "2026-03-10-board", "--today", "2026-03-20")
    assert done.err.startswith(
        "cdrp: these records are an archive that ends on 31 March 2026 (until in data/partnership.yaml): cdrp check "
        "looks no further unless it is given --as-of\n"
    )
    assert "venue: Council Chamber, Exampley\n" in _text(exampleshire, "2026-06-09-board")


def test_records_that_cannot_be_read_are_named(cdrp: Cdrp, year: Path) -> None:
    write(year, "data/meetings/2027-02-30-tasking.yaml", BROKEN)
    done = cdrp("new", "meeting", "board", "2027-03-30", *TODAY)
    assert (done.code, done.out) == (3, "data/meetings/2027-03-30-board.yaml\n")
    assert done.err.startswith("cdrp: not read in full, so that more may be missing here: data/meetings/2027-02-30-tas")


def test_without_bodies_that_can_be_read_nothing_is_written(cdrp: Cdrp, year: Path) -> None:
    write(year, "data/bodies.yaml", "bodies: 1\n")
    done = cdrp("new", "meeting", "board", "2027-03-30", *TODAY)
    assert (done.code, done.out) == (2, "")
    assert "data/bodies.yaml was not read in full: mend first what cdrp check says of it" in done.err


YEAR_2027 = """\
Partnership Board in 2027: the last Tuesday of March, June, September and December
Months: the months that the terms of reference name; --months chooses others.

day         weekday  state    meeting
----------  -------  -------  -------
2027-03-30  Tue      free
2027-06-29  Tue      free
2027-09-28  Tue      free
2027-12-28  Tue      clashes
    clash: falls on a bank holiday, Boxing Day (observed)
    free: 2027-12-21, a week earlier

The terms of reference ask for meetings quarterly, 4 a year. 3 days to plan here make 3 in 2027: fewer than that.
Looked at: weekends, closed days, bank holidays, Christmas week, and the meetings on record.
Bank holidays are known to 31 December 2030.
Without --start and --end every other meeting that day counts as a clash.
Nothing was written: repeat the command with --write to plan the 3 days that are free.
--write --even-so plans the one that clashes too; cdrp new meeting board DATE plans one on another day.
"""


def test_a_year_is_shown_and_nothing_written(cdrp: Cdrp, year: Path) -> None:
    done = cdrp(*YEAR)
    assert (done.code, done.out, done.err) == (0, YEAR_2027, "")
    assert list(_files(year)) == ["2026-09-29-board.yaml"]


def test_the_free_days_are_written_and_the_rest_only_when_told(cdrp: Cdrp, year: Path) -> None:
    done = cdrp(*YEAR, "--write", "--like", "2026-09-29-board")
    assert done.code == 0
    assert "2027-06-29  Tue      written  2027-06-29-board\n" in done.out
    assert "2027-12-28  Tue      clashes\n" in done.out
    assert "Written: 3 meetings.\n" in done.out
    assert _text(year, "2027-06-29-board") == (
        'body: board\ndate: 2027-06-29\nstart: "10:00"\nvenue: "Council Chamber: north"\nhow: hybrid\nstatus: planned\n'
    )
    before = _files(year)
    clash = cdrp(*YEAR, "--write", "--months", "12")
    assert (
        "\nNothing was written: none of the days is free.\n--write --even-so plans the one that clashes; " in clash.out
    )
    again = cdrp(*YEAR, "--write", "--even-so")
    assert "2027-06-29  Tue      on record  2027-06-29-board\n" in again.out
    assert "2027-12-28  Tue      written    2027-12-28-board\n" in again.out
    assert "Written: 1 meeting.\n" in again.out
    after = _files(year)
    assert after.pop("2027-12-28-board.yaml") == b"body: board\ndate: 2027-12-28\nstatus: planned\n"
    assert after == before
    assert cdrp(*YEAR, "--write").out.endswith("There is nothing to write.\n")


def test_json_keeps_its_schema(cdrp: Cdrp, year: Path) -> None:
    data = json.loads(cdrp(*YEAR, "--format", "json").out)
    VALIDATOR.validate(data)
    assert (data["format"], data["body"], data["on"]) == ("cdrp-new-meetings/1", "board", "last Tuesday")
    assert data["days"][3] == {
        "day": "2027-12-28",
        "state": "clash",
        "meeting": None,
        "clashes": ["falls on a bank holiday, Boxing Day (observed)"],
        "instead": "2027-12-21",
    }
    written = json.loads(cdrp(*YEAR, "--format", "json", "--write", "--months", "6").out)
    VALIDATOR.validate(written)
    assert written["written"] == ["data/meetings/2027-06-29-board.yaml"]


def test_csv_and_markdown_hold_the_same_days(cdrp: Cdrp, year: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(cdrp(*YEAR, "--format", "csv").out)))
    assert [row["state"] for row in rows] == ["free", "free", "free", "clashes"]
    marked = cdrp(*YEAR, "--format", "markdown").out
    assert "| 2027-12-28 | Tue | clashes |  | falls on a bank holiday, Boxing Day (observed) | 2027-12-21," in marked


def test_months_by_a_rhythm_run_on_from_the_last_meeting(cdrp: Cdrp, exampleshire: Path) -> None:
    done = cdrp("new", "meetings", "scrutiny", "--year", "2027", "--on", "third Thursday", *TODAY)
    assert done.out.startswith(
        "Overview and Scrutiny Committee (as crime and disorder committee) in 2027: the third Thursday of January and "
        "July\nMonths: half-yearly by the terms of reference, counted on from the meeting of 15 January 2026; --months "
        "chooses others.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--year", "2027"), 'say which day of the month: --on "last Tuesday of the month"'),
        (("--on", "last Tuesday"), "say which year to plan: --year 2027"),
        (("--year", "next", "--on", "last Tuesday"), "--year: 'next' is not a year: write for example 2027"),
        (("--year", "2027", "--on", "Tuesday"), "--on: 'Tuesday' is no day of every month: write for example \"last"),
        (("--year", "2027", "--on", "last Tuesday", "--months", "3,13"), "--months: '13' is no month from 1 to 12: wr"),
        (("--year", "2028", "--on", "last Tuesday"), "Partnership Board cannot meet on any of these days of 2028: the"),
        (("--year", "2027", "--on", "last Tuesday", "--format", "xml"), "there is no format 'xml'"),
    ],
)
def test_a_mistake_in_the_rule_is_told_in_a_line(cdrp: Cdrp, year: Path, arguments: tuple[str, ...], told: str) -> None:
    done = cdrp("new", "meetings", "board", *arguments, "--write", *TODAY)
    assert (done.code, done.out, list(_files(year))) == (2, "", ["2026-09-29-board.yaml"])
    assert done.err.startswith(f"cdrp: {told}")


def test_without_a_rhythm_the_months_are_asked_for(cdrp: Cdrp, year: Path) -> None:
    done = cdrp("new", "meetings", "tasking", "--year", "2027", "--on", "last Tuesday", *TODAY)
    assert done.code == 2
    assert done.err == (
        "cdrp: Tasking Group: the terms of reference set no rhythm: say in which months it is to meet, for example "
        "--months 3,6,9,12\n"
    )
    named = cdrp("new", "meetings", "tasking", "--year", "2027", "--on", "last Tuesday", "--months", "5", *TODAY)
    assert named.out.startswith("Tasking Group in 2027: the last Tuesday of May\nMonths: those of --months.\n")


@pytest.mark.parametrize("arguments", [("new",), ("new", "--help"), ("new", "meetings", "--help")])
def test_the_commands_are_shown(cdrp: Cdrp, arguments: tuple[str, ...]) -> None:
    done = cdrp(*arguments)
    told = " ".join((done.out + done.err).split())
    assert "Work out a year of meetings by a rule, or write them." in told
    assert done.code == (2 if arguments == ("new",) else 0)
