"""`cdrp calendar`: the forward plan as a list in each format and as a file for calendar programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from typed import BROKEN, Cdrp, write

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
DAY = ("--as-of", "2025-06-02")
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    terms: [{clear_days: 5, timetable: {papers_in: 8}}]
"""
MEETING = "body: board\ndate: 2025-07-22\nstart: '10:00'\nstatus: planned\n"


@pytest.fixture
def planned(root: Path) -> Path:
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/meetings/2025-07-22-board.yaml", MEETING)
    return root


@pytest.mark.usefixtures("planned")
def test_the_plan_lists_a_meeting_and_the_days_before_it(cdrp: Cdrp) -> None:
    done = cdrp("calendar", *DAY, "--months", "3")
    assert (done.code, done.err) == (0, "")
    assert (
        "2025-07-10  Thu             papers in  board\n    Papers in: Partnership Board, meeting of 22 July 2025\n"
    ) in done.out
    assert "\n2025-07-14  Mon             publish    board\n    Last day to publish the agenda: " in done.out
    assert "\n2025-07-22  Tue      10:00  meeting    board\n    Partnership Board\n" in done.out
    assert "2 June 2025 to 1 September 2025: " in done.out
    assert "As of 2 June 2025, for law, facts and deadlines" in done.out
    assert "Bank holidays are known to 31 December 2030.\n" in done.out


@pytest.mark.usefixtures("planned")
def test_a_year_is_shown_whole_and_beyond_the_table_it_is_said(cdrp: Cdrp) -> None:
    assert "1 January 2025 to 31 December 2025" in cdrp("calendar", *DAY, "--year", "2025").out
    assert "Days after it are counted as if there were none" in cdrp("calendar", *DAY, "--year", "2031").out


@pytest.mark.usefixtures("planned")
def test_json_keeps_its_schema(cdrp: Cdrp) -> None:
    data = json.loads(cdrp("calendar", *DAY, "--format", "json").out)
    VALIDATOR.validate(data)
    assert (data["format"], data["from"], data["to"]) == ("cdrp-calendar/1", "2025-06-02", "2026-06-01")
    (meeting,) = [each for each in data["ahead"] if each["kind"] == "meeting"]
    assert (meeting["day"], meeting["time"], meeting["bodies"]) == ("2025-07-22", "10:00", ["board"])


@pytest.mark.usefixtures("planned")
def test_csv_and_markdown_hold_the_same_days(cdrp: Cdrp) -> None:
    listed = cdrp("calendar", *DAY, "--format", "csv")
    assert "As of 2 June 2025" in listed.err
    rows = list(csv.DictReader(io.StringIO(listed.out)))
    assert [row["day"] for row in rows if row["kind"] == "meeting"] == ["2025-07-22"]
    assert "| 2025-07-22 | Tue | 10:00 | meeting | board |" in cdrp("calendar", *DAY, "--format", "markdown").out


def test_the_file_for_calendar_programs_is_written_and_named(cdrp: Cdrp, planned: Path) -> None:
    done = cdrp("calendar", *DAY, "--ics", "plan.ics")
    assert (done.code, done.out) == (0, "plan.ics\n")
    assert done.err.startswith("As of 2 June 2025")
    made = (planned / "plan.ics").read_bytes()
    assert done.err.endswith("Bank holidays are known to 31 December 2030.\n")
    assert b"UID:2025-07-22-board@exampleshire-vale\r\n" in made
    assert b"DTSTART:20250722T090000Z\r\n" in made
    cdrp("calendar", *DAY, "--ics", "plan.ics")
    assert (planned / "plan.ics").read_bytes() == made


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ics", "data/plan.ics"), "lies among the records"),
        (("--ics", "nowhere/plan.ics"), "cannot be written"),
        (("--ics", "plan.ics", "--format", "csv"), "--ics writes a file of its own"),
        (("--year", "2025", "--months", "3"), "cannot be asked for together"),
        (("--year", "soon"), "'soon' is not a year: write for example 2026"),
        (("--today", "2200-01-01"), "2200-01-01 does not lie between 1900 and 2199"),
        (("--months", "61"), "'61' is not a number of months from 1 to 60"),
        (("--format", "cvs"), "csv"),
    ],
)
@pytest.mark.usefixtures("planned")
def test_a_mistake_in_the_command_is_told_in_a_line(cdrp: Cdrp, arguments: tuple[str, ...], said: str) -> None:
    done = cdrp("calendar", *DAY, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.usefixtures("planned")
def test_beyond_the_table_of_holidays_the_file_s_talk_and_the_json_say_where_it_ends(cdrp: Cdrp) -> None:
    done = cdrp("calendar", *DAY, "--year", "2031", "--ics", "plan.ics")
    assert "known to 31 December 2030. Days after it are counted as if there were none" in done.err
    data = json.loads(cdrp("calendar", *DAY, "--year", "2031", "--format", "json").out)
    assert (data["holidays_known_to"], data["to"]) == ("2030-12-31", "2031-12-31")


def test_without_the_addition_one_line_says_what_to_install(
    cdrp: Cdrp, planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "cdrp_cli.output.calendar_events", raising=False)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    done = cdrp("calendar", *DAY, "--ics", "plan.ics")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "pip install 'cdrp-cli[calendar]'" in done.err
    assert not (planned / "plan.ics").exists()


def test_records_that_cannot_be_read_make_the_plan_incomplete(cdrp: Cdrp, planned: Path) -> None:
    write(planned, "data/meetings/2025-02-30-board.yaml", BROKEN)
    done = cdrp("calendar", *DAY)
    assert done.code == 3
    assert "The plan is incomplete; not read in full: data/meetings/2025-02-30-board.yaml" in done.out
