"""`cdrp agenda`: what the members of a body get before it meets, and what the public gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cdrp_cli.rendering.files import CLOSED
from typed import Cdrp, write

ROOT = Path(__file__).parents[2]
VALE = ROOT / "examples" / "exampleshire"
BODIES = """\
bodies:
  - id: board
    name: Board
    publish: minutes
    clerk: vale/clerk
    chairs: [{post: vale/leader, role: chair, from: 2018-01-01}]
    terms:
      - {from: 2018-01-01, clear_days: 5, standing_items: [Apologies, Minutes of the previous meeting]}
      - {from: 2020-01-01, standing_items: [Welcome]}
"""
PARTNERS = """\
partners:
  - id: vale
    name: Vale Council
    kind: district-council
    posts: [{id: clerk, title: Clerk}, {id: leader, title: Leader}]
"""
APRIL = """\
body: board
date: 2019-04-23
start: "10:00"
end: "10:30"
status: planned
items:
  - {number: "10", title: The last}
  - {number: "2a", title: The late one, late: {reason: It cannot wait.}, allotted: 20, purpose: discuss}
  - number: "2"
    title: The bus station
    purpose: decide
    allotted: 15
    source: crime-data
    raised_by: vale
    presenter: vale/leader
    partners: [vale]
    duty: plan-exists
  - {number: "3", title: A drug line, exempt: {paragraphs: [7], reason: Crime, public_title: Closed matter}}
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
      - {kind: action, id: a2, text: Write the letter.}
  - minute: 2
    title: Figures
    updates: [{action: 2019-01-15-board/a2, status: done}]
"""


@pytest.fixture
def board(root: Path) -> Path:
    """A board that has met once and meets again after Easter."""
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/meetings/2019-01-15-board.yaml", JANUARY)
    write(root, "data/meetings/2019-04-23-board.yaml", APRIL)
    return root


def test_papers_for_the_day_after_easter_are_out_by_the_eleventh(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("agenda", "2019-04-23", "--stdout").out
    assert (
        "Last day to publish: Thursday 11 April 2019. The terms of reference of Board ask for 5 clear days: "
        "Friday 12 April, Monday 15 April, Tuesday 16 April, Wednesday 17 April and Thursday 18 April; "
        "not counted: weekends, Friday 19 April (Good Friday) and Monday 22 April (Easter Monday).\n"
    ) in out


def test_the_agenda_goes_by_its_numbers_and_says_who_is_wanted(cdrp: Cdrp, board: Path) -> None:
    done = cdrp("agenda", "2019-04-23-board", "--stdout")
    assert done.code == 0
    assert done.out.startswith("**NOT FOR PUBLICATION**\n\n# Board: agenda for 23 April 2019\n")
    assert re.findall(r"(?m)^\| (\w+) \| \*\*(.*?)\*\*", done.out) == [
        ("2", "The bus station"),
        ("2a", "The late one"),
        ("10", "The last"),
        ("3", "A drug line"),
        ("S1", "Apologies"),
        ("S2", "Minutes of the previous meeting"),
    ]
    assert re.findall(r"(?m)^## (.*)", done.out) == [
        "Part A: business",
        "Part B: not for publication",
        "Suggested, and not on record yet",
        "Minutes to approve",
        "Open actions",
        "Notice of this meeting",
    ]
    for words in (
        "Tuesday 23 April 2019",
        "Chair\n:   Leader, Vale Council",
        "Clerk\n:   Clerk, Vale Council",
        "<br>Raised by Vale Council<br>From crime data<br>Statutory: ",
        "<br>Presented by Leader, Vale Council<br>At the table: Vale Council | Decision | 15 |",
        "<br>Late item: It cannot wait.",
        "Time allotted in both parts: 35 minutes",
        "\n- Minutes of 15 January 2019\n",
        "| S1 | **Apologies** | Standing item of the terms of reference from 1 January 2018 |\n",
        "| S2 | **Minutes of the previous meeting** | Standing item of the terms of reference from 1 January 2018 |\n",
    ):
        assert words in done.out, words
    assert "Welcome" not in done.out, "terms of a later day"


def test_what_overruns_is_told_on_paper_and_on_standard_error(cdrp: Cdrp, board: Path) -> None:
    told = "The items are given 35 minutes in all, and the meeting has 30: 5 too many."
    done = cdrp("agenda", "2019-04-23", "--stdout")
    assert f"**Too long.** {told}\n" in done.out
    assert f"cdrp: 2019-04-23-board: {told}\n" in done.err


def test_open_actions_stand_as_the_day_before_left_them(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("agenda", "2019-04-23", "--stdout").out
    assert "| a1 of 15 January 2019 | Count the locks. | Clerk, Vale Council | 1 March 2019<br>52 days late |\n" in out
    assert "Write the letter" not in out


def test_the_public_copy_shows_what_is_open_and_no_more(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("agenda", "2019-04-23", "--stdout", "--audience", "public").out
    assert "| 3 | **Closed matter** |\n" in out
    assert "Item 3. Not for publication: the partnership's own marking, by analogy with paragraph 7" in out
    assert "Time allotted in Part A: 35 minutes\n" in out
    for hidden in ("drug", "Count the locks", "crime data", "Raised", "Presented", "Too long", "Apologies"):
        assert hidden not in out


def test_without_business_the_terms_of_the_day_suggest_it(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2021-01-12-board.yaml", "body: board\ndate: 2021-01-12\nstatus: planned\n")
    out = cdrp("agenda", "2021-01-12", "--stdout").out
    assert "No business is on record yet.\n\n## Suggested, and not on record yet\n" in out
    assert "| S1 | **Welcome** | Standing item of the terms of reference from 1 January 2020 |\n" in out
    assert "Apologies" not in out
    public = cdrp("agenda", "2021-01-12", "--stdout", "--audience", "public").out
    assert "No business is on record yet.\n\nSuggested, and not on record yet: standing items" in public
    assert "\n- Welcome\n" in public
    assert "S1" not in public


def test_the_board_of_july_2011_gets_its_agenda_and_the_report(cdrp: Cdrp, tmp_path: Path) -> None:
    done = cdrp("-C", ROOT, "agenda", "--month", "2011-07", "--out", tmp_path)
    assert (done.code, [path.removeprefix(tmp_path.as_posix()) for path in done.out.splitlines()]) == (
        0,
        [
            "/public/2011-07-26-board-agenda.md",
            "/public/2011-07-26-board-pack.md",
            "/members/2011-07-26-board-agenda.md",
            "/members/2011-07-26-board-pack.md",
        ],
    )
    for audience, log in (("public", []), ("members", ["Action log"])):
        pack = (tmp_path / audience / "2011-07-26-board-pack.md").read_text(encoding="utf-8")
        papers = [
            "CDRP Board: agenda for 26 July 2011",
            "CDRP Board: minutes of 26 April 2011",
            *log,
            "CDRP Review Group proposals",
        ]
        assert re.findall(r"(?m)^## (.*)", pack) == papers
        contents = "".join(f"- {each}\n" for each in papers)
        assert f"\nSouth Cambridgeshire Crime and Disorder Reduction Partnership\n\n{contents}\n## " in pack
        assert "Open actions" not in pack, "the action log has them, each with its history"
        assert "\n12. The CDRP Board is recommended to approve the following proposals:\n" in pack
        assert "\n| **CDRP Review Group proposals**" in pack


def test_a_month_has_papers_for_every_body_and_public_ones_for_those_that_publish(cdrp: Cdrp, tmp_path: Path) -> None:
    done = cdrp("-C", VALE, "agenda", "--month", "2025-09", "--out", tmp_path)
    assert sorted(path.rpartition("/")[2] for path in done.out.splitlines()) == [
        f"2025-09-16-board-agenda-{CLOSED}.md",
        "2025-09-16-board-agenda.md",
        f"2025-09-16-board-pack-{CLOSED}.md",
        "2025-09-16-board-pack.md",
        "2025-09-17-tasking-agenda.md",
        "2025-09-17-tasking-pack.md",
    ]
    assert "no public copy of 2025-09-17-tasking" in done.err
    pack = (tmp_path / "members" / f"2025-09-16-board-pack-{CLOSED}.md").read_text(encoding="utf-8")
    assert "\n## Renewal of the town camera contract\n\n**NOT FOR PUBLICATION**\n" in pack


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "name one meeting, or a month"),
        (["2019-04-23", "--month", "2019-04"], "name one meeting, or a month"),
        (["--month", "April"], "--month: 'April' is not a date"),
        (["--month", "2019-04-23"], "'2019-04-23' is no month: write for example 2026-03"),
        (["--month", "2019-05"], "no meeting is on record in May 2019"),
        (["--month", "2019-06"], "cdrp: 2019-06-01-board is recorded as cancelled\n"),
        (["2019-06-01"], "2019-06-01-board has no agenda: it is recorded as cancelled"),
        (["2019-08-01"], "2019-08-01-board has no agenda: it is recorded as moved to 2019-07-02-board"),
        (["--month", "2019-07", "--stdout"], "2019-07 has 2 meetings: name one of them"),
    ],
)
def test_mistakes_are_told(cdrp: Cdrp, board: Path, options: list[str], told: str) -> None:
    moved = "moved\nmoved_to: 2019-07-02-board"
    for day, status in (("06-01", "cancelled"), ("07-01", "planned"), ("07-02", "planned"), ("08-01", moved)):
        write(board, f"data/meetings/2019-{day}-board.yaml", f"body: board\ndate: 2019-{day}\nstatus: {status}\n")
    done = cdrp("agenda", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


HELD = """\
body: board
date: 2019-04-23
start: "10:00"
end: "10:20"
status: held
chair: vale/clerk
observers: true
items:
  - {minute: 2, title: The bus station, allotted: 40, source: referral, refers_to: [1 of 2019-01-15-board]}
"""
APPROVED_LATER = "minutes: {{status: approved, approved_by: {by}, corrections: [{{text: For lock read clock.}}]}}\n"


def test_the_agenda_of_a_meeting_that_was_held_is_that_which_called_it(cdrp: Cdrp, board: Path) -> None:
    """Who presided in the end and when it closed was not known, nor does its length say that items ran over."""
    write(board, "data/meetings/2019-04-23-board.yaml", HELD)
    out = cdrp("agenda", "2019-04-23", "--stdout").out
    assert "Time\n:   10:00\n" in out
    assert "How\n:   The public may watch\n" in out
    assert "Chair\n:   Leader, Vale Council\n" in out
    assert "Too long" not in out
    assert "<br>Referred by another body: see minute 1 of the Board, 15 January 2019 |" in out


@pytest.mark.parametrize(
    ("by", "before_april"),
    [
        ("2 of 2019-04-23-board", ["15 January 2019", "12 March 2019"]),
        ("9 of 2019-07-02-board", ["15 January 2019", "12 March 2019"]),
        ("1 of 2019-03-12-board", ["12 March 2019"]),
    ],
)
def test_a_pack_has_all_minutes_that_no_earlier_meeting_approved_as_drafts(
    cdrp: Cdrp, board: Path, by: str, before_april: list[str]
) -> None:
    """January's were approved by the meeting named, in March nothing was: the board has them before it in April."""
    march = "body: board\ndate: 2019-03-12\nstatus: inquorate\nitems: [{minute: 1, title: Apologies}]\n"
    write(board, "data/meetings/2019-03-12-board.yaml", march)
    write(board, "data/meetings/2019-01-15-board.yaml", JANUARY + APPROVED_LATER.format(by=by))
    write(board, "data/meetings/2019-04-23-board.yaml", HELD)
    write(board, "data/meetings/2019-07-02-board.yaml", "body: board\ndate: 2019-07-02\nstatus: held\n")
    agenda = cdrp("agenda", "2019-04-23", "--stdout").out
    assert re.findall(r"(?m)^- Minutes of (.*)", agenda) == before_april
    cdrp("agenda", "2019-04-23")
    for audience in ("public", "members"):
        pack = (board / "build" / audience / "2019-04-23-board-pack.md").read_text(encoding="utf-8")
        assert re.findall(r"(?m)^## Board: minutes of (.*)\n\n\*\*DRAFT\*\*\n", pack) == before_april
        assert "Draft: n" in pack
        assert "Approved:" not in pack
        assert "lock read" not in pack, "what was put right when they were approved"


def test_of_a_pack_only_the_parts_that_hold_closed_matter_are_marked(cdrp: Cdrp, tmp_path: Path) -> None:
    """An exempt action stands in the action log, so that the agenda may be handed out."""
    cdrp("-C", VALE, "agenda", "2025-03-11-board", "--audience", "members", "--out", tmp_path)
    pack = (tmp_path / "members" / f"2025-03-11-board-pack-{CLOSED}.md").read_text(encoding="utf-8")
    assert pack.startswith("**NOT FOR PUBLICATION**\n")
    assert re.findall(r"(?m)^## (.*)\n\n\*\*(.*)\*\*\n", pack) == [
        ("Partnership Board: minutes of 10 December 2024", "DRAFT – NOT FOR PUBLICATION"),
        ("Partnership Board: minutes of 11 February 2025", "DRAFT"),
        ("Action log", "NOT FOR PUBLICATION"),
        ("The Executive Group, and who looks after its seven duties", "Exampleshire Vale Community Safety Partnership"),
    ]


def test_the_duty_of_an_item_is_not_said_twice(cdrp: Cdrp, board: Path) -> None:
    """A suggestion that was accepted has the duty for its title."""
    item = "items: [{title: Revise the plan before 1 April each year, duty: plan-revised-yearly}]\n"
    write(board, "data/meetings/2019-03-12-board.yaml", "body: board\ndate: 2019-03-12\nstatus: planned\n" + item)
    out = cdrp("agenda", "2019-03-12", "--stdout").out
    assert "| **Revise the plan before 1 April each year**<br>Statutory: SI 2007/1830 reg 10(2) |\n" in out
