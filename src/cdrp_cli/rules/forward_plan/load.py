"""What meetings cost in a year: meetings and person-hours by body and by partner, and what the terms ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from cdrp_cli.core.dates import Period, months_later
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Attendance, Meeting
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.forward_plan.amount import Amount
from cdrp_cli.rules.forward_plan.year_rhythm import a_year
from cdrp_cli.rules.standing import seated

NOT_THERE, AS_NEEDED = "not there", "as needed"
"""The words for no meetings where a nought would mislead."""
_UNKNOWN = Amount(0, None)


@dataclass(frozen=True, slots=True)
class BodyLoad:
    """One body. Of the terms on the last day: meetings a year, members, and the one times the other.

    Of the year: meetings held, how many minutes they took, and the same times the members there.
    """

    id: str
    name: str
    asked: Amount
    members: Amount
    called: Amount
    held: Amount
    duration: Amount
    person_minutes: Amount


@dataclass(frozen=True, slots=True)
class PartnerLoad:
    """One partner in the year: the meetings its people came to, and the minutes they spent there."""

    id: str
    name: str
    attended: Amount
    person_minutes: Amount


@dataclass(frozen=True, slots=True)
class Load:
    """The year from `first` to `last`, both inclusive.

    `whole`: the records of meetings miss nothing in it. `planned`, `no_hours` and `not_listed` are the meetings planned
    and not known to have been held, those without a start and an end, and those without a whole attendance list.
    `not_counted` is how often people came for some items only, or in attendance.
    """

    first: date
    last: date
    whole: bool
    bodies: tuple[BodyLoad, ...]
    partners: tuple[PartnerLoad, ...]
    planned: tuple[str, ...]
    no_hours: tuple[str, ...]
    not_listed: tuple[str, ...]
    not_counted: int


@dataclass(frozen=True, slots=True)
class _Year:
    """What the records have of the year."""

    days: Period
    whole: bool
    held: tuple[Meeting, ...]
    planned: tuple[Meeting, ...]

    def of(self, body: str) -> _Year:
        """The same of one body."""
        held, planned = (tuple(each for each in part if each.body == body) for part in (self.held, self.planned))
        return _Year(self.days, self.whole, held, planned)

    @property
    def counted(self) -> bool:
        """Whether the meetings held are all known."""
        return self.whole and not self.planned

    @property
    def timed(self) -> bool:
        """Whether their hours are all known."""
        return self.counted and all(_minutes(each) is not None for each in self.held)

    @property
    def listed(self) -> bool:
        """Whether it is known for all of them who came."""
        return self.counted and all(map(_listed, self.held))


def year_to(last: date) -> date:
    """The first day of the twelve months that end with `last`."""
    after = last + timedelta(days=1)
    return max(months_later(after, -12), months_later(last, -12) + timedelta(days=1))


def load(partnership: Partnership, last: date, today: date) -> Load:
    """The load of the twelve months that end with `last`; what lies after `today` or the records is open."""
    first = year_to(last)
    sittings = [each for each in partnership.meetings if first <= each.day <= last and each.how != "correspondence"]
    year = _Year(
        Period.of(first, last + timedelta(days=1)),
        _whole(partnership, first, last, today),
        tuple(each for each in sittings if each.took_place),
        tuple(each for each in sittings if each.status == "planned"),
    )
    names = dict.fromkeys([*(body.id for body in partnership.bodies), *(each.body for each in partnership.meetings)])
    return Load(
        first,
        last,
        year.whole,
        tuple(_body(partnership, name, year.of(name), last) for name in names),
        tuple(_partner(partner, year) for partner in partnership.partners),
        tuple(each.id for each in year.planned),
        tuple(each.id for each in year.held if _minutes(each) is None),
        tuple(each.id for each in year.held if not _listed(each)),
        sum(_beside(row) for each in year.held for row in each.attendance),
    )


def _whole(partnership: Partnership, first: date, last: date, today: date) -> bool:
    """Whether no meeting of the days can be missing: the records are complete, and all days are in them and over."""
    until = partnership.profile.records.until if partnership.profile is not None else None
    kept = last <= today and (until is None or last < until)
    return kept and partnership.complete("meetings", first)


def _body(partnership: Partnership, ident: str, year: _Year, last: date) -> BodyLoad:
    body = partnership.body(ident)
    asked, members = (_asked(body, last), _members(partnership, body, last)) if body else (_UNKNOWN, _UNKNOWN)
    held, duration, people = _held(body, year)
    return BodyLoad(ident, body.name if body else ident, asked, members, asked.times(members), held, duration, people)


def _held(body: Body | None, year: _Year) -> tuple[Amount, Amount, Amount]:
    """Meetings, their minutes, and the minutes times the people there."""
    number = len(year.held)
    if body is not None and not (number or year.planned) and body.life.overlaps(year.days) is False:
        none = Amount.exactly(0, NOT_THERE)
        return none, none, none
    times = [(_minutes(each) or 0, sum(_people(each).values())) for each in year.held]
    return (
        Amount(number, number + len(year.planned) if year.whole else None),
        Amount.counted(sum(minutes for minutes, _ in times), whole=year.timed),
        Amount.counted(sum(minutes * people for minutes, people in times), whole=year.timed and year.listed),
    )


def _partner(partner: Partner, year: _Year) -> PartnerLoad:
    there = [(_minutes(each) or 0, _people(each), partner.id) for each in year.held if partner.id in _came(each)]
    if not there and partner.life.overlaps(year.days) is False:
        none = Amount.exactly(0, NOT_THERE)
        return PartnerLoad(partner.id, partner.name, none, none)
    spent = sum(minutes * people[ident] for minutes, people, ident in there)
    return PartnerLoad(
        partner.id,
        partner.name,
        Amount.counted(len(there), whole=year.listed),
        Amount.counted(spent, whole=year.listed and year.timed),
    )


def _asked(body: Body, day: date) -> Amount:
    """How many meetings a year the terms in force that day ask for."""
    there = body.life.covers(day)
    if there is False:
        return Amount.exactly(0, NOT_THERE)
    terms = body.terms_on(day)
    if terms is None or terms.meets is None:
        return _UNKNOWN
    if terms.meets.every == "as-needed":
        return Amount.exactly(0, AS_NEEDED)
    number = a_year(terms)
    if number is None:
        return _UNKNOWN
    return Amount(number if there else 0, number)


def _members(partnership: Partnership, body: Body, day: date) -> Amount:
    """The posts that sit on the body that day; a body whose seats nobody wrote down has members all the same."""
    if body.life.covers(day) is False:
        return Amount.exactly(0, NOT_THERE)
    if not body.seats:
        return _UNKNOWN
    sitting = [each.sure for each in seated(partnership, body, day)]
    return Amount(sum(sitting), len(sitting))


def _minutes(meeting: Meeting) -> int | None:
    """From start to end; None where either is not recorded, or the end does not come after the start."""
    if meeting.start is None or meeting.end is None or meeting.end <= meeting.start:
        return None
    start, end = time.fromisoformat(meeting.start), time.fromisoformat(meeting.end)
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def _listed(meeting: Meeting) -> bool:
    """Whether the attendance list is there, and whole."""
    return bool(meeting.attendance) and "attendance" not in meeting.not_seen


def _people(meeting: Meeting) -> Counter[str]:
    """How many of each partner were there throughout: members, those who came in their place, and those counted."""
    return _number(row for row in meeting.attendance if not row.items)


def _came(meeting: Meeting) -> Counter[str]:
    """How many of each partner were there, also for some items only."""
    return _number(meeting.attendance)


def _number(rows: Iterable[Attendance]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        who = row.substitute or row.post or row.partner
        many = 1 if row.substitute is not None or row.count is None else row.count
        if who is not None and many > 0 and (row.substitute is not None or row.status == "present"):
            found[who.partition("/")[0]] += many
    return found


def _beside(row: Attendance) -> int:
    """How many people of the row gave time that is not counted: for some items only, or in attendance."""
    many = 1 if row.count is None or row.substitute is not None else row.count
    present = row.substitute is not None or row.status == "present"
    return many if row.status == "in-attendance" or (present and row.items) else 0
