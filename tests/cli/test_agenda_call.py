"""`cdrp agenda --call`: the message that calls for items, to all seats or to each partner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from typed import BROKEN, FILES, Cdrp, write

BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    clerk: vale/clerk
    seats:
      - {post: police/chief}
      - {post: vale/leader}
      - {post: vale/clerk}
      - {post: vale/gone}
      - {post: homes/manager, until: 2019-04-23}
      - {post: fire/chief, from: 2019-04-24}
      - {partner: icb, from: 2019-01-01}
      - {post: ended/head}
    terms: [{from: 2018-01-01, clear_days: 5, timetable: {call_for_items: 20, papers_in: 10}}]
  - id: tasking
    name: The Tasking Group
    seats: [{post: police/chief}]
    terms: [{from: 2018-01-01, clear_days: 3}]
  - {id: panel, name: Panel, seats: [{post: police/chief}]}
  - {id: empty, name: Empty}
  - {id: scrutiny, name: Scrutiny Committee, functions: [crime-and-disorder-committee], seats: [{post: police/chief}]}
"""
PARTNERS = """\
partners:
  - id: vale
    name: Vale Council
    kind: district-council
    posts: [{id: leader, title: Leader}, {id: clerk, title: Clerk}, {id: gone, title: Old Post, until: 2018-01-01}]
  - {id: police, name: Vale Police, kind: police-force, posts: [{id: chief, title: Chief}]}
  - {id: homes, name: Vale Homes, kind: housing-provider, posts: [{id: manager, title: Manager}]}
  - {id: fire, name: Vale Fire, kind: fire-and-rescue-authority, posts: [{id: chief, title: Fire Chief}]}
  - {id: icb, name: Vale Health, kind: other}
  - {id: ended, name: Ended, kind: other, until: 2019-04-01, posts: [{id: head, title: Head}]}
"""
APRIL = """\
body: board
date: 2019-04-23
start: "10:00"
end: "12:00"
venue: Council Chamber
how: hybrid
status: planned
items:
  - {number: 1, title: Burglary, presenter: police/chief}
  - {number: 2, title: Drug lines, presenter: police/chief, exempt: {reason: Crime}}
  - {number: 3, title: The plan, presenter: vale/leader, paper: plan}
"""
JANUARY = """\
body: board
date: 2019-01-15
status: held
items:
  - minute: 1
    title: Burglary
    outcomes:
      - {kind: action, id: a1, text: Count the locks., owner: vale/clerk, due: 2019-03-01}
      - {kind: action, id: a2, text: Write the letter., owner: police/chief}
  - minute: 2
    title: Drug lines
    exempt: {reason: Crime}
    outcomes:
      - {kind: action, id: a3, text: Watch the house., owner: police/chief, due: 2019-05-01}
"""
FEBRUARY = """\
body: tasking
date: 2019-02-12
status: held
items: [{minute: 1, title: Bikes, outcomes: [{kind: action, id: a1, text: Lock them., owner: police/chief}]}]
"""
REQUESTS = """\
requests:
  - {id: ask-1, kind: scrutiny-information, from: body:board, to: [police], dated: 2019-03-01, answer_by: 2019-04-30}
  - {id: ask-2, kind: scrutiny-report, from: A member, to: [police, vale], dated: 2019-03-01,
     answered: {date: 2019-03-20}}
  - {id: ask-3, kind: case-review, from: vale, to: [police], dated: 2019-03-20}
"""
RETURNS = """\
returns:
  - {partner: police, quarter: 2018-07-01, shared: 2018-12-01, dataset: police-crimes}
"""


@pytest.fixture
def board(root: Path) -> Path:
    """A board that is to meet after Easter, with something of everything due."""
    profile = FILES["data/partnership.yaml"].replace("complete_from: never", "complete_from: 2018-01-01")
    write(root, "data/partnership.yaml", profile)
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/requests.yaml", REQUESTS)
    write(root, "data/returns.yaml", RETURNS)
    write(root, "data/papers/plan.md", "---\nto: board\ntitle: The plan\n---\nText.\n")
    write(root, "data/meetings/2019-01-15-board.yaml", JANUARY)
    write(root, "data/meetings/2019-02-12-tasking.yaml", FEBRUARY)
    write(root, "data/meetings/2019-04-23-board.yaml", APRIL)
    return root


def _messages(out: str, mark: str = "To ") -> dict[str, str]:
    """The messages by the partner they are to."""
    parts = re.split(rf"(?m)^{mark}", out)
    assert parts[0] == ""
    return {part.partition(": call for items")[0]: part for part in parts[1:]}


def test_each_partner_is_told_what_it_owes(cdrp: Cdrp, board: Path) -> None:
    done = cdrp("agenda", "2019-04-23-board", "--call", "--by", "partner", "--today", "2019-03-25")
    assert done.code == 0
    assert _messages(done.out)["Vale Police"] == (
        "Vale Police: call for items, Partnership Board, 23 April 2019\n"
        "Dear Chief,\n"
        "Exampleshire Vale Community Safety Partnership: the Partnership Board meets on Tuesday 23 April 2019, "
        "10:00 to 12:00. Place: Council Chamber; in person and online.\n"
        "Closing day for items and reports: Friday 5 April 2019 (10 working days before the meeting; not counted: "
        "weekends, 19 April 2019 (Good Friday) and 22 April 2019 (Easter Monday)).\n"
        "\n"
        "Due from you on 25 March 2019\n"
        "  isp-liaison: Name a person for information sharing in every authority (SI 2007/1830 reg 4(3)).\n"
        "  data-quarterly: Share the prescribed data every quarter (CDA 1998 s 17A): incidents. For July to September "
        "2018, was due by 31 December 2018.\n"
        "  data-quarterly: Share the prescribed data every quarter (CDA 1998 s 17A): recorded crimes. For October to "
        "December 2018, due by 31 March 2019.\n"
        "  ask-1: Scrutiny information, asked for by Partnership Board on 1 March 2019: answer by 30 April 2019.\n"
        "  ask-3: Case review, asked for by Vale Council on 20 March 2019: no day set to answer.\n"
        "  item 1: Burglary, presented by the Chief: please send the report, if there is one.\n"
        "  item 2: A closed item, presented by the Chief: please send the report, if there is one.\n"
        "\n"
        "Your open actions\n"
        "  2019-01-15-board/a2: Write the letter. No day is set for it: please name one. Raised by minute 1 of the "
        "Partnership Board, 15 January 2019.\n"
        "  2019-01-15-board/a3: a closed item. Due by 1 May 2019. Raised by minute 2 of the Partnership Board, "
        "15 January 2019.\n"
        "\n"
        "You have 1 more open action from other bodies.\n"
        "\n"
        "How to answer\n"
        "Please answer to the Clerk, Vale Council.\n"
        "For each item please say: its title; whether the meeting is to decide, discuss or note it; who presents it "
        "and how many minutes it needs; who else must be at the table; whether any of it is not for publication, and "
        "why. Send its report with it. If you have nothing to raise, please say that too.\n"
    )


def test_those_with_a_seat_on_the_day_are_written_to(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("agenda", "2019-04-23", "--call", "--by", "partner", "--today", "2019-03-25").out
    found = _messages(out)
    assert list(found) == ["Vale Council", "Vale Health", "Vale Police"]
    assert "\nDear Leader and Clerk,\n" in found["Vale Council"]
    assert "\nDear Vale Health,\n" in found["Vale Health"]
    assert "\nNo post of yours holds your seat that day: please name who will sit.\n" in found["Vale Health"]
    assert "\nDue from you on 25 March 2019\nNothing that is on record.\n" in found["Vale Health"]
    assert "\nYour open actions\nNone from the Partnership Board.\n" in found["Vale Health"]


def test_markdown_has_headings_to_send(cdrp: Cdrp, board: Path) -> None:
    options = ("--by", "partner", "--format", "markdown", "--today", "2019-03-25")
    out = cdrp("agenda", "2019-04-23", "--call", *options).out
    assert list(_messages(out, "# To ")) == ["Vale Council", "Vale Health", "Vale Police"]
    assert "\n## Due from you on 25 March 2019\n\n- isp-liaison: " in out


def test_one_message_goes_to_all(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("agenda", "2019-04-23", "--call", "--today", "2019-04-02").out
    assert out.startswith(
        "To the members of the Partnership Board: call for items, 23 April 2019\n"
        "Dear members of the Partnership Board,\n"
    )
    assert "\nNo post holds the seat of Vale Health that day: please name who will sit.\n" in out
    assert "\n  Vale Police, ask-1: Scrutiny information, asked for by Partnership Board on 1 March 2019: " in out
    assert ": incidents; recorded crimes. For October to December 2018, was due by 31 March 2019.\n" in out
    assert (
        "\n  2019-01-15-board/a1: Count the locks. For the Clerk, Vale Council. Was due on 1 March 2019, 32 days" in out
    )
    assert "a closed item. For the Chief, Vale Police. Due by 1 May 2019." in out
    assert "Drug lines" not in out
    assert "Watch the house" not in out


def test_a_closing_day_gone_by_is_told_and_the_officer_is_told_of_the_call(cdrp: Cdrp, board: Path) -> None:
    done = cdrp("agenda", "2019-04-23", "--call", "--today", "2019-04-08")
    assert "(Easter Monday)). That was 3 days ago: please answer at once.\n" in done.out
    assert done.err == (
        "cdrp: 2019-04-23-board: by the terms the call goes out by 22 March 2019 (20 working days before the meeting; "
        "not counted: weekends, 19 April 2019 (Good Friday) and 22 April 2019 (Easter Monday))\n"
        "As of 8 April 2019, for law, facts and deadlines; law read to 5 February 2025.\n"
    )


def test_what_stands_in_place_of_a_closing_day(cdrp: Cdrp, board: Path) -> None:
    for body in ("tasking", "panel", "empty"):
        write(board, f"data/meetings/2019-05-14-{body}.yaml", f"body: {body}\ndate: 2019-05-14\nstatus: planned\n")
    out = cdrp("agenda", "--month", "2019-05", "--call", "--by", "partner", "--today", "2019-04-25").out
    assert (
        "the Tasking Group meets on Tuesday 14 May 2019. Place: still to be set.\nThe time is still to be set.\n" in out
    )
    assert (
        "The terms of reference set no closing day for items. The agenda is to be published by Wednesday 8 May 2019 "
        "(3 clear days: Thursday 9 May, Friday 10 May and Monday 13 May; not counted: weekends): please answer before "
        "then.\n"
    ) in out
    assert "The terms of reference set no closing day for items: please answer as soon as you can.\n" in out
    assert "There is nobody to write to: the Empty has no seat on record that day.\n" in out


def test_a_seat_held_jointly_calls_each_of_those_it_is_held_for(cdrp: Cdrp, board: Path) -> None:
    bodies = BODIES.replace("name: Panel, seats: [{post: police/chief}]", "name: Panel, seats: [JOINT]")
    write(board, "data/bodies.yaml", bodies.replace("JOINT", "{post: police/chief, joint_for: [icb, ended]}"))
    text = "body: panel\ndate: 2019-05-14\nhow: correspondence\nstatus: planned\n"
    write(board, "data/meetings/2019-05-14-panel.yaml", text)
    out = cdrp("agenda", "2019-05-14-panel", "--call", "--by", "partner", "--today", "2019-04-25").out
    found = _messages(out)
    assert list(found) == ["Vale Health", "Vale Police"]
    assert "\nDear Chief,\n" in found["Vale Health"]
    assert ": the Panel decides by correspondence on Tuesday 14 May 2019.\nThe terms of reference set no" in out


def test_scrutiny_is_not_told_what_a_council_owes(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2019-05-14-scrutiny.yaml", "body: scrutiny\ndate: 2019-05-14\nstatus: planned\n")
    out = cdrp("agenda", "2019-05-14-scrutiny", "--call", "--by", "partner", "--today", "2019-04-25").out
    assert "data-quarterly" not in out
    assert "ask-1" in out


def test_a_month_passes_over_what_needs_no_call(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2019-04-02-board.yaml", "body: board\ndate: 2019-04-02\nstatus: held\n")
    write(board, "data/meetings/2019-04-03-board.yaml", "body: board\ndate: 2019-04-03\nstatus: planned\n")
    done = cdrp("agenda", "--month", "2019-04", "--call", "--today", "2019-04-04")
    assert done.out.count("\nDear ") == 1
    assert "cdrp: 2019-04-02-board is passed over: it is recorded as held\n" in done.err
    assert "cdrp: 2019-04-03-board is passed over: it was to meet on 3 April 2019, before 4 April 2019\n" in done.err


def test_records_that_could_not_be_read_are_named(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2019-02-28-board.yaml", BROKEN)
    done = cdrp("agenda", "2019-04-23", "--call", "--today", "2019-03-25")
    assert (done.code, done.out[:3]) == (3, "To ")
    assert "more may be missing here: data/meetings/2019-02-28-board.yaml" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["2019-01-15", "--call"], "2019-01-15-board calls for no items: it is recorded as held"),
        (["2019-04-23", "--call", "--today", "2019-04-24"], "it was to meet on 23 April 2019, before 24 April 2019"),
        (["--month", "2019-01", "--call"], "no meeting of that month is planned and still to come"),
        (["2019-04-23", "--call", "--by", "post"], "there is no order 'post'"),
        (
            ["2019-04-23", "--call", "--format", "pdf"],
            "--call writes messages: ask for them with --format text or mark",
        ),
        (["2019-04-23", "--call", "--stdout"], "--call prints messages alone: leave --issue, --stdout, --audience and"),
        (["2019-04-23", "--by", "partner"], "--by goes with --call, --today with --call or --issue"),
        (["2019-04-23", "--today", "2019-04-01"], "--by goes with --call, --today with --call or --issue"),
    ],
)
def test_mistakes_are_told(cdrp: Cdrp, board: Path, options: list[str], told: str) -> None:
    done = cdrp("agenda", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
