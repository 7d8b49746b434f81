"""`cdrp calendar --load`: two years side by side, in each format, with what the records leave open said."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cdrp_cli.output.amount import change, said
from cdrp_cli.rules.forward_plan.amount import Amount
from typed import BROKEN, FILES, Cdrp, write

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
LOAD = ("calendar", "--load", "--as-of", "2026-03-31")
PARTNERS = """\
partners:
  - {id: vale, name: Vale District Council, kind: district-council, posts: [{id: chief, title: Chief Executive}]}
  - {id: fire, name: Fire Authority, kind: fire-and-rescue-authority}
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    seats: [{post: vale/chief}]
    terms: [{from: 2024-04-01, meets: monthly}, {from: 2025-10-01, meets: quarterly}]
  - id: panel
    name: Panel
    terms: [{meets: as-needed}]
"""
MEETING = """\
body: board
date: {day}
start: "10:00"
end: "12:15"
status: held
attendance:
  - {{post: vale/chief, status: present}}
  - {{partner: fire, count: 2, status: present}}
"""
TEXT = """\
Exampleshire Vale Community Safety Partnership (England, two-tier): what meetings cost
As of 31 March 2026, for law, facts and deadlines; law read to 5 February 2025; later changes not checked.
1 April 2024 to 31 March 2025, beside 1 April 2025 to 31 March 2026.

Meetings a year, by the terms of reference in force on each day
body               2025-03-31  2026-03-31  change
-----------------  ----------  ----------  ---------
Partnership Board  12          4           8 fewer
Panel              as needed   as needed   no change
all together       12          4           8 fewer

Attendances asked for: those meetings, times the members that day
body               2025-03-31  2026-03-31  change
-----------------  ----------  ----------  ---------
Partnership Board  12          4           8 fewer
Panel              as needed   as needed   no change
all together       12          4           8 fewer

Meetings held in the twelve months to each day
body               2025-03-31  2026-03-31  change
-----------------  ----------  ----------  -------
Partnership Board  2           1           1 fewer
all together       2           1           1 fewer

No meeting of these is on record: Panel.

Hours of meetings, from start to end
body               2025-03-31  2026-03-31  change
-----------------  ----------  ----------  ---------
Partnership Board  4.5         2.3         2.3 fewer
all together       4.5         2.3         2.3 fewer

Person-hours: the hours of each meeting, times the members there
body               2025-03-31  2026-03-31  change
-----------------  ----------  ----------  ---------
Partnership Board  13.5        6.8         6.8 fewer
all together       13.5        6.8         6.8 fewer

Meetings that each partner came to
partner                2025-03-31  2026-03-31  change
---------------------  ----------  ----------  -------
Vale District Council  2           1           1 fewer
Fire Authority         2           1           1 fewer

Person-hours of each partner
partner                2025-03-31  2026-03-31  change
---------------------  ----------  ----------  ---------
Vale District Council  4.5         2.3         2.3 fewer
Fire Authority         9.0         4.5         4.5 fewer
all together           13.5        6.8         6.8 fewer

What to know
Held are meetings that took place, with or without a quorum; a decision by correspondence is no meeting. Members are \
counted with those who came in their place, from start to end, as far as the attendance lists go.
Terms that let a body meet as needed ask for no number of meetings: it counts as none.
Hours are shown in tenths, and added up in minutes: shown tenths may not add up.
Who attended is for members: leave the partners out of what you publish.
This is no legal advice.
"""


@pytest.fixture
def kept(root: Path) -> Path:
    """Records that are complete from the first day of the earlier year on."""
    profile = FILES["data/partnership.yaml"].replace("complete_from: never", "complete_from: 2024-04-01")
    write(root, "data/partnership.yaml", profile)
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/bodies.yaml", BODIES)
    for day in ("2024-06-04", "2025-03-04", "2025-12-02"):
        write(root, f"data/meetings/{day}-board.yaml", MEETING.format(day=day))
    return root


@pytest.mark.usefixtures("kept")
def test_the_year_before_stands_beside_the_year(cdrp: Cdrp) -> None:
    done = cdrp(*LOAD)
    assert (done.code, done.err) == (0, "")
    assert done.out == TEXT


@pytest.mark.usefixtures("kept")
def test_another_earlier_year_may_be_named(cdrp: Cdrp) -> None:
    done = cdrp(*LOAD, "--against", "2024-06-30")
    assert "1 July 2023 to 30 June 2024, beside 1 April 2025 to 31 March 2026.\n" in done.out
    assert "Partnership Board  at least 1  1           cannot tell\n" in done.out
    assert "  The year to 30 June 2024: the records of meetings do not cover all of it, so numbers" in done.out


def test_what_is_missing_is_named(cdrp: Cdrp, kept: Path) -> None:
    for day in ("2025-05-06", "2025-06-03"):
        write(kept, f"data/meetings/{day}-board.yaml", f"body: board\ndate: {day}\nstatus: held\n")
    write(kept, "data/meetings/2025-07-01-board.yaml", "body: board\ndate: 2025-07-01\nstatus: planned\n")
    out = cdrp(*LOAD).out
    assert "Partnership Board  2           3 to 4      at least 1 more\n" in out
    assert "Partnership Board  4.5         at least 2.3  cannot tell\n" in out
    year = "  The year to 31 March 2026: "
    assert f"{year}planned, and not recorded as held or called off: 2025-07-01-board\n" in out
    assert (
        f"{year}no start recorded or no end after it, so no hours counted: 2025-05-06-board, 2025-06-03-board\n" in out
    )
    assert f"{year}who came is not recorded, or not in full: 2025-05-06-board, 2025-06-03-board\n" in out
    assert "At least: so much is on record" in out


def test_a_long_list_of_meetings_ends_in_how_many_more(cdrp: Cdrp, kept: Path) -> None:
    for day in range(1, 10):
        write(kept, f"data/meetings/2026-01-0{day}-panel.yaml", f"body: panel\ndate: 2026-01-0{day}\nstatus: held\n")
    out = cdrp(*LOAD).out
    assert "no hours counted: " + ", ".join(f"2026-01-0{day}-panel" for day in range(1, 7)) + " and 3 more\n" in out


@pytest.mark.usefixtures("kept")
def test_json_keeps_its_schema_and_counts_in_minutes(cdrp: Cdrp) -> None:
    data = json.loads(cdrp(*LOAD, "--format", "json").out)
    VALIDATOR.validate(data)
    assert data["format"] == "cdrp-load/1"
    assert [(each["from"], each["to"], each["whole"]) for each in data["years"]] == [
        ("2024-04-01", "2025-03-31", True),
        ("2025-04-01", "2026-03-31", True),
    ]
    board = data["bodies"][0]
    assert (board["id"], board["name"]) == ("board", "Partnership Board")
    assert board["asked"] == [{"least": 12, "most": 12, "said": None}, {"least": 4, "most": 4, "said": None}]
    assert [each["least"] for each in board["person_minutes"]] == [810, 405]
    assert data["bodies"][1]["asked"][0] == {"least": 0, "most": 0, "said": "as needed"}
    assert [each["least"] for each in data["partners"][1]["person_minutes"]] == [540, 270]


@pytest.mark.usefixtures("kept")
def test_csv_says_of_which_list_a_row_is_and_markdown_has_the_tables(cdrp: Cdrp) -> None:
    listed = cdrp(*LOAD, "--format", "csv")
    assert listed.err.startswith("As of 31 March 2026")
    rows = {
        (row["list"], row["body"] or row["partner"]): row["change"] for row in csv.DictReader(io.StringIO(listed.out))
    }
    assert rows["meetings held", "Partnership Board"] == "1 fewer"
    assert rows["meetings attended", "Fire Authority"] == "1 fewer"
    assert "| Partnership Board | 2 | 1 | 1 fewer |" in cdrp(*LOAD, "--format", "markdown").out


def test_terms_that_nobody_has_seen_are_named_for_both_days(cdrp: Cdrp, kept: Path) -> None:
    write(kept, "data/bodies.yaml", BODIES.replace("{from: 2024-04-01,", "{from: 2024-04-01, assumed: as said before,"))
    out = cdrp(*LOAD).out
    assert "Assumed, not seen: the terms of reference of Partnership Board (from 1 April 2024)" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--load", "--year", "2025"), "--load counts twelve months of its own: leave --year, --months and --ics out"),
        (("--load", "--ics", "plan.ics"), "--load counts twelve months of its own"),
        (("--against", "2025-03-31"), "--against goes with --load"),
        (("--load", "--against", "soon"), "--against: 'soon' is not a date"),
        (("--load", "--against", "1899-12-31"), "1899-12-31 does not lie between 1900 and 2199"),
        (("--load", "--against", "2026-03-31"), "--against: 31 March 2026 does not come before the day of --as-of"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_a_mistake_in_the_command_is_told_in_a_line(cdrp: Cdrp, arguments: tuple[str, ...], told: str) -> None:
    done = cdrp("calendar", "--as-of", "2026-03-31", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert told in done.err


def test_records_that_cannot_be_read_make_the_count_incomplete(cdrp: Cdrp, kept: Path) -> None:
    write(kept, "data/meetings/2025-02-30-board.yaml", BROKEN)
    done = cdrp(*LOAD)
    assert done.code == 3
    assert "Partnership Board  at least 2  at least 1  cannot tell\n" in done.out
    assert "The count is incomplete; not read in full: data/meetings/2025-02-30-board.yaml" in done.out


def test_before_july_2011_and_after_it_by_the_terms(cdrp: Cdrp) -> None:
    example = ROOT / "examples" / "july-2011"
    out = cdrp("-C", example, "calendar", "--load", "--as-of", "2011-12-01", "--against", "2011-07-25").out
    words = [" ".join(line.split()) for line in out.splitlines()]
    assert "CDRP Board 4 1 3 fewer" in words
    assert "District Tasking and Co-ordination Group not there 12 12 more" in words
    assert any(line.startswith("How often these meet is not on record: Executive Group, ") for line in words)


def test_fragments_are_never_taken_for_a_year_with_fewer_meetings(cdrp: Cdrp) -> None:
    out = cdrp("-C", ROOT, "calendar", "--load", "--as-of", "2011-06-30", "--against", "2010-06-30").out
    assert "CDRP Board    at least 4  at least 2  cannot tell\n" in out
    assert "Person-hours: the hours of each meeting, times the members there\nNothing is on record.\n" in out


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (Amount(4, 4), Amount(1, 1), "3 fewer"),
        (Amount(4, 4), Amount(4, 4), "no change"),
        (Amount(0, 0, "not there"), Amount(12, 12), "12 more"),
        (Amount(2, 2), Amount(4, None), "at least 2 more"),
        (Amount(4, None), Amount(2, 2), "at least 2 fewer"),
        (Amount(3, 4), Amount(5, 9), "at least 1 more"),
        (Amount(4, None), Amount(4, None), "cannot tell"),
        (Amount(4, 4), Amount(3, 5), "cannot tell"),
        (Amount(0, 0, "as needed"), Amount(0, 0, "as needed"), "no change"),
        (Amount(0, 0, "as needed"), Amount(0, 0, "not there"), "not counted"),
    ],
)
def test_the_difference_in_words(one: Amount, other: Amount, words: str) -> None:
    assert change(one, other) == words


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (Amount(4, 4), 1, "4"),
        (Amount(2, 13), 1, "2 to 13"),
        (Amount(2, None), 1, "at least 2"),
        (Amount(0, None), 1, "not on record"),
        (Amount(0, 0, "not there"), 60, "not there"),
        (Amount(150, 150), 60, "2.5"),
        (Amount(90, None), 60, "at least 1.5"),
        (Amount(135, 135), 60, "2.3"),
        (Amount(598, 598), 60, "10.0"),
    ],
)
def test_an_amount_in_words(amount: Amount, unit: int, words: str) -> None:
    assert said(amount, unit) == words
