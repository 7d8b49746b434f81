"""Where answers to actions are minuted: the meeting that is named, and the item of it that hears of earlier actions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import either, nearest
from cdrp_cli.records.follow_up import exempt_item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.partnership import Partnership

_HEARS = re.compile(
    r"\bmatters arising\b|\bminutes and actions\b|\baction (?:log|list)\b|\bactions arising\b"
    r"|\bactions (?:from|of) the \w+ (?:meeting|minutes)\b|\A(?:(?:review of|open|outstanding) )*actions\Z",
    re.IGNORECASE,
)
"""How an item is called that is there to hear of earlier actions; `Enforcement actions at the station` is not."""
_OFFERED = 3


def target(partnership: Partnership, name: str | None, number: str | None) -> Minuted:
    """The item of the meeting of that name that updates go to; `number` says which, as `named` writes it.

    Without a number it is the only open item that holds updates, else the only one called matters arising or actions.
    Raises CdrpError with the choice where no meeting is named, it cannot hear answers any more, or items are several.
    """
    meeting = _meeting(partnership, name)
    items = [Minuted(meeting, index, item) for index, item in enumerate(meeting.items)]
    if not items:
        fact = f"{meeting.id} has no items yet, so nothing in it can hear of actions"
        raise CdrpError(f"{fact}: add one to its record, such as title: Matters arising")
    if number is not None:
        wanted = [each for each in items if number in (named(each), each.item.number)]
        if len(wanted) != 1:
            raise UnknownIdError(f"item of {meeting.id}", number, tuple(named(each) for each in items))
        return wanted[0]
    public = [each for each in items if not exempt_item(partnership, each.item)]
    updated = [each for each in public if each.item.updates]
    titled = [each for each in public if _HEARS.search(each.item.title)]
    for hearing in (updated, titled):
        if len(hearing) == 1:
            return hearing[0]
    choice = "; ".join(f"{named(each)} {each.item.title}" for each in updated or titled or public)
    fact = "more than one item" if updated or titled else "no item"
    raise CdrpError(f"{meeting.id} has {fact} that hears of actions: name one with --item: {choice}")


def named(minuted: Minuted) -> str:
    """`item 3`, or `minute 95` where it has no number on the agenda; its place where it has neither."""
    item = minuted.item
    if item.number is not None:
        return f"item {item.number}"
    return f"minute {item.minute[0]}" if item.minute else f"entry {minuted.index + 1}"


def _meeting(partnership: Partnership, name: str | None) -> Meeting:
    """The meeting, if it can still hear answers."""
    if name is None:
        offered = [each.id for each in _hearing(partnership)[-_OFFERED:]]
        such = f", such as {either(offered)}" if offered else ""
        raise CdrpError(f"say which meeting hears the answers: --meeting MEETING{such}")
    several = partnership.meetings_named(name)
    if len(several) > 1:
        raise CdrpError(f"{name} is the day of several meetings: write {either([each.id for each in several])}")
    if not several:
        raise UnknownIdError("meeting", name, nearest(name, [each.id for each in partnership.meetings]))
    why = _deaf(several[0])
    if why:
        raise CdrpError(f"{name} {why}: name a later meeting with --meeting")
    return several[0]


def _hearing(partnership: Partnership) -> Sequence[Meeting]:
    """The meetings that can still hear answers, by date."""
    able = (each for each in partnership.meetings if each.items and not _deaf(each))
    return sorted(able, key=lambda each: (each.date, each.id))


def _deaf(meeting: Meeting) -> str:
    """Why no answer can be minuted there; empty where one can."""
    if meeting.status in ("moved", "cancelled"):
        return f"was {meeting.status}, and heard nothing"
    if meeting.minutes is not None and meeting.minutes.status == "approved":
        return "has approved minutes, to which nothing is added in silence"
    return ""
