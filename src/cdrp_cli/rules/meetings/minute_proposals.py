"""The numbers that the minutes of a meeting would bear by the body's own numbering; recorded ones are never touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from cdrp_cli.core.dates import months_later, say
from cdrp_cli.records.bodies import Body, Numbering
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.records.minute_numbers import LEAST_YEAR, Numbered, numbered


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number for each item, by its position, that has none; `by` says what they follow.

    `why_not` says why items were left without one, which `left` names by their positions; `wants_first`: they would
    get one if the first number were said.
    """

    numbers: Mapping[int, str] = field(default_factory=dict)
    by: str = ""
    why_not: str = ""
    left: tuple[int, ...] = ()
    wants_first: bool = False


def propose(meeting: Meeting, body: Body, partnership: Partnership, begin: int | None = None) -> Proposal:
    """The numbers of the items without one, run on from the minute before; `begin` is the first, where it was said.

    Nothing is proposed where the terms set no order, or the records do not tell what comes next.
    """
    bare = tuple(index for index, item in enumerate(meeting.items) if not item.minute)
    if not bare:
        return Proposal()
    terms = body.terms_on(meeting.date)
    numbering = terms.numbering if terms is not None else None
    if numbering is not None and numbering.scheme == "unordered":
        return Proposal(why_not="by the terms of reference they follow no order", left=bare)
    last = max((index for index, item in enumerate(meeting.items) if item.minute), default=-1)
    left, after = tuple(each for each in bare if each < last), tuple(each for each in bare if each > last)
    told = "an item after them has a number already" if left else ""
    if not after:
        return Proposal(why_not=told, left=left)
    first = _begun(begin) if begin is not None else _next(meeting, body, partnership, numbering, len(after))
    if first.why_not:
        return Proposal(why_not=first.why_not, left=bare, wants_first=True)
    prefix = numbering.prefix if numbering is not None else ""
    numbers = {index: f"{prefix}{first.value + step}" for step, index in enumerate(after)}
    there = {number for item in meeting.items for number in item.minute}
    if twice := next((number for number in numbers.values() if number in there), ""):
        return Proposal(why_not=f"this meeting has a minute {twice} already", left=bare, wants_first=True)
    return Proposal(numbers, first.by, told, left)


@dataclass(frozen=True, slots=True)
class _First:
    """The number that comes next and what it follows, or why nobody can say."""

    value: int = 0
    by: str = ""
    why_not: str = ""


def _begun(begin: int) -> _First:
    return _First(begin, f"beginning with {begin}, as asked for")


def _next(meeting: Meeting, body: Body, partnership: Partnership, numbering: Numbering | None, many: int) -> _First:
    """What follows the last minute of this meeting or of those before, where so many more lead into no other."""
    if numbering is None:
        return _First(why_not="the terms of reference of that day do not say how minutes are numbered")
    series = [each for each in numbered(body, partnership) if _one_series(each, numbering)]
    own = [each for each in series if each.meeting is meeting]
    if not own and any(item.minute for item in meeting.items):
        return _First(why_not="the numbers of this meeting are not of one series that runs on")
    if not own and numbering.scheme == "per-meeting":
        return _First(1, "beginning with 1 in each meeting, by the terms of reference")
    before = own or [each for each in series if _place(each.meeting) < _place(meeting)]
    if not before:
        return _First(why_not="no earlier minute of the same series is on record")
    last = before[-1]
    doubt = "" if own else _doubt(before, meeting, body, partnership)
    later = next((each for each in series if _place(each.meeting) > _place(meeting)), None)
    if later is not None and numbering.scheme != "per-meeting" and last.value < later.value <= last.value + many:
        doubt = doubt or f"{many} more after {_said(last)} would run into minute {_said(later)}"
    return _First(why_not=doubt) if doubt else _First(last.value + 1, f"run on from minute {_said(last)}")


def _doubt(before: list[Numbered], meeting: Meeting, body: Body, partnership: Partnership) -> str:
    """Why the numbers of the meetings before may not be what this one runs on from; empty where they are."""
    last = before[-1]
    if gap := _not_minuted(last.meeting, meeting, body, partnership):
        return f"the meeting of {say(gap.date)}, {gap.id}, has no minute numbers yet"
    if last.scheme == "yearly" and not _same_year(before, meeting.date):
        return f"by the terms of reference the numbers begin again once a year, perhaps after {_said(last)}"
    return ""


def _said(each: Numbered) -> str:
    return f"{each.text} of {say(each.meeting.date)}"


def _one_series(each: Numbered, numbering: Numbering) -> bool:
    return (each.scheme, each.prefix) == (numbering.scheme, numbering.prefix)


def _place(meeting: Meeting) -> tuple[date, str]:
    return meeting.date, meeting.id


def _not_minuted(earlier: Meeting, meeting: Meeting, body: Body, partnership: Partnership) -> Meeting | None:
    """A meeting between the two that was or may have been held and whose minutes bear no number."""
    for each in partnership.meetings_of(body.id):
        between = _place(earlier) < _place(each) < _place(meeting)
        if between and each.status not in ("cancelled", "moved") and each.items:
            return each
    return None


def _same_year(before: list[Numbered], day: date) -> bool:
    """Whether a series that begins again once a year surely has not done so since its last number."""
    began = before[0].meeting.date if before[0].value == 1 else None
    for earlier, later in pairwise(before):
        if later.value < earlier.value:
            began = later.meeting.date
    return began is not None and day < months_later(began, LEAST_YEAR)
