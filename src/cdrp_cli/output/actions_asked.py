"""Actions as their owners are asked about them: what each is, how it stands, and the last word, in plain words."""

from __future__ import annotations

from cdrp_cli.core.dates import say
from cdrp_cli.core.report import Dates, Subject
from cdrp_cli.core.words import counted
from cdrp_cli.output.actions import heard
from cdrp_cli.output.actions_log import CLOSED, NOBODY, Logged, spoken_at
from cdrp_cli.output.plain import one_line
from cdrp_cli.rules.checklist.gaps import named


def asked_about(each: Logged) -> dict[str, str]:
    """The cells of one action, by field, and `owned`, its owner as the records write it; a closed one is not told.

    Nothing in them changes with the day.
    """
    action = each.action
    cells = {
        "ref": action.id,
        "text": each.text,
        "owner": _owner(each),
        "owned": each.owned(action.owner),
        "state": action.status,
        "due": say(action.due) if action.due is not None else "no day set",
        "raised": spoken_at(action.partnership, action.raised.minuted),
        "put_off": each.put_off or "never",
        "heard": heard(each, action.updates[-1]) if action.updates else "none since it was raised",
    }
    return {field: one_line(cell) for field, cell in cells.items()}


def how_to_answer(subject: Subject, dates: Dates, shown: tuple[Logged, ...]) -> tuple[str, ...]:
    """What a person who gets the table needs to know to fill it in."""
    whose = f" of {subject.name}" if subject.name else ""
    closed = any(each.closed for each in shown)
    return (
        f"{counted(len(shown), 'action')}{whose}, as the minutes up to {say(dates.as_of)} left them.",
        "Please fill in the white columns of the sheet Actions and send the file back. A line left empty says nothing.",
        "New status: done, open, withdrawn (not wanted any more) or overtaken (something else has settled it).",
        "Done on: the day it was done, for what is done. New last day: a day that lies ahead, for what is late.",
        "Progress: a sentence or two, to be minuted as you write it. No names or details of people, please.",
        *([f"{CLOSED.capitalize()} is exempt: ask what it is about, and answer it as any other."] if closed else []),
    )


def _owner(each: Logged) -> str:
    """The post and its partner, the body or its chair; plain words of a closed action are withheld."""
    owner = each.action.owner
    if owner is None:
        return NOBODY
    return each.owned(owner) if owner.kind == "words" else named(each.action.partnership, owner)
