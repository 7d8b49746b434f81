"""A weekday of every month by its place, at the months where the place is hard to see."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rules.forward_plan.ordinal_weekday import OrdinalWeekday


@pytest.mark.parametrize(
    ("rule", "year", "month", "day"),
    [
        ("last Tuesday of the month", 2027, 12, 28),
        ("last Tuesday of the month", 2027, 3, 30),  # the fifth
        ("fourth Tuesday of the month", 2027, 3, 23),
        ("last Tuesday of the month", 2027, 2, 23),  # the fourth
        ("last Tuesday of the month", 2028, 2, 29),
        ("last Monday of the month", 2028, 2, 28),
        ("first Monday of the month", 2027, 3, 1),
        ("first Sunday of the month", 2027, 8, 1),
        ("second Wednesday of the month", 2027, 9, 8),
        ("third Friday of the month", 2027, 1, 15),
        ("last Friday of the month", 2027, 12, 31),
    ],
)
def test_the_day_of_a_month(rule: str, year: int, month: int, day: int) -> None:
    assert OrdinalWeekday.parse(rule).of(year, month) == date(year, month, day)


@pytest.mark.parametrize(
    "text",
    ["last tuesday", "LAST  Tuesday", "the last Tuesday in each month", "last Tuesday of every month"],
)
def test_the_ways_to_say_it(text: str) -> None:
    assert str(OrdinalWeekday.parse(text)) == "last Tuesday"


def test_numbers_may_stand_for_the_words() -> None:
    assert OrdinalWeekday.parse("2nd wednesday of the month") == OrdinalWeekday.parse("second Wednesday")


@pytest.mark.parametrize("text", ["", "Tuesday", "every second Tuesday", "15 of the month", "last day of the month"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CdrpError) as refused:
        OrdinalWeekday.parse(text)
    assert str(refused.value) == (
        f'{text!r} is no day of every month: write for example "last Tuesday of the month" or "second Wednesday of '
        'the month"'
    )


def test_a_fifth_one_is_refused_for_what_it_is() -> None:
    with pytest.raises(CdrpError, match="not every month has a fifth one; write for example"):
        OrdinalWeekday.parse("fifth Friday of the month")
