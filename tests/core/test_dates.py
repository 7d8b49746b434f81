"""Days as records write them: whole, partial, unknown; half-open periods that say when they cannot tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdrp_cli.core.dates import (
    PartialDate,
    Period,
    after_quarter,
    day_before,
    legal_year,
    months_later,
    parse_day,
    quarter,
    say,
    say_month,
    say_quarter,
)
from cdrp_cli.core.errors import MisreadError

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
partial = st.one_of(
    st.just("unknown"),
    days.map(date.isoformat),
    days.map(lambda day: day.strftime("%Y-%m")),
    days.map(lambda day: day.strftime("%Y")),
).map(PartialDate.parse)
bounds = st.one_of(st.none(), partial)
exact = st.one_of(st.none(), days)
usual = settings(derandomize=True, max_examples=300, deadline=None)


def on(text: str) -> date:
    return date.fromisoformat(text)


def period(start: str | None, end: str | None) -> Period:
    return Period(start and PartialDate.parse(start), end and PartialDate.parse(end))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "spoken"),
    [
        ("2025-07-22", "2025-07-22", "2025-07-22", "22 July 2025"),
        ("2025-02", "2025-02-01", "2025-02-28", "February 2025"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("1900-02", "1900-02-01", "1900-02-28", "February 1900"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "29 February 2000"),
        ("2025-12", "2025-12-01", "2025-12-31", "December 2025"),
        ("2025", "2025-01-01", "2025-12-31", "2025"),
    ],
)
def test_a_partial_date_means_the_days_it_leaves_open(text: str, earliest: str, latest: str, spoken: str) -> None:
    day = PartialDate.parse(text)
    assert (day.earliest, day.latest) == (on(earliest), on(latest))
    assert (day.exact, str(day), day.say()) == (len(text) == 10, text, spoken)


def test_an_unknown_day_can_be_any() -> None:
    day = PartialDate.parse("unknown")
    assert (day.earliest, day.latest, day.exact) == (date.min, date.max, False)
    assert (str(day), day.say()) == ("unknown", "an unknown day")


@pytest.mark.parametrize(
    ("text", "fact", "remedy"),
    [
        ("2025-02-29", "there is no 29 February 2025", "February 2025 has 28 days"),
        ("2025-04-31", "there is no 31 April 2025", "April 2025 has 30 days"),
        ("2025-04-00", "there is no 0 April 2025", "April 2025 has 30 days"),
        ("2025-13", "there is no such month as 2025-13", "2025-07-22"),
        ("2025-00-10", "there is no such month as 2025-00-10", "2025-07-22"),
        ("0000", "0000 does not lie between 1000 and 2999", "2025-07-22"),
        ("0205-07-22", "0205-07-22 does not lie between 1000 and 2999", "2025-07-22"),
        ("9999-12-31", "does not lie between 1000 and 2999", "leave out an end that nobody has set"),
        ("01/05/2025", "'01/05/2025' is not a date", "write 2025-05-01 for 1 May, year first"),
        ("1.5.2025", "'1.5.2025' is not a date", "write 2025-05-01 for 1 May, year first"),
        ("22/07/2025", "'22/07/2025' is not a date", "write 2025-07-22"),
        ("07/22/2025", "'07/22/2025' is not a date", "write 2025-07-22"),
        ("22 July 2025", "'22 July 2025' is not a date", "write year-month-day"),
        ("2025-7-2", "'2025-7-2' is not a date", "write year-month-day"),
        ("2025-07-22 ", "'2025-07-22 ' is not a date", "write year-month-day"),
        ("2025-07-22\n", "is not a date", "write year-month-day"),
        ("20250722", "'20250722' is not a date", "write year-month-day"),
        ("2025-07-22T10:00", "is not a date", "write year-month-day"),
        ("٢٠٢٥", "is not a date", "write year-month-day"),
        ("", "'' is not a date", "write year-month-day"),
        ("Unknown", "'Unknown' is not a date", "write year-month-day"),
        ("-2025", "'-2025' is not a date", "write year-month-day"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text: str, fact: str, remedy: str) -> None:
    with pytest.raises(MisreadError) as refused:
        PartialDate.parse(text)
    assert refused.value.rule == "not-a-date"
    assert fact in refused.value.message
    assert remedy in refused.value.help


@pytest.mark.parametrize("text", ["13/14/2025", "31/02/2025", "00/05/2025", "30/00/2025", "31/04/2025", "05/31/2025"])
def test_advice_on_a_foreign_date_never_names_a_day_that_does_not_exist(text: str) -> None:
    with pytest.raises(MisreadError) as refused:
        PartialDate.parse(text)
    for word in refused.value.help.replace(",", " ").split():
        if word[:1].isdigit() and word.count("-") == 2:
            assert date.fromisoformat(word)


@pytest.mark.parametrize("text", ["2025-07", "2025", "unknown"])
def test_a_whole_day_is_asked_for_where_part_of_one_is_given(text: str) -> None:
    with pytest.raises(MisreadError) as refused:
        parse_day(text)
    assert (refused.value.rule, refused.value.message) == ("not-a-date", f"{text!r} is not a whole day")


@usual
@given(days)
def test_a_whole_day_reads_back_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert str(PartialDate.parse(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("start", "end", "day", "covers", "begun", "over"),
    [
        ("2025-04-01", "2026-04-01", "2025-03-31", False, False, False),
        ("2025-04-01", "2026-04-01", "2025-04-01", True, True, False),
        ("2025-04-01", "2026-04-01", "2026-03-31", True, True, False),
        ("2025-04-01", "2026-04-01", "2026-04-01", False, True, True),
        (None, "2026-04-01", "1974-04-01", True, True, False),
        ("2025-04-01", None, "2060-01-01", True, True, False),
        (None, None, "2025-01-01", True, True, False),
        ("2025-04", None, "2025-03-31", False, False, False),
        ("2025-04", None, "2025-04-01", None, None, False),
        ("2025-04", None, "2025-04-29", None, None, False),
        ("2025-04", None, "2025-04-30", True, True, False),
        (None, "2025", "2024-12-31", True, True, False),
        (None, "2025", "2025-01-01", None, True, None),
        (None, "2025", "2025-12-31", False, True, True),
        ("unknown", None, "2025-01-01", None, None, False),
        (None, "unknown", "2025-01-01", None, True, None),
        ("unknown", "2025-01-01", "2025-01-01", False, None, True),
        ("2025-01-01", "unknown", "2024-12-31", False, False, None),
        ("2025-04-01", "2025-04-01", "2025-04-01", False, True, True),
    ],
)
def test_a_period_covers_a_day_does_not_or_cannot_tell(
    start: str | None, end: str | None, day: str, covers: bool | None, begun: bool | None, over: bool | None
) -> None:
    held = period(start, end)
    assert held.covers(on(day)) is covers
    assert held.begun(on(day)) is begun
    assert held.over(on(day)) is over


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("2025-01-01", "2025-04-01"), ("2025-04-01", "2025-07-01"), False),
        (("2025-01-01", "2025-04-02"), ("2025-04-01", "2025-07-01"), True),
        (("2025-01-01", None), ("2030-01-01", None), True),
        ((None, "2025-04-01"), (None, "2020-01-01"), True),
        ((None, "2025-04-01"), ("2025-04-01", None), False),
        ((None, None), ("2025-04-01", "2025-04-02"), True),
        (("2025-01-01", "2025-04"), ("2025-04-01", None), None),
        (("2025-01-01", "2025-04"), ("2025-04", None), False),  # one ended when the other began
        (("2025-01-01", "2025-04"), ("2025-04-30", None), False),
        (("2025-01-01", "2025-04"), ("2025-03-31", None), True),
        (("2025-01-01", "unknown"), ("2026-01-01", None), None),
        (("2025-01-01", "unknown"), ("unknown", None), False),
        (("unknown", "2025-01-01"), ("2025-01-01", None), False),
    ],
)
def test_two_periods_share_a_day_do_not_or_cannot_tell(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], shared: bool | None
) -> None:
    assert period(*one).overlaps(period(*other)) is shared
    assert period(*other).overlaps(period(*one)) is shared


@usual
@given(bounds, bounds, days, st.data())
def test_a_verdict_on_a_partial_period_holds_for_every_day_its_bounds_may_mean(
    start: PartialDate | None, end: PartialDate | None, day: date, data: st.DataObject
) -> None:
    told = Period(start, end).covers(day)
    sharp = Period.of(*(data.draw(_meant(bound, day)) for bound in (start, end)))
    if told is not None:
        assert sharp.covers(day) is told


@usual
@given(bounds, bounds, bounds, bounds, st.data())
def test_whether_partial_periods_overlap_holds_for_every_day_their_bounds_may_mean(
    a: PartialDate | None, b: PartialDate | None, c: PartialDate | None, d: PartialDate | None, data: st.DataObject
) -> None:
    one, other = Period(a, b), Period(c, d)
    told = one.overlaps(other)
    assert other.overlaps(one) is told
    if told is None or b == c or a == d:
        return
    w, x, y, z = (data.draw(_meant(bound, date(2025, 1, 1))) for bound in (a, b, c, d))
    if _proper(w, x) and _proper(y, z):
        assert Period.of(w, x).overlaps(Period.of(y, z)) is told


def _meant(bound: PartialDate | None, near: date) -> st.SearchStrategy[date | None]:
    if bound is None:
        return st.none()
    first, last = max(bound.earliest, date(1980, 1, 1)), min(bound.latest, date(2070, 1, 1))
    return st.sampled_from(sorted({first, last, min(max(near, first), last)}))


def _proper(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


@usual
@given(exact, exact, exact, exact)
def test_whole_periods_overlap_when_some_day_lies_in_both(
    a: date | None, b: date | None, c: date | None, d: date | None
) -> None:
    if not (_proper(a, b) and _proper(c, d)):
        return
    one, other = Period.of(a, b), Period.of(c, d)
    first = max(a or date.min, c or date.min)
    assert one.overlaps(other) is (bool(one.covers(first)) and bool(other.covers(first)))


@pytest.mark.parametrize(
    ("start", "end", "first", "last", "spoken"),
    [
        ("2024-04-01", "2025-04-01", date(2024, 4, 1), date(2025, 3, 31), "1 April 2024 to 31 March 2025"),
        ("2024-04", None, date(2024, 4, 1), date.max, "from April 2024"),
        (None, "2025-04-01", date.min, date(2025, 3, 31), "until 31 March 2025"),
        (None, "2025", date.min, date(2025, 12, 30), "until before 2025"),
        ("2024", "2025-04", date(2024, 1, 1), date(2025, 4, 29), "2024 to before April 2025"),
        (None, None, date.min, date.max, "always"),
        ("2024", "unknown", date(2024, 1, 1), date.max, "2024 to before an unknown day"),
    ],
)
def test_a_period_is_spoken_of_by_its_last_day(
    start: str | None, end: str | None, first: date, last: date, spoken: str
) -> None:
    held = period(start, end)
    assert (held.first, held.last, held.say()) == (first, last, spoken)


@pytest.mark.parametrize(
    ("day", "year"),
    [("2025-03-31", 2024), ("2025-04-01", 2025), ("2026-03-31", 2025), ("2026-04-01", 2026), ("2024-02-29", 2023)],
)
def test_the_legal_year_runs_from_the_first_of_april(day: str, year: int) -> None:
    assert legal_year(on(day)) == Period.of(date(year, 4, 1), date(year + 1, 4, 1))


@pytest.mark.parametrize(
    ("day", "first", "last", "spoken"),
    [
        ("2024-12-31", "2024-10-01", "2024-12-31", "October to December 2024"),
        ("2025-01-01", "2025-01-01", "2025-03-31", "January to March 2025"),
        ("2025-03-31", "2025-01-01", "2025-03-31", "January to March 2025"),
        ("2025-04-01", "2025-04-01", "2025-06-30", "April to June 2025"),
        ("2025-06-30", "2025-04-01", "2025-06-30", "April to June 2025"),
        ("2025-07-01", "2025-07-01", "2025-09-30", "July to September 2025"),
        ("2025-09-30", "2025-07-01", "2025-09-30", "July to September 2025"),
        ("2025-10-01", "2025-10-01", "2025-12-31", "October to December 2025"),
    ],
)
def test_quarters_are_the_calendar_s(day: str, first: str, last: str, spoken: str) -> None:
    held = quarter(on(day))
    assert (held.first, held.last, say_quarter(held)) == (on(first), on(last), spoken)


def test_the_quarter_after_runs_on_into_the_next_year() -> None:
    assert after_quarter(quarter(on("2025-07-22"))) == quarter(on("2025-10-01"))
    assert after_quarter(quarter(on("2025-12-31"))) == quarter(on("2026-01-01"))


@usual
@given(days)
def test_every_day_lies_in_its_own_year_and_quarter(day: date) -> None:
    for held in (legal_year(day), quarter(day)):
        assert held.covers(day) is True
        assert held.covers(held.first) is True
        assert held.covers(held.last) is True
        assert held.covers(held.last + timedelta(days=1)) is False
        assert held.covers(day_before(held.first)) is False
    assert (quarter(day).last - quarter(day).first).days in (89, 90, 91)
    assert after_quarter(quarter(day)).first == quarter(day).last + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-15", 12, "2026-01-15"),
        ("2025-12-01", 1, "2026-01-01"),
        ("2025-01-01", -1, "2024-12-01"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-08-31", 0, "2025-08-31"),
        ("2025-08-31", -24, "2023-08-31"),
    ],
)
def test_months_on_is_the_same_day_or_the_last_the_month_has(day: str, months: int, later: str) -> None:
    assert months_later(on(day), months) == on(later)


@usual
@given(days, st.integers(-240, 240))
def test_so_many_months_on_lies_in_that_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_days_are_spoken_as_people_write_them() -> None:
    assert say(date(2025, 4, 1)) == "1 April 2025"
    assert [say_month(1), say_month(12)] == ["January", "December"]
    assert day_before(date(2025, 3, 1)) == date(2025, 2, 28)
