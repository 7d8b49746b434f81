"""`cdrp new minutes`: what a meeting's record lacks for its minutes, proposed, and written when told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from typed import BROKEN, Cdrp, write

TODAY = ("--today", "2026-11-21")
PARTNERS = """\
partners:
  - id: vale
    name: Exampleshire Vale District Council
    kind: district-council
    posts:
      - {id: chief-executive, title: Chief Executive}
      - {id: member, title: Member for Safer Communities}
      - {id: safety-officer, title: Community Safety Officer}
  - id: police
    name: Exampleshire Constabulary
    kind: police-force
    posts:
      - {id: superintendent, title: Superintendent}
      - {id: inspector, title: Inspector, from: 2026-11-20}
  - id: fire
    name: Exampleshire Fire and Rescue Authority
    kind: fire-and-rescue-authority
    posts:
      - {id: commander, title: Commander}
      - {id: manager, title: Station Manager}
      - {id: old, title: Divisional Officer, until: 2026-01-01}
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    seats:
      - {post: vale/chief-executive}
      - {post: vale/member, until: 2026-11-17}
      - {post: police/superintendent}
      - {post: fire/commander}
      - {post: fire/old}
    terms: [{quorum: {partners: 3}, numbering: {scheme: continuous}}]
"""
BEFORE = """\
body: board
date: 2026-09-15
status: held
minutes: {status: approved, approved_by: 43 of 2026-11-17-board}
items:
  - number: 1
    minute: 40
    title: Burglary
    outcomes:
      - {kind: action, id: a1, text: Mark the bicycles., owner: police/superintendent, due: 2026-10-30}
      - {kind: action, id: a2, text: Count the lamps.}
      - {kind: action, id: a3, text: Ask the traders.}
  - number: 2
    minute: 41
    title: Suspect in Mill Lane
    exempt: {paragraphs: [7], reason: Prevention of crime.}
    outcomes:
      - {kind: action, id: a4, text: Watch the house in Mill Lane., owner: police/superintendent, due: 2026-12-01}
"""
MEETING = """\
# as the agenda went out
body: board
date: 2026-11-17   # a Tuesday
status: planned   # see the calendar
agenda_published: 2026-11-09

items:

  - number: 1
    title: Apologies   # standing

  - {number: 2, title: Mill Lane, exempt: {paragraphs: [7], reason: Crime., public_title: A matter}}

  # moved up on the day
  - number: 3
    title: Matters arising
    text: |
      The bicycles are being marked.
    updates:
      - {action: 2026-09-15-board/a3, status: done, on: 2026-10-01}
"""
FILE = "data/meetings/2026-11-17-board.yaml"
MINUTES = ("new", "minutes", "2026-11-17-board", *TODAY)

PREVIEW = """\
Minutes of Partnership Board, 17 November 2026 (2026-11-17-board)

What is set
key      now        new
-------  ---------  -------------
status   planned    held
minutes  (nothing)  status: draft

That minutes are begun says that it was held; where it had no quorum, write status: inquorate.

Minute numbers: run on from minute 41 of 15 September 2026
item  minute  title
----  ------  ---------------
1     42      Apologies
2     43      A matter
3     44      Matters arising

Still to be recorded
Attendance of 3 members: vale/chief-executive, police/superintendent and fire/commander. Say it with --present, \
--apologies or --absent and posts or partners, and with --rest of all others.
Who presided (chair) and when it closed (end).
What was said and decided, text and outcomes: item 1 and item 2.
Interests declared, under declarations; where none were, nothing.

Open actions, to be told of under updates of an item
action               due                owner
-------------------  -----------------  ---------------------
2026-09-15-board/a1  2026-10-30 (late)  police/superintendent
    Mark the bicycles.
2026-09-15-board/a2  no day             nobody named
    Count the lamps.
2026-09-15-board/a4  2026-12-01         police/superintendent
    a closed item

Nothing was written: repeat the command with --write to write what is proposed.
"""

WRITTEN = """\
# as the agenda went out
body: board
date: 2026-11-17   # a Tuesday
status: held   # see the calendar
agenda_published: 2026-11-09
minutes:
  status: draft
attendance:
  - post: vale/chief-executive
    status: present
  - post: police/superintendent
    status: present
  - post: fire/commander
    status: apologies
    substitute: fire/manager
  - post: vale/safety-officer
    status: in-attendance

items:

  - number: 1
    minute: 42
    title: Apologies   # standing

  - {number: 2, minute: 43, title: Mill Lane, exempt: {paragraphs: [7], reason: Crime., public_title: A matter}}

  # moved up on the day
  - number: 3
    minute: 44
    title: Matters arising
    text: |
      The bicycles are being marked.
    updates:
      - {action: 2026-09-15-board/a3, status: done, on: 2026-10-01}
"""


@pytest.fixture
def met(root: Path) -> Path:
    """A board with three members, two meetings, and the second one not minuted yet."""
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/meetings/2026-09-15-board.yaml", BEFORE)
    write(root, FILE, MEETING)
    return root


def _text(root: Path) -> str:
    return (root / FILE).read_text(encoding="utf-8")


def test_what_is_proposed_is_shown_and_nothing_written(cdrp: Cdrp, met: Path) -> None:
    done = cdrp(*MINUTES)
    assert (done.code, done.out, done.err) == (0, PREVIEW, "")
    assert _text(met) == MEETING


def test_nothing_exempt_is_shown(cdrp: Cdrp, met: Path) -> None:
    assert "Mill Lane" not in cdrp(*MINUTES, "--rest", "present", "--write").out


def test_it_is_written_beside_what_stands_there(cdrp: Cdrp, met: Path) -> None:
    said = ("--apologies", "fire=fire/manager", "--in-attendance", "vale/safety-officer", "--rest", "present")
    done = cdrp(*MINUTES, *said, "--write")
    assert done.code == 0
    assert done.out.endswith(
        f"\nWritten: {FILE}. Fill in what is still to be recorded, then: cdrp minutes 2026-11-17-board\n"
    )
    assert _text(met) == WRITTEN
    again = cdrp(*MINUTES, "--write")
    assert again.out.endswith("There is nothing to propose, and nothing was written.\n")
    assert _text(met) == WRITTEN


def test_an_attendance_list_that_is_begun_is_marked_as_such_until_it_is_whole(cdrp: Cdrp, met: Path) -> None:
    begun = cdrp(*MINUTES, "--present", "vale/chief-executive", "--write")
    assert "not_seen  (nothing)  attendance\n" in begun.out
    assert "Until then not_seen: [attendance] says that the list is not whole" in begun.out
    assert "\nnot_seen: [attendance]\n" in _text(met)
    judged = ("check", "--as-of", "2026-11-21", "--format", "concise", FILE)
    assert "meeting-inquorate" not in cdrp(*judged).out
    ended = cdrp(*MINUTES, "--apologies", "police", "--absent", "fire", "--write")
    assert "not_seen  attendance  (nothing)\n" in ended.out
    assert "not_seen" not in _text(met)
    assert "meeting-inquorate" in cdrp(*judged).out


def test_planned_hours_are_no_record_of_what_was(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING + "start: '10:00'\nend: '12:00'\nchair: fire/commander\n")
    begun = cdrp(*MINUTES, "--write").out
    assert "Start and end as they were, where it was not as planned.\n" in begun
    assert "Who presided" not in begun
    assert "as planned" not in cdrp(*MINUTES).out
    write(met, FILE, MEETING + "start: '10:00'\n")
    assert "Start as it was, where it was not as planned.\n" in cdrp(*MINUTES).out


def test_a_list_that_somebody_wrote_is_not_said_to_lack_anybody(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING + "attendance:\n  - {post: fire/commander, status: present}\n")
    cdrp(*MINUTES, "--in-attendance", "vale/safety-officer", "--write")
    assert "not_seen" not in _text(met)
    assert _text(met).endswith(
        "  - {post: fire/commander, status: present}\n  - post: vale/safety-officer\n    status: in-attendance\n"
    )


def test_people_that_are_only_counted_stand_for_their_partner(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING + "attendance:\n  - {partner: fire, count: 2, status: present}\n")
    out = cdrp(*MINUTES).out
    assert "Attendance of 2 members: vale/chief-executive and police/superintendent." in out


def test_numbers_already_there_stay(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING.replace("number: 1\n", "number: 1\n    minute: 52\n"))
    out = cdrp(*MINUTES, "--write").out
    assert "Minute numbers: run on from minute 52 of 17 November 2026\n" in out
    assert "    minute: 52\n    title: Apologies   # standing\n" in _text(met)
    assert "  - {number: 2, minute: 53, title: Mill Lane," in _text(met)


def test_a_first_number_may_be_said(cdrp: Cdrp, met: Path) -> None:
    anew = "{from: 2026-10-01, numbering: {scheme: continuous, prefix: CSP-}}"
    write(met, "data/bodies.yaml", BODIES.replace("continuous}}]", f"continuous}}}}, {anew}]"))
    left = cdrp(*MINUTES).out
    assert (
        "Minute numbers of item 1, item 2 and item 3: no earlier minute of the same series is on record; --from NUMBER "
        "says the first.\n"
    ) in left
    assert "Minute numbers: beginning with 7, as asked for\n" in cdrp(*MINUTES, "--from", "7", "--write").out
    assert "    minute: CSP-7\n" in _text(met)


def test_an_item_before_a_number_is_left_to_be_written_by_hand(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING.replace("number: 3\n", "minute: 44\n"))
    out = cdrp(*MINUTES).out
    assert (
        "Minute numbers of item 1 and item 2: an item after them has a number already; write them by hand.\n"
    ) in out


def test_a_status_that_says_it_took_place_stays(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING.replace("status: planned", "status: inquorate"))
    cdrp(*MINUTES, "--write")
    assert "status: inquorate   # see the calendar\n" in _text(met)


def test_a_decision_by_correspondence_has_no_attendance(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING + "how: correspondence\n")
    done = cdrp(*MINUTES, "--write")
    assert "Decided by correspondence: no attendance; the next meeting is to be told of it (refers_to).\n" in done.out
    assert "Attendance of" not in done.out
    assert "attendance" not in _text(met)
    refused = cdrp(*MINUTES, "--rest", "present")
    assert (refused.code, refused.out) == (2, "")
    assert "by correspondence: nobody attended it" in refused.err


def test_minutes_may_be_begun_on_the_day_and_not_before(cdrp: Cdrp, met: Path) -> None:
    assert cdrp("new", "minutes", "2026-11-17", "--today", "2026-11-17").code == 0
    done = cdrp("new", "minutes", "2026-11-17", "--today", "2026-11-16", "--write")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "cdrp: 2026-11-17-board is still to come, on 17 November 2026: its minutes are begun on the day, its agenda is "
        "made by cdrp agenda 2026-11-17-board\n"
    )
    assert _text(met) == MEETING


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("cancelled", "2026-11-17-board has no minutes: it is recorded as cancelled\n"),
        ("moved\nmoved_to: 2026-11-24-board", "it is recorded as moved: write those of 2026-11-24-board\n"),
    ],
)
def test_a_meeting_called_off_has_no_minutes(cdrp: Cdrp, met: Path, status: str, told: str) -> None:
    write(met, FILE, MEETING.replace("status: planned", f"status: {status}"))
    done = cdrp(*MINUTES, "--write")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(told)


def test_approved_minutes_are_left_alone(cdrp: Cdrp, met: Path) -> None:
    done = cdrp("new", "minutes", "2026-09-15-board", *TODAY, "--rest", "present", "--write")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cdrp: the minutes of 2026-09-15-board were approved by minute 43 of 2026-11-17-board:")
    assert (met / "data/meetings/2026-09-15-board.yaml").read_text(encoding="utf-8") == BEFORE


def test_a_record_that_was_not_read_in_full_is_not_written(cdrp: Cdrp, met: Path) -> None:
    write(met, FILE, MEETING + "venu: Hall\n")
    done = cdrp(*MINUTES, "--write")
    assert (done.code, done.out) == (2, "")
    assert f"cdrp: {FILE} was not read in full: mend first what cdrp check says of it\n" in done.err


def test_other_records_that_cannot_be_read_are_named(cdrp: Cdrp, met: Path) -> None:
    write(met, "data/meetings/2026-02-30-board.yaml", BROKEN)
    done = cdrp(*MINUTES)
    assert done.code == 3
    assert done.err.startswith("cdrp: not read in full, so that more may be missing here: data/meetings/2026-02-30-bo")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--present", "fire,vale/member"), "--present: 'vale/member' had no seat on Partnership Board on 17 November"),
        (
            ("--present", "fir"),
            "--present: 'fir' had no seat on Partnership Board on 17 November 2026; did you mean fi",
        ),
        (("--present", "vale/safety-officer"), "--present: 'vale/safety-officer' had no seat on Partnership Board on"),
        (("--present", "fire", "--absent", "fire"), "fire/commander is named twice: as present and as absent"),
        (("--present", "fire=fire/manager"), "--present fire=fire/manager: a substitute comes for a member who does n"),
        (("--apologies", "fire=fire/commander"), "--apologies: fire/commander cannot be its own substitute"),
        (
            ("--apologies", "fire=fire/manager", "--in-attendance", "fire/manager"),
            "fire/manager is named twice: as substitute of fire/commander and for itself",
        ),
        (("--apologies", "fire=fire/manger"), "--apologies: there is no post 'fire/manger'; did you mean fire/manager"),
        (("--apologies", "police=fire/old"), "--apologies: fire/old cannot have been there on 17 November 2026: the l"),
        (("--in-attendance", "police/inspector"), "--in-attendance: police/inspector cannot have been there on 17 Nov"),
        (("--rest", "here"), "--rest: 'here' is none of present, apologies or absent"),
        (("--from", "0"), "--from: '0' is no number: write for example 96, without the letters before it"),
        (("--from", "CSP 7"), "--from: 'CSP 7' is no number: write for example 96, without the letters before it"),
    ],
)
def test_a_mistake_in_the_attendance_writes_nothing(cdrp: Cdrp, met: Path, said: tuple[str, ...], told: str) -> None:
    done = cdrp(*MINUTES, *said, "--write")
    assert (done.code, done.out, _text(met)) == (2, "", MEETING)
    assert done.err.startswith(f"cdrp: {told}")


def test_a_partner_with_two_seats_is_asked_which(cdrp: Cdrp, met: Path) -> None:
    write(met, "data/bodies.yaml", BODIES.replace(", until: 2026-11-17", ""))
    done = cdrp(*MINUTES, "--present", "vale")
    assert done.code == 2
    assert done.err == (
        "cdrp: --present: vale has 2 seats on Partnership Board: name the posts, vale/chief-executive and vale/member\n"
    )


def test_whoever_is_on_the_list_already_is_changed_there(cdrp: Cdrp, met: Path) -> None:
    cdrp(*MINUTES, "--rest", "present", "--write")
    before = _text(met)
    done = cdrp(*MINUTES, "--absent", "fire", "--write")
    assert (done.code, _text(met)) == (2, before)
    assert done.err == "cdrp: --absent: fire/commander is on the attendance list already: change the line there\n"


def test_windows_line_ends_are_kept(cdrp: Cdrp, met: Path) -> None:
    (met / FILE).write_bytes(MEETING.replace("\n", "\r\n").encode())
    assert cdrp(*MINUTES, "--rest", "absent", "--write").code == 0
    data = (met / FILE).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > MEETING.count("\n")
