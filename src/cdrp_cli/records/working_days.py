"""Working days and clear days: what counts between publishing an agenda and the meeting, and why a day does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.words import both, counted
from cdrp_cli.records.profile import Profile

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TABLE = "bank_holidays.txt"


class WorkingDays(Frozen):
    """Which days are worked in: not Saturday, Sunday, a bank holiday, nor one of the partnership's closed days."""

    closed_days: tuple[date, ...] = ()

    @staticmethod
    def of(profile: Profile) -> WorkingDays:
        """The working days of the partnership."""
        return WorkingDays(profile.closed_days)

    def why_not(self, day: date) -> str:
        """Why the day is not worked in: `Saturday`, `Good Friday`, `closed`; empty for a working day."""
        if day.weekday() > 4:
            return _WEEKDAYS[day.weekday()]
        if day in self.closed_days:
            return "closed"
        return bank_holidays().get(day, "")

    def last_day_to_publish(self, meeting: date, clear_days: int) -> Notice:
        """The last working day before so many clear days, of which neither it nor the day of the meeting is one."""
        passed: list[tuple[date, str]] = []
        counts: list[date] = []
        for day in _backwards(meeting):
            why = self.why_not(day)
            if why:
                passed.append((day, why))
            elif len(counts) < clear_days:
                counts.append(day)
            else:
                return Notice(meeting, day, tuple(reversed(counts)), tuple(reversed(passed)))
        raise AssertionError("days never end")

    def clear_days_between(self, published: date, meeting: date) -> int:
        """How many working days lie between the two, neither of them counted; none where the first is not before."""
        return sum(1 for day in _between(published, meeting) if not self.why_not(day))


class Notice(Frozen):
    """The last day to publish for a meeting, with its working: the clear days counted and the days passed over."""

    meeting: date
    last_day: date
    counts: tuple[date, ...]
    passed: tuple[tuple[date, str], ...]

    def say(self) -> str:
        """The working in words, so that anybody can count it again."""
        days = both([_short(day) for day in self.counts])
        told = f"{counted(len(self.counts), 'clear day')}: {days}" if self.counts else "no clear days"
        named = [f"{_short(day)} ({why})" for day, why in self.passed if why not in _WEEKDAYS]
        left_out = both([*(["weekends"] if len(named) < len(self.passed) else []), *named])
        return told + (f"; not counted: {left_out}" if left_out else "") + beyond_table(self.meeting)


@cache
def bank_holidays() -> Mapping[date, str]:
    """The bank holidays of England and Wales, which are the same, by day.

    They are kept in a file because the library they are taken from takes a dozen times as long to load as Python
    itself; a test compares the two.
    """
    lines = (files("cdrp_cli.records") / _TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {date.fromisoformat(day): name for day, _, name in rows}


def table_ends() -> date:
    """The last day for which bank holidays are known: the end of its last year.

    A holiday proclaimed since the table was made is not in it; until it is, it can be named among the closed days.
    """
    return date(max(bank_holidays()).year, 12, 31)


def beyond_table(day: date) -> str:
    """What to add to the working of a count that runs up to the day, where the holidays are not known so far."""
    return f"; the table of bank holidays ends on {say(table_ends())}" if day > table_ends() else ""


def _short(day: date) -> str:
    """`Thursday 11 April`."""
    return f"{_WEEKDAYS[day.weekday()]} {say(day).rpartition(' ')[0]}"


def _backwards(day: date) -> Iterator[date]:
    while True:
        day = day_before(day)
        yield day


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range(1, (last - first).days))
