"""How many meetings a year the terms of reference ask for, and the months that a rhythm falls on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import say, say_month
from cdrp_cli.core.words import both, counted
from cdrp_cli.records.bodies import Body, Terms
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.meetings.rhythm import said

_EVERY = {"weekly": 52, "monthly": 12, "quarterly": 4, "half-yearly": 2, "yearly": 1}
_SPANS = {"month": 12, "quarter": 4, "year": 1}
_NOT_MET = ("cancelled", "moved")


@dataclass(frozen=True, slots=True)
class Months:
    """The months of the year, 1 to 12, and in words what they were taken from; none where nothing sets them."""

    months: tuple[int, ...]
    by: str


def a_year(terms: Terms | None) -> int | None:
    """The least number of meetings a year that keeps the rhythm; None where the terms set none."""
    meets = terms.meets if terms is not None else None
    if terms is None or meets is None:
        return None
    if meets.every == "monthly" and terms.months:
        return len(set(terms.months))
    if meets.every is not None:
        return _EVERY.get(meets.every)
    if meets.at_least is None or meets.per is None:
        return None
    return meets.at_least * _SPANS[meets.per]


def months_by_terms(body: Body, partnership: Partnership, first: date) -> Months:
    """The months that the terms of the year's `first` day name, or their rhythm counted on from the last meeting."""
    terms = body.terms_on(first)
    if terms is not None and terms.months:
        return Months(tuple(sorted(set(terms.months))), "the months that the terms of reference name")
    many = a_year(terms)
    if terms is None or terms.meets is None or not many:
        return Months((), "the terms of reference set no rhythm")
    rhythm = said(terms.meets)
    if many >= 12:
        return Months(tuple(range(1, 13)), f"{rhythm} by the terms of reference")
    last = _last(body, partnership, first)
    if 12 % many or last is None:
        why = "no earlier meeting is on record" if last is None else f"{many} do not divide a year evenly"
        return Months((), f"the body meets {rhythm} by the terms of reference, which name no months, and {why}")
    months = sorted((last.day.month - 1 + step) % 12 + 1 for step in range(0, 12, 12 // many))
    return Months(tuple(months), f"{rhythm} by the terms of reference, counted on from the meeting of {say(last.day)}")


def beside_terms(terms: Terms | None, planned: int, on_record: int, year: int) -> str:
    """The number of meetings beside what the terms ask for, in a sentence; empty where they set no rhythm."""
    many = a_year(terms)
    if terms is None or terms.meets is None or many is None:
        return ""
    total = planned + on_record
    parts = [counted(planned, "day") + " to plan here"] if planned or not on_record else []
    parts += [counted(on_record, "meeting") + " on record"] if on_record else []
    made = f"{both(parts)}".capitalize() + (f" {'makes' if total == 1 else 'make'} {total or 'none'} in {year}")
    verdict = "." if total >= many else ": fewer than that."
    rhythm = said(terms.meets) + (f", {many} a year" if terms.meets.every is not None and many > 1 else "")
    return f"The terms of reference ask for meetings {rhythm}. {made}{verdict}"


def on_record(body: Body, partnership: Partnership, year: int) -> int:
    """How many meetings of that year the records have, called off ones left out."""
    return sum(each.day.year == year and each.status not in _NOT_MET for each in partnership.meetings_of(body.id))


def say_months(months: tuple[int, ...]) -> str:
    """`March, June and September`; `every month` for all twelve."""
    return "every month" if len(set(months)) == 12 else both([say_month(month) for month in months])


def _last(body: Body, partnership: Partnership, first: date) -> Meeting | None:
    met = [each for each in partnership.meetings_of(body.id) if each.day < first and each.status not in _NOT_MET]
    return met[-1] if met else None
