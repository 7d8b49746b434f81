"""`cdrp actions`: each action from the minute that raised it to the last word on it, and a message to each partner."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from typed import BROKEN, Cdrp, Typed, write

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

PARTNERS = """\
partners:
  - id: vale
    name: Vale District Council
    kind: district-council
    posts:
      - {id: safety-officer, title: Community Safety Officer}
      - {id: clerk, title: Clerk, until: 2025-06-01}
  - id: police
    name: Exampleshire Police
    kind: police-force
    posts:
      - {id: inspector, title: Inspector}
      - {id: superintendent, title: Superintendent, holders: [{name: Canary Nightingale}]}
"""
BODIES = """\
bodies:
  - id: board
    name: The Partnership Board
    from: 2009-04-01
    chairs: [{post: police/superintendent, role: chair, from: 2024-01-01}]
  - id: tasking
    name: Tasking Group
    from: 2009-04-01
"""
MEETINGS = {
    "2025-01-14-board": """\
items:
  - minute: 1
    title: Grants
    outcomes:
      - {kind: action, id: a1, text: Apply for the *grant*., owner: vale/safety-officer, due: 2025-02-28}
      - {kind: action, id: a2, text: Answer the committee, owner: chair:board, due: 2025-06-30}
      - {kind: action, id: a3, text: Count the lamps., owner: vale/clerk}
  - minute: 2
    title: The canary house
    exempt: {reason: Prevention of crime.}
    outcomes:
      - {kind: action, id: a4, text: Watch the canary house., owner: police/inspector, due: 2025-03-31}
      - {kind: action, id: a5, text: Ask the canary family., owner: canary aunt}
""",
    "2025-03-11-tasking": """\
items:
  - number: 3
    title: Matters arising
    updates:
      - {action: 2025-01-14-board/a1, status: open, due: 2025-04-30, text: The form is late.}
  - title: More of it
    refers_to: [2 of 2025-01-14-board]
    outcomes:
      - {kind: action, id: a1, text: Follow the canary., owner: vale/safety-officer, due: 2025-05-31}
""",
    "2025-05-13-board": """\
items:
  - minute: 9
    title: Matters arising
    updates:
      - {action: 2025-01-14-board/a1, status: open, due: 2025-05-31, owner: police/inspector}
      - {action: 2025-01-14-board/a4, status: open, text: Still the canary.}
      - {action: 2025-01-14-board/a3, status: done, on: 2025-05-01}
""",
}
PLANNED = "body: board\ndate: 2025-07-22\nstatus: planned\n"
A1 = "2025-01-14-board/a1"
HEARD = (
    "11 March 2025, item 3: open, due 30 April 2025: The form is late; "
    "13 May 2025, minute 9: open, due 31 May 2025, with police/inspector"
)


@pytest.fixture
def acting(root: Path) -> Path:
    """A partnership with six actions, of which three are exempt or go back to what is."""
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/bodies.yaml", BODIES)
    for ident, text in MEETINGS.items():
        write(root, f"data/meetings/{ident}.yaml", f"body: {ident[11:]}\ndate: {ident[:10]}\nstatus: held\n{text}")
    write(root, "data/meetings/2025-07-22-board.yaml", PLANNED)
    return root


def listed(cdrp: Cdrp, *arguments: str) -> dict[str, Any]:
    """The JSON of the command on 10 June 2025, which keeps the contract."""
    done = cdrp("actions", "--today", "2025-06-10", *arguments, "--format", "json")
    found = json.loads(done.out)
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    return dict(found)


def ids(found: dict[str, Any]) -> list[str]:
    return [each["action"] for each in found["actions"]]


def test_an_action_is_followed_from_its_minute_through_every_update(cdrp: Cdrp, acting: Path) -> None:
    first = listed(cdrp)["actions"][0]
    assert (first["action"], first["status"], first["owner"], first["due"]) == (
        A1,
        "open",
        "police/inspector",
        "2025-05-31",
    )
    assert (first["first_due"], first["times_put_off"], first["late_days"], first["age_days"]) == (
        "2025-02-28",
        2,
        10,
        147,
    )
    assert first["raised"] == {"meeting": "2025-01-14-board", "date": "2025-01-14", "minute": "1", "item": None}
    assert [(each["minute"]["meeting"], each["due"]) for each in first["updates"]] == [
        ("2025-03-11-tasking", "2025-04-30"),
        ("2025-05-13-board", "2025-05-31"),
    ]
    assert first["last_minute"]["minute"] == "9"


def test_the_log_of_an_earlier_day_knows_no_later_minute(cdrp: Cdrp, acting: Path) -> None:
    found = json.loads(cdrp("actions", "--today", "2025-03-10", "--format", "json").out)
    first = found["actions"][0]
    assert (found["as_of"], len(found["actions"]), first["updates"], first["late_days"]) == ("2025-03-10", 5, [], 10)


def test_counts_are_of_what_is_shown(cdrp: Cdrp, acting: Path) -> None:
    assert listed(cdrp)["counts"] == {"open": 5, "done": 1, "withdrawn": 0, "overtaken": 0, "overdue": 3}
    assert listed(cdrp, "--overdue")["counts"]["open"] == 3


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--open", "--body", "tasking"], ["2025-03-11-tasking/a1"]),
        (["--overdue"], [A1, "2025-01-14-board/a4", "2025-03-11-tasking/a1"]),
        (["--owner", "vale"], ["2025-01-14-board/a3", "2025-03-11-tasking/a1"]),
        (["--owner", "vale", "--open"], ["2025-03-11-tasking/a1"]),
        (["--owner", "chair:board"], ["2025-01-14-board/a2"]),
        (["--owner", "police"], [A1, "2025-01-14-board/a2", "2025-01-14-board/a4"]),
        (["--owner", "body:board"], []),
    ],
)
def test_the_list_is_narrowed(cdrp: Cdrp, acting: Path, arguments: list[str], wanted: list[str]) -> None:
    assert ids(listed(cdrp, *arguments)) == wanted


@pytest.mark.parametrize(
    ("by", "told", "wanted"),
    [
        ("owner", "by owner, those with none last", "a5 a2 a1 a4 a3 t1"),
        ("body", "by the body that raised them", "t1 a1 a2 a3 a4 a5"),
        ("overdue", "the longest overdue first", "a4 a1 a2 a3 a5 t1"),
        ("age", "the oldest first", "a1 a2 a4 a5 a3 t1"),
        ("put-off", "those put off most often first", "a1 t1 a2 a3 a4 a5"),
    ],
)
def test_the_list_is_ordered(cdrp: Cdrp, acting: Path, by: str, told: str, wanted: str) -> None:
    write(acting, "data/bodies.yaml", BODIES.replace("name: Tasking Group", "name: District Tasking Group"))
    put_off = "items:\n  - updates: [{action: 2025-03-11-tasking/a1, status: open, due: 2025-07-31}]\n    title: Late\n"
    write(acting, "data/meetings/2025-06-03-board.yaml", f"body: board\ndate: 2025-06-03\nstatus: held\n{put_off}")
    short = {f"2025-01-14-board/a{number}": f"a{number}" for number in range(1, 6)} | {"2025-03-11-tasking/a1": "t1"}
    assert " ".join(short[each] for each in ids(listed(cdrp, "--by", by))) == wanted
    assert f"\nIn order: {told}.\n" in cdrp("actions", "--by", by, "--today", "2025-06-10").out


def test_the_text_says_the_day_the_counts_and_the_way_of_an_action(cdrp: Cdrp, acting: Path) -> None:
    done = cdrp("actions", "--owner", "police/inspector", "--today", "2025-06-10")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:4] == [
        "Actions of Exampleshire Vale Community Safety Partnership",
        "As of 10 June 2025, for what meetings have heard and for what is late.",
        "2 actions: 2 open, of these 2 overdue.",
        "Shown: 2 of 6 actions, those owned by police/inspector.",
    ]
    begin = next(number for number, line in enumerate(lines) if line.startswith(A1))
    assert lines[begin].split() == [A1, "open", "2025-05-31", "147", "2", "10"]
    assert lines[begin + 1 : begin + 6] == [
        "    Apply for the *grant*.",
        "    owner: police/inspector",
        "    raised: minute 1 of the Partnership Board, 14 January 2025",
        f"    heard: {HEARD}",
        "    last minute: minute 9 of the Partnership Board, 13 May 2025",
    ]


def test_where_meetings_are_missing_an_open_action_is_said_to_be_unsure(cdrp: Cdrp, acting: Path) -> None:
    warning = "Not all minutes since are on record, so these may have been closed: 2025-01-14-board/a1"
    assert warning in cdrp("actions", "--today", "2025-06-10").out
    assert not any(each["certain"] for each in listed(cdrp)["actions"])
    profile = (acting / "data/partnership.yaml").read_text(encoding="utf-8")
    write(acting, "data/partnership.yaml", profile.replace("never", "2025-01-01"))
    assert "Not all minutes" not in cdrp("actions", "--today", "2025-06-10").out
    assert all(each["certain"] for each in listed(cdrp)["actions"])


@pytest.mark.parametrize(
    "arguments",
    [[], ["--format", "json"], ["--format", "csv"], ["--format", "markdown"], ["--by", "partner"]],
    ids=" ".join,
)
def test_no_word_of_an_exempt_action_and_no_name_of_a_person_is_in_any_list(
    cdrp: Cdrp, acting: Path, arguments: list[str]
) -> None:
    done = cdrp("actions", "--today", "2025-06-10", *arguments)
    for ident in ("2025-01-14-board/a4", "2025-01-14-board/a5", "2025-03-11-tasking/a1"):
        assert ident in done.out
    assert "canary" not in (done.out + done.err).lower()


def test_csv_has_a_row_for_each_action_and_its_dates_beside_it(cdrp: Cdrp, acting: Path) -> None:
    done = cdrp("actions", "--today", "2025-06-10", "--format", "csv")
    rows = {row["action"]: row for row in csv.DictReader(io.StringIO(done.out))}
    assert len(rows) == 6
    assert rows["2025-01-14-board/a4"]["text"] == "a closed item"
    assert rows["2025-01-14-board/a5"]["owner"] == "not shown"
    assert rows["2025-01-14-board/a2"]["last minute"] == "none since it was raised"
    assert done.err == "As of 10 June 2025, for what meetings have heard and for what is late.\n"


def message(cdrp: Cdrp, *arguments: str) -> Typed:
    return cdrp("actions", "--by", "partner", "--format", "markdown", "--today", "2025-06-10", *arguments)


def test_the_message_to_a_partner_is_whole(cdrp: Cdrp, acting: Path) -> None:
    assert message(cdrp, "--owner", "police").out == (
        "# To Exampleshire Police\n\n"
        "Dear Inspector and Superintendent,\n\n"
        "The minutes of Exampleshire Vale Community Safety Partnership up to 10 June 2025 show 3 open actions with you,"
        " 2 of them overdue on 10 June 2025.\n\n"
        "## Overdue\n\n"
        "- 2025-01-14-board/a1: Apply for the \\*grant\\*. For the Inspector. Was due on 31 May 2025, 10 days ago;"
        " put off twice. Raised by minute 1 of the Partnership Board, 14 January 2025. Last spoken of in minute 9 of"
        " the Partnership Board, 13 May 2025.\n"
        "- 2025-01-14-board/a4: a closed item. For the Inspector. Was due on 31 March 2025, 71 days ago. Raised by"
        " minute 2 of the Partnership Board, 14 January 2025. Last spoken of in minute 9 of the Partnership Board,"
        " 13 May 2025.\n\n"
        "## Open\n\n"
        "- 2025-01-14-board/a2: Answer the committee. For the Superintendent. Due by 30 June 2025. Raised by minute 1"
        " of the Partnership Board, 14 January 2025.\n\n"
        "## By when\n\n"
        "The Partnership Board meets next on 22 July 2025.\n\n"
        "Please say before the next meeting how each stands: done and on which day, or by which day it will be.\n"
    )


def test_each_partner_gets_one_message_and_what_has_nobody_is_told_to_the_officer(cdrp: Cdrp, acting: Path) -> None:
    out = message(cdrp).out
    assert [line for line in out.splitlines() if line.startswith("# ")] == [
        "# To Exampleshire Police",
        "# To Vale District Council",
        "# Not to be sent: for the officer of Exampleshire Vale Community Safety Partnership",
    ]
    assert out.endswith("- 2025-01-14-board/a5: its owner is no post on record: not shown\n")


@pytest.mark.parametrize(
    ("owner", "why"),
    [
        ("", "nobody owns it"),
        (", owner: body:board", "body:board owns it, which is no single partner"),
        (", owner: chair:tasking", "who is chair:tasking on the day is not on record"),
        (", owner: vale/clerk", "vale/clerk is not on record, or is no more: pass it on at the next meeting"),
    ],
)
def test_an_action_that_nobody_can_be_written_to_about_says_why(cdrp: Cdrp, acting: Path, owner: str, why: str) -> None:
    text = f"items:\n  - title: Lamps\n    outcomes:\n      - {{kind: action, id: a1, text: Count them.{owner}}}\n"
    write(acting, "data/meetings/2025-06-03-tasking.yaml", f"body: tasking\ndate: 2025-06-03\nstatus: held\n{text}")
    assert f"\n- 2025-06-03-tasking/a1: {why}\n" in message(cdrp, "--body", "tasking").out


def test_where_nothing_is_open_there_is_nobody_to_write_to(cdrp: Cdrp, acting: Path) -> None:
    assert message(cdrp, "--owner", "vale/clerk").out == (
        "There is nobody to write to: as of 10 June 2025 no partner has such an action open.\n"
    )


@pytest.mark.parametrize("arguments", [[], ["--today", "2026-01-01"]], ids=["of-itself", "asked"])
def test_an_archive_makes_nothing_late_after_its_last_day(cdrp: Cdrp, acting: Path, arguments: list[str]) -> None:
    profile = (acting / "data/partnership.yaml").read_text(encoding="utf-8")
    write(acting, "data/partnership.yaml", profile.replace("never}", "never, until: 2025-06-02}"))
    found = json.loads(cdrp("actions", *arguments, "--format", "json").out)
    assert (found["as_of"], found["today"], found["actions"][0]["late_days"]) == ("2025-06-01", "2025-06-01", 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--body", "bord"], "there is no body 'bord'; did you mean board?"),
        (
            ["--owner", "vale/safty-officer"],
            "there is no owner 'vale/safty-officer'; did you mean vale/safety-officer?",
        ),
        (
            ["--by", "bodies"],
            "there is no order 'bodies'; did you mean partner or owner or body or overdue or age or put-off?",
        ),
        (
            ["--by", "partner", "--format", "csv"],
            "--by partner writes messages: ask for them with --format text, markdown or",
        ),
    ],
)
def test_a_mistake_in_the_command_is_told(cdrp: Cdrp, acting: Path, arguments: list[str], said: str) -> None:
    done = cdrp("actions", *arguments)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


@pytest.mark.parametrize("arguments", [[], ["--by", "partner"]], ids=["list", "messages"])
def test_what_could_not_be_read_is_named(cdrp: Cdrp, acting: Path, arguments: list[str]) -> None:
    write(acting, "data/meetings/2025-02-30-board.yaml", BROKEN)
    done = cdrp("actions", "--today", "2025-06-10", *arguments)
    assert done.code == 3
    assert "more may be missing here: data/meetings/2025-02-30-board.yaml.\n" in done.out
