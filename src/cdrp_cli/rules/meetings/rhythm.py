"""How often a body meets, beside how often its terms of reference say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.words import counted
from cdrp_cli.records.bodies import Body, Frequency, Terms
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_DAYS = {"weekly": 7, "monthly": 31, "quarterly": 92, "half-yearly": 184, "yearly": 366}
_SPAN = {"month": 31, "quarter": 92, "year": 366}
_SLACK = 1.5
"""A meeting moves by holidays and elections: only half as long again as the terms say is too far apart."""


@rule("meetings-too-far-apart", severity=Severity.WARNING, basis=Basis.HOUSE, per=Body, needs=("meetings",))
def meetings_too_far_apart(body: Body, case: Case) -> Iterator[Problem]:
    """Meetings are no further apart than half as long again as the terms of reference say.

    Why: what is not met about is not looked after, and the terms promise the partners a rhythm.
    Remedy: record the meeting that is missing, or change meets in the terms to what the body wants to keep.
    """
    held = [each for each in case.partnership.meetings_of(body.id) if each.took_place and each.date <= case.as_of]
    for earlier, later in pairwise(held):
        yield from _apart(body, earlier, later.date, later, case)
    until = _last_day(body, case)
    if held and until is not None:
        yield from _apart(body, held[-1], until, None, case)


def _apart(body: Body, earlier: Meeting, until: date, later: Meeting | None, case: Case) -> Iterator[Problem]:
    allowed = _longer(_allowed(body.terms_on(earlier.date)), _allowed(body.terms_on(until)))
    gap = until - earlier.date
    if allowed is None or gap <= allowed or not case.partnership.complete("meetings", earlier.date):
        return
    terms = body.terms_on(until)
    rhythm = said(terms.meets) if terms is not None and terms.meets is not None else ""
    if later is not None:
        fact = f"{counted(gap.days, 'day')} lie between the meetings of {say(earlier.date)} and {say(until)}"
    else:
        fact = f"{body.name} has not met for {counted(gap.days, 'day')}, since {say(earlier.date)}"
    at = later.at("date") if later is not None else body.pointer
    related = (Related(earlier.pointer, f"the meeting of {say(earlier.date)}"),)
    subject = later.id if later is not None else body.id
    yield Problem(at, f"{fact}; by its terms of reference the body meets {rhythm}", subject=subject, related=related)


def _last_day(body: Body, case: Case) -> date | None:
    """The day up to which the body surely was to meet: that of the report, or the last of its own; None: not known."""
    end = body.life.end
    if end is None:
        return case.as_of
    return None if end.year is None else min(case.as_of, day_before(end.earliest))


def _allowed(terms: Terms | None) -> timedelta | None:
    """The longest time between two meetings that is no fault; None where the terms set no rhythm."""
    pause = usual_pause(terms)
    return pause * _SLACK if pause is not None else None


def usual_pause(terms: Terms | None) -> timedelta | None:
    """The longest time that the terms foresee between two meetings; None where they set no rhythm."""
    days = _days(terms.meets) if terms is not None and terms.meets is not None else None
    if terms is None or days is None:
        return None
    return timedelta(days=max(days, _longest_pause(terms.months or ())))


def _longer(one: timedelta | None, other: timedelta | None) -> timedelta | None:
    """The longer of what two terms of reference allow; None where either sets no rhythm."""
    return None if one is None or other is None else max(one, other)


def _days(meets: Frequency) -> float | None:
    if meets.every is not None:
        return _DAYS.get(meets.every)
    if meets.at_least is None or meets.per is None or meets.at_least < 1:
        return None
    return _SPAN[meets.per] / meets.at_least


def _longest_pause(months: tuple[int, ...]) -> float:
    """The days between two of the months that the body keeps, the longest of the year; 0 where it keeps none."""
    kept = sorted(set(months))
    if not kept:
        return 0
    pauses = [later - earlier for earlier, later in pairwise([*kept, kept[0] + 12])]
    return max(pauses) * _SPAN["month"]


def said(meets: Frequency) -> str:
    """`quarterly`, `as needed`, `at least 6 times a year`."""
    if meets.every is not None:
        return meets.every.replace("as-needed", "as needed")
    many = {1: "once", 2: "twice"}.get(meets.at_least or 0, f"{meets.at_least} times")
    return f"at least {many} a {meets.per}"


RULES = (meetings_too_far_apart,)
