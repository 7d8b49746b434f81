"""The year planner: days counted by hand beside the calendar, what stands against them, and the nearest free day."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.records.bodies import Body
from cdrp_cli.records.load import load
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import Tree
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.rules.forward_plan.ordinal_weekday import OrdinalWeekday
from cdrp_cli.rules.forward_plan.year_planner import Asked, YearDay, year_plan
from cdrp_cli.rules.forward_plan.year_rhythm import beside_terms, months_by_terms, on_record, say_months

TODAY = date(2026, 11, 20)
PROFILE = """\
name: Exampleshire Vale Community Safety Partnership
area: Exampleshire Vale
nation: england
tier: two-tier
police_area: Exampleshire
closed_days: [2027-11-30]
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    until: 2027-12-01
    seats: [{post: vale/chief}, {post: fire/commander}]
    terms: [TERMS]
  - id: tasking
    name: Tasking Group
    seats: [{post: vale/chief}]
"""


def _read(terms: str = "{meets: quarterly}", until: str = "", **meetings: str) -> tuple[Body, Partnership]:
    """The board, and the records; a meeting is named by its body and day, with underscores."""
    bodies = BODIES.replace("TERMS", terms).replace("    until: 2027-12-01\n", until)
    files = {"data/partnership.yaml": PROFILE, "data/bodies.yaml": bodies}
    for name, rest in meetings.items():
        body, *day = name.split("_")
        text = f"body: {body}\ndate: {'-'.join(day)}\n{rest}\n"
        files[f"data/meetings/{'-'.join(day)}-{body}.yaml"] = text
    loaded = load(Tree({name: text.encode() for name, text in files.items()}))
    assert loaded.findings == ()
    board = loaded.partnership.body("board")
    assert board is not None
    return board, loaded.partnership


def _plan(records: tuple[Body, Partnership], on: str, *months: int, year: int = 2027) -> tuple[YearDay, ...]:
    body, partnership = records
    assert partnership.profile is not None
    asked = Asked(year, OrdinalWeekday.parse(on), months, "10:00", "12:00")
    return year_plan(body, partnership, WorkingDays.of(partnership.profile), asked, TODAY)


def test_free_days_are_free() -> None:
    assert _plan(_read(), "last Tuesday", 6, 3) == (
        YearDay(date(2027, 3, 30), "free"),
        YearDay(date(2027, 6, 29), "free"),
    )


@pytest.mark.parametrize(
    ("on", "month", "day", "against", "instead"),
    [
        ("last Friday", 3, (3, 26), "falls on a bank holiday, Good Friday", (3, 19)),
        ("last Tuesday", 11, (11, 30), "falls on a closed day", (11, 23)),
        ("first Saturday", 5, (5, 1), "falls on a Saturday", None),
        ("first Monday", 5, (5, 3), "falls on a bank holiday, May Day", (4, 26)),
        ("last Thursday", 12, (12, 30), "in Christmas week", (12, 23)),
        ("fourth Friday", 12, (12, 24), "in Christmas week", (12, 17)),
    ],
)
def test_a_day_that_clashes_names_the_nearest_free_one(
    on: str, month: int, day: tuple[int, int], against: str, instead: tuple[int, int] | None
) -> None:
    found = date(2027, *instead) if instead is not None else None
    assert _plan(_read(), on, month) == (YearDay(date(2027, *day), "clash", (against,), found),)


def test_the_nearest_free_day_may_be_in_the_next_year() -> None:
    (found,) = _plan(_read(), "last Friday", 12)
    assert (found.day, found.against, found.instead) == (
        date(2027, 12, 31),
        ("in Christmas week",),
        date(2028, 1, 7),
    )


def test_the_day_before_christmas_week_and_the_first_one_worked_in_after_are_free() -> None:
    days = (*_plan(_read(), "fourth Thursday", 12), *_plan(_read(), "first Monday", 1, year=2028))
    assert [(each.day, each.state) for each in days] == [
        (date(2027, 12, 23), "free"),
        (date(2028, 1, 3), "clash"),  # New Year's Day of 2028 is a Saturday
    ]
    assert days[1].against == ("falls on a bank holiday, New Year's Day (observed)",)


def test_another_body_at_the_same_time_clashes_and_its_other_days_are_passed_over() -> None:
    records = _read(
        tasking_2027_03_30="start: '11:00'\nend: '12:30'\nstatus: planned",
        tasking_2027_03_23="status: planned",
        tasking_2027_06_29="start: '12:00'\nstatus: planned",
    )
    march, june = _plan(records, "last Tuesday", 3, 6)
    assert march.against == ("Tasking Group meets at the same time; on both: vale/chief",)
    assert march.instead == date(2027, 4, 6)
    assert june.state == "free"


def test_the_first_day_after_the_table_of_bank_holidays_is_no_free_day() -> None:
    last, first = (
        *_plan(_read(), "third Monday", 12, year=2030),
        *_plan(_read(), "second Monday", 1, year=2031),
    )
    assert last.state == "free"
    assert (first.state, first.against) == ("clash", ("bank holidays are known to 31 December 2030 only",))


def test_a_meeting_on_record_is_left_alone_whatever_became_of_it() -> None:
    records = _read(board_2027_03_30="status: planned", board_2027_06_29="status: cancelled")
    assert _plan(records, "last Tuesday", 3, 6) == (
        YearDay(date(2027, 3, 30), "on-record", meeting="2027-03-30-board"),
        YearDay(date(2027, 6, 29), "on-record", meeting="2027-06-29-board"),
    )


def test_a_second_meeting_in_a_month_is_asked_about() -> None:
    records = _read(board_2027_03_09="status: planned", board_2027_06_08="status: cancelled")
    march, june = _plan(records, "last Tuesday", 3, 6)
    assert march == YearDay(date(2027, 3, 30), "clash", ("the body has a meeting that month, 2027-03-09-board",), None)
    assert june.state == "free"


def test_days_gone_by_are_not_planned_and_today_is() -> None:
    days = _plan(_read(), "third Friday", 10, 11, 12, year=2026)
    assert [(each.day, each.state) for each in days] == [
        (date(2026, 10, 16), "gone-by"),
        (date(2026, 11, 20), "free"),
        (date(2026, 12, 18), "free"),
    ]


def test_a_body_is_planned_to_its_last_day() -> None:
    records = _read(until="    until: 2027-06-30\n")
    june, july = _plan(records, "last Tuesday", 6, 7)
    assert june.state == "free"
    assert july == YearDay(date(2027, 7, 27), "no-body", ("the last day of the body was 29 June 2027",))


@pytest.mark.parametrize(
    ("terms", "months"),
    [
        ("{meets: quarterly}", (2, 5, 8, 11)),
        ("{meets: half-yearly}", (5, 11)),
        ("{meets: yearly}", (11,)),
        ("{meets: monthly}", tuple(range(1, 13))),
        ("{meets: weekly}", tuple(range(1, 13))),
        ("{meets: {at_least: 3, per: year}}", (3, 7, 11)),
        ("{meets: {at_least: 1, per: quarter}}", (2, 5, 8, 11)),
        ("{meets: quarterly, months: [9, 3, 6, 12]}", (3, 6, 9, 12)),
        ("{meets: as-needed}", ()),
        ("{meets: {at_least: 5, per: year}}", ()),
        ("{clear_days: 5}", ()),
    ],
)
def test_months_by_the_terms_run_on_from_the_last_meeting(terms: str, months: tuple[int, ...]) -> None:
    records = _read(terms, board_2026_11_10="status: held", board_2026_12_08="status: cancelled")
    assert months_by_terms(*records, date(2027, 1, 1)).months == months


def test_what_the_months_were_taken_from_is_told() -> None:
    first = date(2027, 1, 1)
    assert months_by_terms(*_read(board_2026_11_10="status: held"), first).by == (
        "quarterly by the terms of reference, counted on from the meeting of 10 November 2026"
    )
    assert months_by_terms(*_read(), first).by == (
        "the body meets quarterly by the terms of reference, which name no months, and no earlier meeting is on record"
    )
    assert months_by_terms(*_read("{meets: as-needed}"), first).by == "the terms of reference set no rhythm"


@pytest.mark.parametrize(
    ("terms", "planned", "there", "told"),
    [
        ("{meets: quarterly}", 4, 0, "meetings quarterly, 4 a year. 4 days to plan here make 4 in 2027."),
        (
            "{meets: quarterly}",
            2,
            1,
            "4 a year. 2 days to plan here and 1 meeting on record make 3 in 2027: fewer than that.",
        ),
        ("{meets: yearly}", 1, 0, "ask for meetings yearly. 1 day to plan here makes 1 in 2027."),
        ("{meets: monthly, months: [1, 4]}", 1, 0, "2 a year. 1 day to plan here makes 1 in 2027: fewer than that"),
        ("{meets: {at_least: 6, per: year}}", 0, 6, "at least 6 times a year. 6 meetings on record make 6 in 2027."),
    ],
)
def test_the_year_is_compared_with_the_terms(terms: str, planned: int, there: int, told: str) -> None:
    body, _ = _read(terms)
    assert told in beside_terms(body.terms_on(date(2027, 1, 1)), planned, there, 2027)


def test_nothing_is_compared_where_no_rhythm_is_set() -> None:
    body, _ = _read("{meets: as-needed}")
    assert beside_terms(body.terms_on(date(2027, 1, 1)), 4, 0, 2027) == ""


def test_meetings_called_off_are_not_counted() -> None:
    records = _read(
        board_2027_03_30="status: planned", board_2027_06_29="status: moved", board_2026_12_31="status: held"
    )
    assert on_record(*records, 2027) == 1


def test_months_are_named() -> None:
    assert (say_months((3, 6, 9)), say_months(tuple(range(1, 13)))) == ("March, June and September", "every month")
