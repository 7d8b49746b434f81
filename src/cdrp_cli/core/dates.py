"""Days as records and the law write them: whole, partial or unknown; periods that are half-open."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from cdrp_cli.core.errors import MisreadError
from cdrp_cli.core.frozen import Frozen

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_FOREIGN = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})\Z", re.ASCII)
_ASKED = "write year-month-day: 2025-07-22"
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
"""Years outside are slips of the pen (0205) or stand for `never` (9999), and days beside them cannot be counted."""
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads better
)


def say(day: date) -> str:
    """The day as people write it: `1 April 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_month(month: int) -> str:
    """The month by its number, 1 to 12: `April`."""
    return _MONTHS[month - 1]


def day_before(day: date) -> date:
    """The last day of a period whose first day no longer is `day`."""
    return day - timedelta(days=1)


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date:
    """A whole ISO day; raises MisreadError with what to write instead."""
    found = PartialDate.parse(text)
    if found.day is None or found.month is None or found.year is None:
        raise MisreadError("not-a-date", f"{text!r} is not a whole day", "write year, month and day: 2025-07-22")
    return found.earliest


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day known in full, to the month, to the year, or not at all (`unknown`)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    earliest: date = field(init=False, repr=False, compare=False)
    """The first day it can mean."""
    latest: date = field(init=False, repr=False, compare=False)
    """The last day it can mean."""

    def __post_init__(self) -> None:
        first, last = date.min, date.max
        if self.year is not None:
            month = self.month or 12
            first = date(self.year, self.month or 1, self.day or 1)
            last = date(self.year, month, self.day or monthrange(self.year, month)[1])
        object.__setattr__(self, "earliest", first)  # each is asked for thousands of times
        object.__setattr__(self, "latest", last)

    @staticmethod
    def parse(text: str) -> PartialDate:
        """`2025-07-22`, `2025-07`, `2025` or `unknown`; raises MisreadError for anything else."""
        if text == "unknown":
            return PartialDate()
        found = _ISO.match(text)
        if found is None:
            raise MisreadError("not-a-date", f"{text!r} is not a date", _instead_of(text))
        year, month, day = (int(part) if part else None for part in found.groups())
        _refuse_impossible(text, year or 0, month, day)
        return PartialDate(year, month, day)

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def __str__(self) -> str:
        """As it was written in the record."""
        if self.year is None:
            return "unknown"
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def say(self) -> str:
        """As people write it: `22 July 2025`, `July 2025`, `2025`, `an unknown day`."""
        if self.year is None:
            return "an unknown day"
        if self.month is None:
            return str(self.year)
        month = f"{_MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"


class Period(Frozen):
    """Days from `start` up to, not including, `end`; None is open on that side."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    @staticmethod
    def of(start: date | None, end: date | None) -> Period:
        """A period between two known days, the second not included."""
        return Period(_known(start), _known(end))

    def covers(self, day: date) -> bool | None:
        """Whether the day lies inside; None where a bound is not known well enough to tell."""
        begun = self.begun(day)
        over = self.over(day)
        if begun is False or over is True:
            return False
        return True if begun is True and over is False else None

    def begun(self, day: date) -> bool | None:
        """Whether it has begun by that day."""
        return True if self.start is None else _reached(self.start, day)

    def over(self, day: date) -> bool | None:
        """Whether it has ended by that day: its end is the first day no longer."""
        return False if self.end is None else _reached(self.end, day)

    def overlaps(self, other: Period) -> bool | None:
        """Whether the two share a day; None where the bounds cannot tell."""
        before = _ends_by(self, other)
        after = _ends_by(other, self)
        if before is True or after is True:
            return False
        return None if before is None or after is None else True

    @property
    def first(self) -> date:
        """The first day it can contain."""
        return date.min if self.start is None else self.start.earliest

    @property
    def last(self) -> date:
        """The last day it can contain."""
        if self.end is None or self.end.latest == date.max:
            return date.max
        return day_before(self.end.latest)

    def say(self) -> str:
        """`1 April 2024 to 31 March 2025` for whole days, with open sides named."""
        if self.end is None:
            return f"from {self.start.say()}" if self.start else "always"
        end = say(self.last) if self.end.exact else f"before {self.end.say()}"
        return f"{self.start.say()} to {end}" if self.start else f"until {end}"


def legal_year(day: date) -> Period:
    """The year of the strategy regulations that holds `day`: 1 April to 31 March (SI 2007/1830 reg 2)."""
    year = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return Period.of(date(year, 4, 1), date(year + 1, 4, 1))


def quarter(day: date) -> Period:
    """The calendar quarter that holds `day` (SI 2007/1831 reg 4)."""
    month = 3 * ((day.month - 1) // 3) + 1
    start = date(day.year, month, 1)
    return Period.of(start, months_later(start, 3))


def after_quarter(past: Period) -> Period:
    """The quarter that follows, by whose last day the data of the one before are due (SI 2007/1831 reg 3)."""
    return quarter(months_later(past.first, 3))


def say_quarter(period: Period) -> str:
    """`July to September 2010`."""
    return f"{_MONTHS[period.first.month - 1]} to {_MONTHS[period.last.month - 1]} {period.first.year}"


def months_later(day: date, months: int) -> date:
    """The same day so many months on (or back), or the last of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _known(day: date | None) -> PartialDate | None:
    return None if day is None else PartialDate(day.year, day.month, day.day)


def _reached(bound: PartialDate, day: date) -> bool | None:
    if bound.latest <= day:
        return True
    return False if bound.earliest > day else None


def _ends_by(one: Period, other: Period) -> bool | None:
    """Whether `one` is over when `other` begins."""
    if one.end is None or other.start is None:
        return False
    if one.end.latest <= other.start.earliest or one.end == other.start:
        return True
    return False if one.end.earliest > other.start.latest else None


def _refuse_impossible(text: str, year: int, month: int | None, day: int | None) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        fact = f"{text} does not lie between {_FIRST_YEAR} and {_LAST_YEAR}"
        raise MisreadError("not-a-date", fact, f"{_ASKED}; leave out an end that nobody has set")
    if month is not None and not 1 <= month <= 12:
        raise MisreadError("not-a-date", f"there is no such month as {text}", _ASKED)
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        last = monthrange(year, month)[1]
        fact = f"there is no {day} {_MONTHS[month - 1]} {year}"
        raise MisreadError("not-a-date", fact, f"{_MONTHS[month - 1]} {year} has {last} days")


def _instead_of(text: str) -> str:
    found = _FOREIGN.match(text.strip())
    if found is None:
        return _ASKED
    first, second, year = (int(part) for part in found.groups())
    day, month = (first, second) if second <= 12 else (second, first)
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR or not 1 <= day <= monthrange(year, month)[1]:
        return _ASKED
    iso = f"{year:04}-{month:02}-{day:02}"
    if day > 12:
        return f"write {iso}"
    return f"write {iso} for {day} {_MONTHS[month - 1]}, year first, so that nobody reads it the other way round"
