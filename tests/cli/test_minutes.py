"""`cdrp minutes`: what was recorded of a meeting, as members and the public get it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cdrp_cli.rendering.files import CLOSED
from typed import Cdrp, write

ROOT = Path(__file__).parents[2]
VALE = ROOT / "examples" / "exampleshire"
MEETING = """\
body: board
date: 2025-07-22
status: held
chair: fire/area-commander
minutes:
  status: approved
  approved_by: 97 of 2025-10-21-board
  corrections:
    - {minute: "95", text: For 12 read 21.}
    - {minute: "96", text: For Mill Lane read Hill Lane.}
    - {text: The list was put right.}
attendance:
  - {post: vale/chief-executive, status: present}
  - {post: police/superintendent, status: apologies, substitute: police/inspector}
  - {partner: vale, count: 2, status: observer, items: ["5"]}
declarations:
  - {post: police/superintendent, items: ["5"], kind: disclosable-pecuniary, reason: A secret, withdrew: true}
items:
  - number: "5"
    minute: ["95", "14"]
    title: Burglary
    late: {reason: The grant closes first.}
    outcomes:
      - {kind: decision, verb: deferred, until: 2025-10-21-board, recommendation: 2}
      - {kind: decision, verb: referred, to: board, text: The figures.}
      - {kind: action, id: a1, text: Ask, owner: "chair:board"}
  - {minute: 96, title: A drug line in Mill Lane, exempt: {paragraphs: [1, 7], reason: Crime}, text: Hidden words.}
  - {title: Any other business}
"""
LATER = """\
body: board
date: 2025-10-21
status: held
items:
  - minute: 97
    title: Minutes
    arising: [{minute: 96 of 2025-07-22-board, text: Hidden too.}]
    updates: [{action: 2025-07-22-board/a1, status: open, due: 2026-01-31, owner: Somebody, text: Put off.}]
"""
BODIES = "bodies: [{id: board, name: Board, rules: own, publish: minutes}]\n"
PARTNERS = """\
partners:
  - {id: vale, name: Vale Council, kind: district-council, posts: [{id: chief-executive, title: Chief Executive}]}
  - id: police
    name: The Police
    kind: police-force
    posts: [{id: superintendent, title: Superintendent}, {id: inspector, title: Inspector}]
"""


@pytest.fixture
def board(root: Path) -> Path:
    """A board that met twice, with a closed item."""
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/meetings/2025-07-22-board.yaml", MEETING)
    write(root, "data/meetings/2025-10-21-board.yaml", LATER)
    return root


def test_the_minutes_of_july_2010_read_like_the_published_ones(cdrp: Cdrp) -> None:
    out = cdrp("-C", ROOT, "minutes", "2010-07-26-board", "--stdout").out
    assert re.findall(r"(?m)^## (\d.*)", out) == [
        "48 Apologies",
        "49 Declarations of interest",
        "50 Minutes of 26 April 2010 and matters arising",
        "51 Performance in the first quarter",
    ]
    assert re.findall(r"(?m)^\*\*(Minute \d+)\*\* \((.*?)\)", out) == [
        (f"Minute {number}", "26 April 2010") for number in (38, 42, 44, 46)
    ]
    assert "**ACCEPTED**: The minutes of 26 April 2010 were accepted." in out
    assert (
        "| a1<br>Minute 50 | Pursue the road safety partnership (minute 44). | Chair of the CDRP Board | not recorded |"
        in out
    )
    assert out.startswith("**DRAFT**\n")


def test_members_get_all_that_is_recorded(cdrp: Cdrp, board: Path) -> None:
    done = cdrp("minutes", "2025-07-22", "--stdout")
    assert done.code == 0
    assert done.out.startswith("**NOT FOR PUBLICATION**\n")
    for line in (
        "Approved: minute 97 of the Board, 21 October 2025.",
        "| Vale Council | Chief Executive | Present |",
        "| Vale Council | 2 people | Observing, for minutes 95 and 14 |",
        "| The Police | Superintendent | Apologies; Inspector in their place |",
        "Present: 2 partners.",
        "| Superintendent, The Police | disclosable pecuniary | minutes 95 and 14 | left the room |",
        "## 95 and 14 Burglary",
        "Taken without notice: The grant closes first.",
        "**DEFERRED** (recommendation (b), until 21 October 2025)",
        "**REFERRED** (to the Board): The figures.",
        "**Action a1**: Ask (Chair of the Board; no date recorded)",
        "## 96 A drug line in Mill Lane",
        "Hidden words.",
        "## Any other business\n\nNothing more of this item is on record.",
        "- Minute 96: For Mill Lane read Hill Lane.",
        "## Next meeting\n\nTuesday 21 October 2025 (the next on record)",
    ):
        assert f"{line}\n" in done.out, line
    assert "A secret" not in done.out


def test_the_public_gets_titles_and_decisions_of_what_is_open(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("minutes", "2025-07-22", "--stdout", "--audience", "public").out
    assert re.findall(r"(?m)^#+ (.*)", out) == [
        "Board: minutes of 22 July 2025",
        "95 and 14 Burglary",
        "96 Closed item",
        "Any other business",
        "Corrections made on approval",
        "Next meeting",
    ]
    assert "**REFERRED** (to the Board): The figures.\n" in out
    assert "## Any other business\n\nNo decision of this item is on record.\n" in out
    assert "by analogy with paragraphs 1 and 7 of Schedule 12A" in out
    assert re.findall(r"(?m)^- (.*)", out) == ["Minute 95: For 12 read 21."]
    for hidden in ("Superintendent", "Hidden", "Mill Lane", "Ask", "put right"):
        assert hidden not in out


def test_what_is_heard_of_an_action_follows_it_and_closed_matter_marks_the_paper(cdrp: Cdrp, board: Path) -> None:
    out = cdrp("minutes", "2025-10-21-board", "--stdout").out
    assert out.startswith("**DRAFT – NOT FOR PUBLICATION**\n")
    assert (
        "- **a1 of 22 July 2025**: Ask\n\n  Still open; now due by 31 January 2026; passed to Somebody. Put off.\n"
    ) in out


def test_what_goes_back_to_closed_matter_is_closed_too(cdrp: Cdrp, board: Path) -> None:
    more = "  - {minute: 98, title: More on Mill Lane, refers_to: [96 of 2025-07-22-board], text: Hidden as well.}\n"
    write(board, "data/meetings/2025-10-21-board.yaml", LATER + more)
    out = cdrp("minutes", "2025-10-21", "--stdout", "--audience", "public").out
    assert re.findall(r"(?m)^## (.*)", out) == ["97 Minutes", "98 Closed item"]
    assert "Mill Lane" not in out
    assert "Hidden" not in out


def test_both_copies_are_written_and_named(cdrp: Cdrp, board: Path) -> None:
    assert cdrp("minutes", "data/meetings/2025-07-22-board.yaml").out.splitlines() == [
        "build/public/2025-07-22-board-minutes.md",
        f"build/members/2025-07-22-board-minutes-{CLOSED}.md",
    ]


def test_a_body_that_publishes_nothing_has_no_public_copy(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/bodies.yaml", BODIES.replace("publish: minutes", "publish: none"))
    done = cdrp("minutes", "2025-07-22")
    assert (done.code, done.out) == (0, f"build/members/2025-07-22-board-minutes-{CLOSED}.md\n")
    assert "no public copy of 2025-07-22-board: board publishes none of its papers" in done.err
    assert cdrp("minutes", "2025-07-22", "--audience", "public").code == 2
    (board / "data/bodies.yaml").unlink()
    unknown = "no public copy of 2025-07-22-board: whether board publishes its papers is not on record"
    assert unknown in cdrp("minutes", "2025-07-22").err


def test_what_has_no_minutes_is_told(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2025-12-01-board.yaml", "body: board\ndate: 2025-12-01\nstatus: planned\n")
    planned = cdrp("minutes", "2025-12-01")
    assert (planned.code, planned.out) == (2, "")
    assert "it is recorded as planned" in planned.err
    assert "did you mean 2025-07-22-board" in cdrp("minutes", "2025-07-23-board").err


def test_two_bodies_on_a_day_are_both_named(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2025-07-22-tasking.yaml", "body: tasking\ndate: 2025-07-22\nstatus: held\n")
    assert "write 2025-07-22-board or 2025-07-22-tasking" in cdrp("minutes", "2025-07-22").err


def test_records_that_could_not_be_read_are_said(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/requests.yaml", "requests: [\n")
    done = cdrp("minutes", "2025-07-22", "--stdout")
    assert done.code == 3
    assert "not read in full" in done.err


DECIDED = """\
body: board
date: 2025-07-22
status: held
items:
  - title: New structure
    outcomes:
      - kind: decision
        verb: approved
        text: The report was approved.
        effects:
          - {body: executive, ends: 2025-07-22}
          - {body: tasking, begins: 2025-09-01, functions: [tasking], meets: monthly}
          - {body: board, from: 2025-10-01, meets: {at_least: 1, per: year}}
          - {duty: data-quarterly, to: tasking, from: 2025-09-01}
          - {duty: isp-comply, to: tasking}
      - {kind: decision, verb: noted, text: The thanks of the Board.}
      - {kind: decision, verb: rejected, text: A second chair., effects: [{body: board, ends: 2025-12-01}]}
  - title: Closed
    exempt: {paragraphs: [7], reason: Crime}
    outcomes:
      - {kind: decision, verb: agreed, effects: [{body: tasking, ends: 2026-02-01}]}
"""
STRUCTURE = """\
bodies:
  - {id: board, name: Board, publish: minutes}
  - {id: executive, name: Executive Group, until: 2025-07-22}
  - {id: tasking, name: Tasking Group, from: 2025-09-01}
"""
CHANGES = """\
**APPROVED**: The report was approved.

What this changes: Executive Group is no more from 22 July 2025.

Tasking Group begins on 1 September 2025, as tasking, and meets monthly.

Board meets at least once a year from 1 October 2025.

The duty ‘Share the prescribed data every quarter’ goes to Tasking Group from 1 September 2025.

The duty ‘Follow the protocol’ goes to Tasking Group from 22 July 2025.

**NOTED**: The thanks of the Board.
"""


@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_decision_that_was_carried_says_what_it_changes(cdrp: Cdrp, board: Path, audience: str) -> None:
    write(board, "data/bodies.yaml", STRUCTURE)
    write(board, "data/meetings/2025-07-22-board.yaml", DECIDED)
    out = cdrp("minutes", "2025-07-22-board", "--stdout", "--audience", audience).out
    assert CHANGES in out
    assert "1 December 2025" not in out
    assert ("Tasking Group is no more from 1 February 2026." in out) is (audience == "members")


def test_a_decision_by_correspondence_tells_who_took_part(cdrp: Cdrp, board: Path) -> None:
    """Nobody was present where no meeting sat."""
    write(board, "data/meetings/2025-07-22-board.yaml", MEETING + "how: correspondence\n")
    out = cdrp("minutes", "2025-07-22", "--stdout").out
    assert "## Taking part\n\n| Partner | Member | Took part |\n" in out
    assert "| Vale Council | Chief Executive | Yes |\n" in out
    assert "\nTook part: 2 partners.\n" in out
    assert "Attendance" not in out


def test_the_next_meeting_is_one_to_which_people_come(cdrp: Cdrp, board: Path) -> None:
    letters = "body: board\ndate: 2025-08-05\nstatus: held\nhow: correspondence\n"
    write(board, "data/meetings/2025-08-05-board.yaml", letters)
    out = cdrp("minutes", "2025-07-22", "--stdout").out
    assert "## Next meeting\n\nTuesday 21 October 2025 (the next on record)\n" in out
