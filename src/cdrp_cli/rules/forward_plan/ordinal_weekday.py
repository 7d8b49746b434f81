"""A day of every month by its weekday: `last Tuesday of the month`."""

from __future__ import annotations

import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.errors import CdrpError

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_SHORT = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS = re.compile(r"(?:the )?(\w+) (\w+)(?: (?:of|in) (?:the|each|every|a) month)?\Z", re.ASCII)
_EXAMPLES = '"last Tuesday of the month" or "second Wednesday of the month"'


@dataclass(frozen=True, slots=True)
class OrdinalWeekday:
    """The weekday, Monday 0, and its place in the month: first, second, third, fourth or last."""

    place: str
    weekday: int

    @staticmethod
    def parse(text: str) -> OrdinalWeekday:
        """`last Tuesday of the month`, `2nd wednesday`; CdrpError with examples for anything else."""
        found = _WORDS.match(" ".join(text.lower().split()))
        place, day = (_SHORT.get(found[1], found[1]), found[2]) if found is not None else ("", "")
        if place in ("fifth", "5th"):
            raise CdrpError(f"{text!r}: not every month has a fifth one; write for example {_EXAMPLES}")
        weekdays = [name.lower() for name in _WEEKDAYS]
        if place not in _PLACES or day not in weekdays:
            raise CdrpError(f"{text!r} is no day of every month: write for example {_EXAMPLES}")
        return OrdinalWeekday(place, weekdays.index(day))

    def of(self, year: int, month: int) -> date:
        """The day in that month; every month has one."""
        days = Calendar().itermonthdates(year, month)
        return [day for day in days if day.month == month and day.weekday() == self.weekday][_PLACES[self.place]]

    def __str__(self) -> str:
        """`last Tuesday`."""
        return f"{self.place} {_WEEKDAYS[self.weekday]}"
