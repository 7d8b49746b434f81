"""The forward plan: days counted by hand beside the calendar, clashes, and what falls due."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.report import Dates, Report, Subject
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree
from cdrp_cli.rules.forward_plan.plan import forward_plan
from cdrp_cli.rules.forward_plan.planned import ForwardPlan, Planned

TODAY = date(2026, 3, 2)
PROFILE = """\
name: Exampleshire Vale Community Safety Partnership
area: Exampleshire Vale
nation: england
tier: two-tier
police_area: Exampleshire
closed_days: [2026-04-07]
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    seats: [{post: vale/chief}, {post: fire/commander}]
    chairs:
      - {post: vale/chief, role: chair, from: 2024-04-30, until: 2025-04-29}
      - {post: fire/commander, role: chair, from: 2025-04-29}
    terms:
      - clear_days: 5
        chair: {term_months: 12}
        timetable: {call_for_items: 20, papers_in: 8, minutes_out: 3}
  - id: tasking
    name: Tasking Group
    seats: [{post: vale/chief}, {post: police/inspector}]
    chairs:
      - {post: police/inspector, role: chair, until: 2026-06-01}
    terms:
      - clear_days: 5
        timetable: {papers_in: 2}
"""
# In 2026 Good Friday is 3 April and Easter Monday 6 April; the Tuesday after is closed.
BOARD = "body: board\ndate: 2026-04-14\nstart: '10:00'\nend: '12:00'\nstatus: planned\n"


def _plan(
    *,
    meetings: dict[str, str] | None = None,
    documents: str = "",
    profile: str = PROFILE,
    duties: tuple[DutyRow, ...] = (),
    today: date = TODAY,
    last: date = date(2026, 12, 31),
) -> ForwardPlan:
    files = {"data/partnership.yaml": profile, "data/bodies.yaml": BODIES}
    files |= {f"data/meetings/{name}.yaml": text for name, text in (meetings or {}).items()}
    files |= {"data/documents.yaml": documents} if documents else {}
    loaded = load(Tree({name: text.encode() for name, text in files.items()}))
    assert loaded.findings == ()
    report = Report("0", Dates(today, today, today), Subject(None, None, None), 1, 1, (), duties)
    return forward_plan(loaded.partnership, report, catalogue(), today, last)


def _of(plan: ForwardPlan, kind: str) -> list[Planned]:
    return [each for each in plan.ahead if each.kind == kind]


def _one(plan: ForwardPlan, kind: str) -> Planned:
    (found,) = _of(plan, kind)
    return found


def _at(day: str, body: str = "tasking", start: str = "09:00", end: str = "11:00", status: str = "planned") -> str:
    return f"body: {body}\ndate: {day}\nstart: '{start}'\nend: '{end}'\nstatus: {status}\n"


def test_the_days_around_a_meeting_step_over_easter_and_a_closed_day() -> None:
    plan = _plan(meetings={"2026-04-14-board": BOARD})
    found = [(each.day.isoformat(), each.kind) for each in plan.ahead if each.ref == "2026-04-14-board"]
    assert found == [
        ("2026-03-12", "call-for-items"),
        ("2026-03-30", "papers-in"),
        ("2026-04-01", "publish"),
        ("2026-04-14", "meeting"),
        ("2026-04-17", "minutes-out"),
    ]
    assert _one(plan, "papers-in").working == (
        "8 working days before the meeting; not counted: weekends, 3 April 2026 (Good Friday), 6 April 2026 (Easter "
        "Monday) and 7 April 2026 (closed)"
    )
    assert _one(plan, "publish").working.startswith("5 clear days: Thursday 2 April, Wednesday 8 April,")
    assert _one(plan, "meeting").time == "10:00-12:00"
    assert plan.passed == ()


def test_papers_that_come_in_after_the_agenda_is_out_clash() -> None:
    plan = _plan(meetings={"2026-04-30-tasking": _at("2026-04-30")})
    assert _one(plan, "papers-in").clashes == ("after the last day to publish the agenda",)


def test_what_was_not_done_before_today_is_told_apart() -> None:
    plan = _plan(meetings={"2026-04-14-board": BOARD}, today=date(2026, 4, 9))
    assert [(each.day, each.kind) for each in plan.passed] == [(date(2026, 4, 1), "publish")]
    published = _plan(meetings={"2026-04-14-board": BOARD + "agenda_published: 2026-04-01\n"}, today=date(2026, 4, 9))
    assert published.passed == ()


def test_a_planned_meeting_whose_day_is_over_is_asked_about_and_a_held_one_wants_its_minutes() -> None:
    after = date(2026, 4, 20)
    assert [each.kind for each in _plan(meetings={"2026-04-14-board": BOARD}, today=after).passed] == ["meeting"]
    held = BOARD.replace("planned", "held")
    assert [each.kind for each in _plan(meetings={"2026-04-14-board": held}, today=after).passed] == ["minutes-out"]
    minuted = held + "minutes: {status: draft}\n"
    assert _plan(meetings={"2026-04-14-board": minuted}, today=after).passed == ()


def test_an_archive_is_not_asked_what_was_done_after_it_ended() -> None:
    archive = PROFILE + "records: {until: 2026-04-15}\n"
    plan = _plan(meetings={"2026-04-14-board": BOARD}, profile=archive, today=date(2026, 11, 1))
    assert [each.kind for each in plan.passed] == ["publish"]


@pytest.mark.parametrize(
    ("day", "clash"),
    [
        ("2026-04-03", "falls on a bank holiday, Good Friday"),
        ("2026-04-11", "falls on a Saturday"),
        ("2026-04-07", "falls on a closed day"),
        ("2026-12-24", "in Christmas week"),
        ("2026-12-25", "falls on a bank holiday, Christmas Day"),
        ("2026-12-31", "in Christmas week"),
    ],
)
def test_a_meeting_on_a_day_that_is_not_worked_in_clashes(day: str, clash: str) -> None:
    assert _one(_plan(meetings={f"{day}-tasking": _at(day)}), "meeting").clashes == (clash,)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        (_at("2026-04-14"), "Tasking Group meets at the same time; on both: vale/chief"),
        (_at("2026-04-14", start="12:00", end="13:00"), None),
        (_at("2026-04-14", status="cancelled"), None),
        (_at("2026-04-15"), None),
        (
            "body: tasking\ndate: 2026-04-14\nstatus: planned\n",
            "Tasking Group meets on the same day, at a time that is not on record; on both: vale/chief",
        ),
        (
            "body: tasking\ndate: 2026-04-14\nstart: '09:00'\nstatus: planned\n",
            "Tasking Group meets on the same day, and one has no end on record; on both: vale/chief",
        ),
        ("body: tasking\ndate: 2026-04-14\nstatus: planned\nhow: correspondence\n", None),
    ],
)
def test_two_meetings_clash_where_they_may_overlap(other: str, clash: str | None) -> None:
    name = "2026-04-15-tasking" if "04-15" in other else "2026-04-14-tasking"
    plan = _plan(meetings={"2026-04-14-board": BOARD, name: other})
    board = next(each for each in _of(plan, "meeting") if each.bodies == ("board",))
    assert board.clashes == ((clash,) if clash else ())


def test_the_day_before_christmas_eve_and_the_first_day_after_new_year_clash_with_nothing() -> None:
    last = date(2027, 12, 31)
    for day in ("2026-12-23", "2027-01-04"):
        assert _one(_plan(meetings={f"{day}-tasking": _at(day)}, last=last), "meeting").clashes == ()


def test_days_counted_beyond_the_table_of_holidays_say_where_it_ends() -> None:
    (within,) = _of(_plan(meetings={"2030-12-19-tasking": _at("2030-12-19")}, last=date(2031, 12, 31)), "papers-in")
    assert within.working == "2 working days before the meeting"
    plan = _plan(meetings={"2031-01-16-tasking": _at("2031-01-16")}, last=date(2031, 12, 31))
    for kind in ("papers-in", "publish"):
        assert _one(plan, kind).working.endswith("; the table of bank holidays ends on 31 December 2030")


def test_a_meeting_that_is_called_off_has_no_days() -> None:
    off = BOARD.replace("planned", "cancelled")
    assert [each for each in _plan(meetings={"2026-04-14-board": off}).ahead if each.kind != "chair"] == []


def test_terms_in_the_chair_end_by_record_or_by_the_terms_of_reference() -> None:
    plan = _plan()
    assert [(each.day.isoformat(), each.what, each.working) for each in _of(plan, "chair")] == [
        (
            "2026-04-28",
            "Last day of fire/commander as chair of Partnership Board",
            "12 months from 29 April 2025, by the terms of reference",
        ),
        ("2026-05-31", "Last day of police/inspector as chair of Tasking Group", ""),
    ]
    assert [each.kind for each in _plan(today=date(2026, 5, 1)).passed] == ["chair"]


def test_documents_fall_due_until_they_are_replaced_or_withdrawn() -> None:
    documents = """\
documents:
  - {id: old, kind: partnership-plan, title: Old plan, review_by: 2026-05-01}
  - {id: plan, kind: partnership-plan, title: Plan, replaces: old, review_by: 2026-06-01,
     period: {from: 2025-04-01, until: 2026-10-01}}
  - {id: gone, kind: other, title: Gone, review_by: 2026-05-01, withdrawn: 2026-01-01}
  - {id: figures, kind: case-review-figures, title: Figures, period: {from: 2025-04-01, until: 2026-04-01}}
  - {id: late, kind: other, title: Late, review_by: 2026-02-01}
"""
    plan = _plan(documents=documents)
    assert [(each.day.isoformat(), each.what) for each in _of(plan, "document")] == [
        ("2026-06-01", "Due for review: Plan"),
        ("2026-09-30", "Last day it governs: Plan"),
    ]
    assert [each.what for each in plan.passed] == ["Due for review: Late"]


def test_a_duty_due_on_a_day_off_names_the_working_day_before() -> None:
    row = DutyRow(
        "public-meeting-yearly", "board", "reg 12", "strategy-group", "partnership", Outcome.DUE, "", ("board",),
        due=date(2026, 4, 7),
    )  # fmt: skip
    found = _one(_plan(duties=(row,)), "duty")
    assert found.clashes == ("falls on a closed day; the working day before is 2 April 2026",)
    assert (found.working, found.to_do) == ("now due", True)


def test_duties_of_others_and_those_that_do_not_apply_are_left_out() -> None:
    rows = tuple(
        DutyRow("public-meeting-yearly", "board", "reg 12", "x", binds, outcome, "", due=date(2026, 4, 8))
        for binds, outcome in (("others", Outcome.DUE), ("partnership", Outcome.NOT_APPLICABLE))
    )
    assert _of(_plan(duties=rows), "duty") == []


def test_the_plan_says_how_far_bank_holidays_are_known_and_shows_no_day_outside() -> None:
    plan = _plan(meetings={"2026-04-14-board": BOARD}, last=date(2026, 4, 1))
    assert plan.holidays_to == date(2030, 12, 31)
    assert [each.kind for each in plan.ahead] == ["call-for-items", "papers-in", "publish"]
