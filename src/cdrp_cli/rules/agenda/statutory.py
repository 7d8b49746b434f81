"""Duties that fall due before the body meets again, so that this meeting is the last that can see to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.words import both
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.model import Duty
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.agenda.sittings import next_on_record
from cdrp_cli.rules.agenda.suggested import Suggested
from cdrp_cli.rules.holding.deadlines import next_date
from cdrp_cli.rules.holding.in_hand import ALL_SETS
from cdrp_cli.rules.meetings.rhythm import said, usual_pause


@dataclass(frozen=True, slots=True)
class _Until:
    """The last day before the body meets again, and how that is known."""

    day: date
    told: str


def statutory(
    partnership: Partnership, meeting: Meeting, rows: Iterable[DutyRow], law: Catalogue
) -> Iterator[Suggested]:
    """What the law asks of this body by a day before it meets again; duties of one family and day are one item.

    `rows` is how every duty stands on the day of the meeting. Where no later meeting is on record, the rhythm of the
    terms says when the body meets again; where they set none, nothing is suggested.
    """
    until = _until(partnership, meeting)
    if until is None:
        return
    due: dict[tuple[str, date], list[DutyRow]] = {}
    for row in rows:
        duty = law.duty(row.duty)
        day = next_date(row, duty, meeting.day)
        if day is not None and day <= until.day and _own(row, duty, meeting):
            due.setdefault((duty.family, day), []).append(row)
    on_agenda = {item.duty for item in meeting.items}
    for (_, day), found in sorted(due.items(), key=lambda pair: pair[0][1]):
        if on_agenda.isdisjoint(row.duty for row in found):
            yield _suggested(found, day, until, meeting, law)


def _own(row: DutyRow, duty: Duty, meeting: Meeting) -> bool:
    """Whether the body has it in hand, and it is to be done; a set of the quarterly data stands with all of them."""
    part = duty.family == "data-sets" and duty.id != ALL_SETS
    return meeting.body in row.held_by and row.outcome is not Outcome.NOT_APPLICABLE and not part


def _suggested(rows: list[DutyRow], day: date, until: _Until, meeting: Meeting, law: Catalogue) -> Suggested:
    first, *others = rows
    duty = law.duty(first.duty)
    if day < meeting.day:
        parts = [f"was to be done by {say(day)} ({first.source})"]
    else:
        parts = [f"to be done by {say(day)} ({first.source})", until.told]
    parts += [f"now: {first.reason}"] if first.outcome is not Outcome.MET else []
    with_it = list(dict.fromkeys(law.duty(row.duty).title for row in others if row.duty != first.duty))
    parts += [f"with it: {both(with_it)}"] if with_it else []
    parts += ["in hand here since no terms of reference name it"] if first.assumed else []
    parts += [f"law read to {say(law.read_to)}, later changes not checked"] if meeting.day > law.read_to else []
    return Suggested("statutory", Item(title=duty.title, source="statutory", duty=duty.id), "; ".join(parts))


def _until(partnership: Partnership, meeting: Meeting) -> _Until | None:
    body = partnership.body(meeting.body)
    if body is None:
        return None
    later = next_on_record(partnership, meeting)
    if later is not None:
        known = "" if partnership.complete("meetings", meeting.day) else " on record"
        told = f"this is the last meeting of {body.name}{known} before then: the next is on {say(later.day)}"
        return _Until(day_before(later.day), told)
    terms = body.terms_on(meeting.day)
    pause = usual_pause(terms)
    if terms is None or terms.meets is None or pause is None:
        return None
    again = meeting.day + pause
    told = f"no later meeting of {body.name} is on record, and by its terms it meets {said(terms.meets)}"
    return _Until(day_before(again), f"{told}, so the next may be as late as {say(again)}")
