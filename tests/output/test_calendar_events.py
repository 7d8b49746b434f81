"""Meetings for calendar programs: times in UTC, ids that last, what was called off, and nothing that is not public."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from cdrp_cli.output.calendar_events import Gathering, events, ics
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree

FIRST, LAST, STAMP = date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 2)
PROFILE = "name: Vale\narea: Exampleshire Vale\nnation: england\ntier: two-tier\npolice_area: Exampleshire\n"
BODIES = "bodies:\n  - {id: board, name: Partnership Board}\n"


def _events(*meetings: str, first: date = FIRST, last: date = LAST) -> tuple[Gathering, ...]:
    files = {"data/partnership.yaml": PROFILE, "data/bodies.yaml": BODIES}
    for text in meetings:
        day = text.partition("date: ")[2].partition("\n")[0]
        files[f"data/meetings/{day}-board.yaml"] = f"body: board\n{text}"
    return events(load(Tree({name: text.encode() for name, text in files.items()})).partnership, first, last)


def _text(*meetings: str) -> str:
    return ics(_events(*meetings), "Vale", STAMP).decode("utf-8")


def test_times_are_in_utc_in_summer_and_in_winter() -> None:
    summer = _text("date: 2026-07-28\nstatus: planned\nstart: '14:00'\nend: '16:00'\nvenue: Town Hall\nhow: hybrid\n")
    assert "DTSTART:20260728T130000Z\r\nDTEND:20260728T150000Z\r\n" in summer
    assert "LOCATION:Town Hall\\, In person and online\r\n" in summer
    winter = _text("date: 2026-01-27\nstatus: planned\nstart: '14:00'\n")
    assert "DTSTART:20260127T140000Z\r\n" in winter
    assert "DTEND" not in winter
    assert "DTSTART;VALUE=DATE:20260127\r\n" in _text("date: 2026-01-27\nstatus: planned\n")


def test_a_moved_meeting_keeps_its_id_and_counts_each_move() -> None:
    (found,) = _events(
        "date: 2026-02-03\nstatus: moved\nmoved_to: 2026-02-10-board\n",
        "date: 2026-02-10\nstatus: moved\nmoved_from: 2026-02-03-board\nmoved_to: 2026-02-17-board\n",
        "date: 2026-02-17\nstatus: planned\nmoved_from: 2026-02-10-board\n",
    )
    assert (found.uid, found.day.isoformat(), found.changes, found.cancelled) == (
        "2026-02-03-board@exampleshire-vale", "2026-02-17", 2, False,
    )  # fmt: skip


def test_a_move_is_followed_from_either_end_and_where_the_first_plan_was_not_kept() -> None:
    one_end = _events(
        "date: 2026-02-03\nstatus: moved\n", "date: 2026-02-10\nstatus: planned\nmoved_from: 2026-02-03-board\n"
    )
    assert [(each.uid[:10], each.changes) for each in one_end] == [("2026-02-03", 1)]
    not_kept = _events("date: 2026-02-10\nstatus: planned\nmoved_from: 2026-02-03-board\n")
    assert [(each.uid[:10], each.changes) for each in not_kept] == [("2026-02-03", 1)]


def test_a_meeting_moved_out_of_the_span_still_tells_where_it_went() -> None:
    there = "date: 2026-12-15\nstatus: moved\nmoved_to: 2027-01-12-board\n"
    found = _events(there, "date: 2027-01-12\nstatus: planned\nmoved_from: 2026-12-15-board\n")
    assert [(each.uid[:10], each.day.isoformat()) for each in found] == [("2026-12-15", "2027-01-12")]


def test_meetings_that_were_moved_to_each_other_end_the_search() -> None:
    found = _events(
        "date: 2026-02-03\nstatus: moved\nmoved_to: 2026-02-10-board\n",
        "date: 2026-02-10\nstatus: moved\nmoved_to: 2026-02-03-board\n",
    )
    assert [(each.uid[:10], each.cancelled) for each in found] == [("2026-02-03", True)]


def test_of_two_meetings_that_became_one_the_other_is_called_off() -> None:
    found = _events(
        "date: 2026-02-03\nstatus: moved\nmoved_to: 2026-02-17-board\n",
        "date: 2026-02-10\nstatus: moved\nmoved_to: 2026-02-17-board\n",
        "date: 2026-02-17\nstatus: planned\n",
        "date: 2026-02-24\nstatus: moved\nmoved_to: 2026-02-25-board\n",
        "date: 2026-02-25\nstatus: held\nhow: correspondence\n",
    )
    assert [(each.uid[:10], each.day.isoformat(), each.cancelled) for each in found] == [
        ("2026-02-03", "2026-02-03", True), ("2026-02-10", "2026-02-17", False), ("2026-02-24", "2026-02-24", True),
    ]  # fmt: skip


def test_what_was_called_off_stays_as_called_off() -> None:
    assert "SEQUENCE:1\r\n" in (off := _text("date: 2026-02-03\nstatus: cancelled\n"))
    assert "STATUS:CANCELLED\r\n" in off
    moved_nowhere = _text("date: 2026-02-03\nstatus: moved\n")
    assert "STATUS:CANCELLED\r\n" in moved_nowhere


def test_two_that_claim_one_plan_have_ids_of_their_own() -> None:
    found = _events(
        "date: 2026-02-10\nstatus: planned\nmoved_from: 2026-02-03-board\n",
        "date: 2026-02-17\nstatus: planned\nmoved_from: 2026-02-03-board\n",
    )
    assert [each.uid[:10] for each in found] == ["2026-02-03", "2026-02-17"]


def test_nothing_but_public_fields_goes_out_and_the_bytes_stay_the_same() -> None:
    meeting = """\
date: 2026-02-03
status: held
public: true
attendance: [{post: canary/attended, status: present}]
declarations: [{post: canary/declared, kind: personal, reason: CANARY}]
issued: [{date: 2026-01-20, revision: canary1, audience: members}]
items:
  - {number: "1", title: CANARY, text: CANARY, exempt: {paragraphs: [3], reason: CANARY}}
"""
    made = _text(meeting)
    assert "SUMMARY:Partnership Board (public meeting)\r\n" in made
    assert "canary" not in made.lower()
    assert made == _text(meeting)


def test_decisions_by_correspondence_are_no_meetings() -> None:
    assert _events("date: 2026-02-03\nstatus: held\nhow: correspondence\n") == ()


def test_a_calendar_that_reaches_beyond_the_table_of_holidays_says_where_it_ends() -> None:
    beyond = "date: 2031-01-14\nstatus: planned\nstart: '10:00'\n"
    found = _events(beyond, last=date(2031, 12, 31))
    told = Calendar.from_ical(ics(found, "Vale", STAMP))
    assert told["X-WR-CALDESC"] == "Bank holidays are known to 31 December 2030: a meeting after it may fall on one."
    assert "X-WR-CALDESC" not in Calendar.from_ical(_text("date: 2026-02-03\nstatus: planned\n"))


def test_a_calendar_program_reads_the_hours_on_either_side_of_the_change_to_summer_time() -> None:
    meetings = [f"date: {day}\nstatus: planned\nstart: '10:00'\nend: '12:30'\n" for day in ("2026-03-27", "2026-03-31")]
    before, after = Calendar.from_ical(_text(*meetings)).walk("VEVENT")
    assert (before.start, before.end) == (_utc("2026-03-27T10:00"), _utc("2026-03-27T12:30"))
    assert (after.start, after.end) == (_utc("2026-03-31T09:00"), _utc("2026-03-31T11:30"))


def test_a_calendar_program_finds_the_moved_meeting_under_its_id_and_later_than_before() -> None:
    there = "date: 2026-03-24\nstatus: moved\nmoved_to: 2026-03-31-board\n"
    here = "date: 2026-03-31\nmoved_from: 2026-03-24-board\nstart: '10:00'\n"
    versions = (
        ("date: 2026-03-24\nstatus: planned\nstart: '10:00'\n",),
        (there, f"{here}status: planned\n"),
        (there, f"{here}status: cancelled\n"),
    )
    (first,), (then,), (off,) = (Calendar.from_ical(_text(*each)).walk("VEVENT") for each in versions)
    assert first["UID"] == then["UID"] == off["UID"] == "2026-03-24-board@exampleshire-vale"
    assert [each["SEQUENCE"] for each in (first, then, off)] == [0, 1, 2]
    assert [each["STATUS"] for each in (first, then, off)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert (first.start, then.start) == (_utc("2026-03-24T10:00"), _utc("2026-03-31T09:00"))


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
