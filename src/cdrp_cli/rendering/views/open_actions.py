"""The actions of a body that are open before it meets, each with what meetings heard of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.words import counted
from cdrp_cli.records.follow_up import Followed, followed
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.views.closed import closed_action
from cdrp_cli.rendering.views.words import Names

_SHORT = 160
"""The most characters of the last word on an action that fit a row of a table."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one meeting heard of an action."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """An open action; an empty owner or day was not recorded. `closed`: it is not for publication.

    `put_off` counts how often a later day was set, `last` is the last that was heard of it, shortened.
    """

    id: str
    raised: date
    text: str
    owner: str
    due: date | None
    late: str
    closed: bool
    history: tuple[Heard, ...]
    put_off: int
    last: Heard | None


def open_actions(partnership: Partnership, meeting: Meeting) -> tuple[Open, ...]:
    """The actions that the body raised and that the day before the meeting left open, the oldest first."""
    before, names = day_before(meeting.day), Names(partnership)
    of_body = (each for each in followed(partnership, before) if each.raised.minuted.meeting.body == meeting.body)
    return tuple(_open(each, before, names) for each in of_body if each.open)


def _open(found: Followed, day: date, names: Names) -> Open:
    late = found.late_days(day)
    history = tuple(
        Heard(each.minuted.meeting.day, _heard(each.update.due, each.update.text, names.owner(each.update.owner)))
        for each in found.updates
    )
    return Open(
        found.raised.action.id,
        found.raised_on,
        found.raised.action.text.strip(),
        names.owner(found.owner),
        found.due,
        f"{counted(late, 'day')} late" if late else "",
        closed_action(names.partnership, found.raised),
        history,
        len(found.put_off),
        Heard(history[-1].day, shorten(history[-1].text, _SHORT, placeholder=" …")) if history else None,
    )


def _heard(due: date | None, text: str | None, owner: str) -> str:
    parts = ["still open"]
    parts += [f"due by {say(due)}"] if due is not None else []
    parts += [f"passed to {owner}"] if owner else []
    return "; ".join(parts) + (f". {text.strip()}" if text else "")
