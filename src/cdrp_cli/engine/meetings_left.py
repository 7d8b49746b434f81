"""Whether a body still meets in a span of days: by its planned meetings, or by the rhythm of its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from cdrp_cli.core.dates import PartialDate, Period, day_before, months_later, say, say_month
from cdrp_cli.core.words import both, either
from cdrp_cli.records.bodies import Body, Frequency, Terms
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.meetings.rhythm import said

_MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12, "month": 1, "quarter": 3, "year": 12}


class Chance(IntEnum):
    """Whether there is a meeting, from the least to the most that can be said."""

    NONE = 0
    OPEN = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Left:
    """The meetings left in a span: the planned ones on record, what the rhythm gives, and both in words."""

    planned: tuple[str, ...]
    chance: Chance
    told: str


def meetings_left(partnership: Partnership, body: Body, first: date, last: date) -> Left:
    """The meetings of the body from `first` to `last`, both inclusive, while it is there."""
    planned = [
        meeting
        for meeting in partnership.meetings_of(body.id)
        if meeting.status not in ("cancelled", "moved")
        and first <= meeting.date <= last
        and body.life.covers(meeting.date) is not False
    ]
    if planned:
        days = both([say(meeting.date) for meeting in planned])
        could = f"{body.name} has {'a meeting' if len(planned) == 1 else 'meetings'} planned for {days}"
        return Left(tuple(meeting.id for meeting in planned), Chance.SURE, could)
    spans = list(_spans(body, first, last))
    if not spans:
        return Left((), Chance.NONE, f"{body.name} is not there between {say(first)} and {say(last)}")
    answers = [_rhythm(body, span) for span in spans]
    best = max(chance for chance, _ in answers)
    return Left((), best, "; ".join(told for chance, told in answers if chance is best))


@dataclass(frozen=True, slots=True)
class _Span:
    """Days, both inclusive, through which the same terms hold; `whole` where they run through all days asked about."""

    first: date
    last: date
    terms: Terms | None
    whole: bool

    @property
    def said(self) -> str:
        """The days in words where they are not all days asked about."""
        return "" if self.whole else f" from {say(self.first)} to {say(self.last)}"


def _spans(body: Body, first: date, last: date) -> Iterator[_Span]:
    """The days asked about on which the body may be there, cut where its terms change."""
    start, end = max(first, body.life.first), min(last, body.life.last)
    turns = {terms.from_.latest for terms in body.terms if terms.from_ is not None}
    cuts = sorted({start, *(turn for turn in turns if start < turn <= end)})
    for index, cut in enumerate(cuts):
        stop = day_before(cuts[index + 1]) if index + 1 < len(cuts) else end
        if cut <= stop:
            yield _Span(cut, stop, body.terms_on(cut), whole=(cut, stop) == (first, last))


def _rhythm(body: Body, span: _Span) -> tuple[Chance, str]:
    meets = span.terms.meets if span.terms is not None else None
    months = span.terms.months if span.terms is not None else None
    if meets is None:
        return Chance.OPEN, f"how often {body.name} meets{span.said} is not on record, nor is any planned meeting"
    if months:
        return _by_month(body, meets, months, span)
    if meets.every == "as-needed":
        return Chance.OPEN, f"{body.name} meets as needed{span.said}: a meeting has to be called"
    regular = f"{body.name} meets {said(meets)}{span.said}"
    if day_before(_after_one(meets, span.first)) <= span.last:
        return Chance.SURE, regular
    return Chance.OPEN, f"{regular}, in which month is not said, so all hangs on a meeting by {say(span.last)}"


def _after_one(meets: Frequency, first: date) -> date:
    """The day by which a meeting has surely come round, counted from `first`."""
    if meets.every == "weekly":
        return first + timedelta(days=7)
    return months_later(first, _MONTHS.get(meets.every or meets.per or "year", 12))


def _by_month(body: Body, meets: Frequency, months: tuple[int, ...], span: _Span) -> tuple[Chance, str]:
    """By the months that the terms name: a month inside the span will do; of a yearly rhythm, one of each season."""
    named = either([say_month(month) for month in sorted(months)])
    regular = f"{body.name} meets {said(meets)} in {named}{span.said}"
    inside = [each for each in _months_of(span) if each.first.month in months]
    whole = {each.first.month for each in inside if span.first <= each.first and each.last <= span.last}
    if not inside:
        return Chance.NONE, f"{regular}, and none of these months lies between {say(span.first)} and {say(span.last)}"
    next_ = either([PartialDate(each.first.year, each.first.month).say() for each in inside])
    seasons = _seasons(months) if meets.every == "yearly" else [months]
    sure = all(whole.intersection(season) for season in seasons)
    return (Chance.SURE if sure else Chance.OPEN), f"{regular}, next in {next_}"


def _seasons(months: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The months in runs that follow one another, December and January included."""
    starts = [month for month in sorted(months) if (month - 2) % 12 + 1 not in months] or [min(months)]
    return [tuple(month for month in months if _start(month, months, starts) == start) for start in starts]


def _start(month: int, months: tuple[int, ...], starts: list[int]) -> int:
    while month not in starts and (month - 2) % 12 + 1 in months:
        month = (month - 2) % 12 + 1
    return month


def _months_of(span: _Span) -> Iterator[Period]:
    """The calendar months that share a day with the span."""
    first = span.first.replace(day=1)
    while first <= span.last:
        yield Period.of(first, months_later(first, 1))
        first = months_later(first, 1)
