"""How far the evidence of an answer carries: what it points at, of what day, and whether that is too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from cdrp_cli.core.dates import PartialDate, day_before, months_later, say
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.words import counted
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.positions import Evidence, Position


class Strength(StrEnum):
    """What the evidence of an answer amounts to, weakest first."""

    NONE = "none"
    UNDATED = "undated"
    STALE = "stale"
    GOOD = "good"


class Weighed(Frozen):
    """The strength of an answer's evidence, the latest day it surely bears, and in words why it is not good."""

    strength: Strength
    day: PartialDate | None = None
    why: str = ""


def weigh(position: Position, partnership: Partnership, day: date) -> Weighed:
    """The best of an answer's evidence on the day; what is later than the day does not count, nor what is not there.

    A month or a year counts from its first day: evidence that may be too old is not good.
    """
    there = [each for each in position.evidence if on_record(each, partnership)]
    shows = [each for each in there if _took_place(each, partnership)]
    if not shows:
        given = "nothing that its evidence names is on record" if position.evidence else "no evidence is given"
        return Weighed(Strength.NONE, why="no meeting that its evidence names was held" if there else given)
    found = [tuple(each for each in _days(piece, partnership) if each.year is not None) for piece in shows]
    come = [each for days in found for each in days if each.earliest <= day]
    if come:
        return _aged(max(come, key=lambda each: (each.earliest, each.latest)), partnership, day)
    if () in found:
        return Weighed(Strength.UNDATED, why="its evidence bears no date")
    return Weighed(Strength.NONE, why=f"its evidence is later than {say(day)}")


def _aged(latest: PartialDate, partnership: Partnership, day: date) -> Weighed:
    """Good or stale, by the partnership's own measure."""
    months = partnership.profile.defaults.stale_after_months if partnership.profile is not None else 12
    oldest = months_later(day, -months)
    if latest.earliest >= oldest:
        return Weighed(Strength.GOOD, latest)
    sure = "is" if latest.latest < oldest else "may be"
    return Weighed(Strength.STALE, latest, f"its evidence {sure} more than {counted(months, 'month')} old")


def _took_place(evidence: Evidence, partnership: Partnership) -> bool:
    """Whether there was such a meeting, where the evidence is one: what was only planned shows nothing."""
    meeting = partnership.meeting(evidence.meeting) if evidence.meeting is not None else None
    return meeting is None or meeting.took_place


def on_record(evidence: Evidence, partnership: Partnership) -> bool:
    """Whether what the evidence points at is on record."""
    if evidence.meeting is not None:
        return partnership.meeting(evidence.meeting) is not None
    if evidence.minute is not None:
        return partnership.minuted(evidence.minute) is not None
    if evidence.document is not None:
        return partnership.document(evidence.document) is not None
    if evidence.activity is not None:
        return partnership.activity(evidence.activity) is not None
    if evidence.action is not None:
        return partnership.action(evidence.action) is not None
    return evidence.url is not None


def _days(evidence: Evidence, partnership: Partnership) -> Iterator[PartialDate]:
    """Every day that a piece of evidence bears: of its meeting, of each revision, of the last that was heard of it."""
    if evidence.meeting is not None and (meeting := partnership.meeting(evidence.meeting)) is not None:
        yield _whole(meeting.date)
    if evidence.minute is not None and (minuted := partnership.minuted(evidence.minute)) is not None:
        yield _whole(minuted.meeting.date)
    if evidence.document is not None and (document := partnership.document(evidence.document)) is not None:
        yield from (_whole(revision.date) for revision in document.revisions)
        yield from (each for each in (document.dated, document.published and document.published.date) if each)
    if evidence.activity is not None and (activity := partnership.activity(evidence.activity)) is not None:
        yield activity.from_
        if activity.until is not None:
            yield _whole(day_before(activity.until.earliest)) if activity.until.exact else activity.until
    if evidence.action is not None and (raised := partnership.action(evidence.action)) is not None:
        yield _whole(raised.minuted.meeting.date)
        yield from (_whole(heard.minuted.meeting.date) for heard in partnership.updates_of(raised))
    if evidence.seen is not None:
        yield evidence.seen


def _whole(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
