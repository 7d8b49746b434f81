"""The action log for other programs, `cdrp-actions/1`: fields may be added, none renamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

from cdrp_cli import __version__
from cdrp_cli.core.report import Dates, Subject
from cdrp_cli.output.actions_log import Asked, Logged
from cdrp_cli.output.law_words import iso
from cdrp_cli.records.follow_up import State
from cdrp_cli.records.minuted import Minuted, Updated

FORMAT = "cdrp-actions/1"


def data(
    subject: Subject, dates: Dates, asked: Asked, shown: Iterable[Logged], unread: tuple[str, ...]
) -> dict[str, Any]:
    """The actions shown, with counts of them; of a closed action no free words."""
    kept = tuple(shown)
    number = Counter(each.action.status for each in kept)
    return {
        "format": FORMAT,
        "tool": __version__,
        "as_of": dates.as_of.isoformat(),
        "today": dates.today.isoformat(),
        "at": dates.at,
        "partnership": {"name": subject.name, "nation": subject.nation, "tier": subject.tier},
        "complete": not unread,
        "unread": list(unread),
        "shown": {
            "open": asked.open,
            "overdue": asked.overdue,
            "owner": asked.owner or None,
            "body": asked.body[0] if asked.body else None,
        },
        "counts": {state: number[state] for state in get_args(State)} | {"overdue": sum(each.overdue for each in kept)},
        "actions": [_action(each) for each in kept],
    }


def _action(each: Logged) -> dict[str, Any]:
    followed, action = each.action, each.action.raised.action
    return {
        "action": followed.id,
        "body": followed.raised.minuted.meeting.body,
        "closed": each.closed,
        "text": None if each.closed else each.text,
        "owner": each.owned(followed.owner) or None,
        "partner": each.partner or None,
        "supports": list(action.supports),
        "status": followed.status,
        "certain": each.certain,
        "due": iso(followed.due),
        "first_due": iso(action.due),
        "age_days": each.age,
        "times_put_off": len(followed.put_off),
        "late_days": each.late,
        "overdue": each.overdue,
        "raised": _minute(followed.raised.minuted),
        "updates": [_update(each, heard) for heard in followed.updates],
        "last_minute": _minute(each.last),
    }


def _update(each: Logged, heard: Updated) -> dict[str, Any]:
    update = heard.update
    return {
        "minute": _minute(heard.minuted),
        "status": update.status,
        "on": iso(update.on),
        "due": iso(update.due),
        "owner": each.owned(update.owner) or None,
        "text": None if each.closed or update.text is None else update.text.strip(),
    }


def _minute(minuted: Minuted) -> dict[str, Any]:
    """The meeting with its day, and the numbers that the item bears there."""
    meeting, item = minuted.meeting, minuted.item
    return {
        "meeting": meeting.id,
        "date": meeting.date.isoformat(),
        "minute": item.minute[0] if item.minute else None,
        "item": item.number,
    }
