"""Working days and clear days, counted by hand beside the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from bankholidays import TABLE, known, table
from cdrp_cli.records.working_days import WorkingDays, table_ends

DAYS = WorkingDays()
SHUT = WorkingDays((date(2024, 12, 27), date(2024, 12, 30), date(2024, 12, 31)))


def test_five_clear_days_before_23_april_2019_step_over_easter() -> None:
    notice = DAYS.last_day_to_publish(date(2019, 4, 23), 5)
    assert notice.last_day == date(2019, 4, 11)
    assert notice.say() == (
        "5 clear days: Friday 12 April, Monday 15 April, Tuesday 16 April, Wednesday 17 April and Thursday 18 April; "
        "not counted: weekends, Friday 19 April (Good Friday) and Monday 22 April (Easter Monday)"
    )


@pytest.mark.parametrize(
    ("meeting", "clear_days", "last"),
    [
        ("2025-10-24", 3, "2025-10-20"),  # Friday: Thursday, Wednesday and Tuesday are clear
        ("2025-10-21", 5, "2025-10-13"),  # Tuesday: Monday and four days of the week before
        ("2025-10-20", 0, "2025-10-17"),  # Monday: the Friday before, since neither end is a clear day
        ("2022-09-20", 1, "2022-09-15"),  # the Monday was the day of the Queen's funeral
        ("2011-05-03", 1, "2011-04-27"),  # May Day, and the royal wedding on the Friday before
    ],
)
def test_the_last_day_to_publish(meeting: str, clear_days: int, last: str) -> None:
    found = DAYS.last_day_to_publish(date.fromisoformat(meeting), clear_days)
    assert found.last_day == date.fromisoformat(last)
    assert DAYS.clear_days_between(found.last_day, found.meeting) == clear_days


def test_closed_days_are_no_working_days() -> None:
    # from Thursday 2 January back: 1 January is a holiday, 27 to 31 December closed, Christmas and Boxing Day holidays
    notice = SHUT.last_day_to_publish(date(2025, 1, 3), 2)
    assert (notice.last_day, notice.counts) == (date(2024, 12, 23), (date(2024, 12, 24), date(2025, 1, 2)))
    assert "Tuesday 31 December (closed)" in notice.say()


def test_neither_end_counts() -> None:
    monday, wednesday = date(2025, 10, 20), date(2025, 10, 22)
    assert DAYS.clear_days_between(monday, wednesday) == 1
    assert DAYS.clear_days_between(monday, monday) == 0
    assert DAYS.clear_days_between(wednesday, monday) == 0


def test_no_clear_days_are_said_so() -> None:
    assert DAYS.last_day_to_publish(date(2025, 10, 21), 0).say() == "no clear days"


def test_beyond_the_table_the_working_says_where_it_ends() -> None:
    assert table_ends() == date(2030, 12, 31)
    within = DAYS.last_day_to_publish(date(2030, 12, 31), 2).say()
    assert "the table" not in within
    beyond = DAYS.last_day_to_publish(date(2031, 1, 14), 2).say()
    assert beyond.endswith("; the table of bank holidays ends on 31 December 2030")


def test_the_table_is_that_of_the_library_and_the_same_for_both_nations() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "run python tests/bankholidays.py"
    assert known("ENG") == known("WLS")
