"""The business of a meeting as its minutes tell it, item by item, for members and for the public."""

from __future__ import annotations

from dataclasses import dataclass

from cdrp_cli.core.dates import say
from cdrp_cli.core.words import both
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.items import Arising, Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Action, Decision, Update
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.marked import Prose
from cdrp_cli.rendering.views.closed import closed_item, exempt_of, marking, public_title
from cdrp_cli.rendering.views.words import Names, letter, the
from cdrp_cli.rules.records.decided import CARRIED
from cdrp_cli.rules.records.effect_words import effect_said

_STATUS = {"open": "still open", "done": "done", "withdrawn": "withdrawn", "overtaken": "overtaken"}


@dataclass(frozen=True, slots=True)
class Said:
    """Words under a heading of their own: a matter arising, a decision, an action, what was heard of one.

    `effects` are sentences on what a decision that was carried changes, `task` is what an earlier action asked for.
    """

    of: str
    text: Prose | None = None
    more: str = ""
    effects: tuple[str, ...] = ()
    task: Prose | None = None


@dataclass(frozen=True, slots=True)
class Business:
    """One item as it was minuted; `number` is the recorded one, empty where none was recorded.

    `empty`: nothing but its title is shown.
    """

    number: str
    title: str
    marking: str = ""
    late: str = ""
    report: str = ""
    text: Prose | None = None
    arising: tuple[Said, ...] = ()
    updates: tuple[Said, ...] = ()
    decisions: tuple[Said, ...] = ()
    actions: tuple[Said, ...] = ()
    empty: bool = False


def for_public(partnership: Partnership, meeting: Meeting, item: Item) -> Business:
    """What the public sees of an item: its title and decisions; of a closed one its public title alone."""
    number, title = both(item.minute), public_title(partnership, item)
    if closed_item(partnership, item):
        return Business(number, title, marking(partnership.body(meeting.body), exempt_of(partnership, item)))
    late = item.late.reason if item.late is not None else ""
    decisions = _decisions(meeting, item, Names(partnership))
    return Business(number, title, late=late, decisions=decisions, empty=not decisions)


def for_members(partnership: Partnership, meeting: Meeting, item: Item) -> Business:
    """All that is recorded of an item."""
    names = Names(partnership)
    closed = closed_item(partnership, item)
    report = partnership.paper(item.paper) if item.paper is not None else None
    return Business(
        both(item.minute),
        item.title,
        marking(partnership.body(meeting.body), exempt_of(partnership, item)) if closed else "",
        item.late.reason if item.late is not None else "",
        report.title if report is not None else "",
        Prose(item.text) if item.text is not None else None,
        tuple(_arising(each, names) for each in item.arising),
        tuple(_heard(each, names) for each in item.updates),
        _decisions(meeting, item, names),
        tuple(_action(each, names) for each in item.outcomes if isinstance(each, Action)),
        empty=not (item.text or item.arising or item.updates or item.outcomes),
    )


def _arising(arising: Arising, names: Names) -> Said:
    if arising.minute is None:
        return Said("", Prose(arising.text))
    meeting = names.partnership.meeting(arising.minute.meeting)
    kind = "Minute" if arising.minute.kind == "minute" else "Item"
    when = say(meeting.date) if meeting is not None else arising.minute.meeting
    return Said(f"{kind} {arising.minute.number}", Prose(arising.text), when)


def _decisions(meeting: Meeting, item: Item, names: Names) -> tuple[Said, ...]:
    return tuple(_decision(each, meeting, names) for each in item.outcomes if isinstance(each, Decision))


def _decision(decision: Decision, meeting: Meeting, names: Names) -> Said:
    answered = decision.recommendation or 0
    more = [f"recommendation ({letter(answered)})"] if answered > 0 else []
    until = names.partnership.meeting(decision.until) if decision.until is not None else None
    more += [f"until {say(until.date)}"] if until is not None else []
    more += [f"to {the(names.body(decision.to))}"] if decision.to is not None else []
    effects = decision.effects if decision.verb in CARRIED and meeting.took_place else ()
    return Said(
        decision.verb.upper(),
        Prose(decision.text) if decision.text is not None else None,
        ", ".join(more),
        tuple(_effect(each, meeting, names) for each in effects),
    )


def _effect(effect: Effect, meeting: Meeting, names: Names) -> str:
    """What it changes, with a duty by its title."""
    found = catalogue().duties.get(effect.duty or "")
    duty = f"The duty ‘{found.title}’" if found is not None else f"The duty {effect.duty}"
    return f"{effect_said(effect, names.partnership, meeting.date, duty)}."


def _action(action: Action, names: Names) -> Said:
    more = [names.owner(action.owner) or "no owner recorded"]
    more.append(f"by {say(action.due)}" if action.due is not None else "no date recorded")
    more += [f"with {both([names.partner(each) for each in action.supports])}"] if action.supports else []
    return Said(action.id, Prose(action.text), "; ".join(more))


def _heard(update: Update, names: Names) -> Said:
    raised = names.partnership.action(update.action)
    what = f"{raised.action.id} of {say(raised.minuted.meeting.date)}" if raised is not None else update.action
    more = [_STATUS[update.status] + (f" on {say(update.on)}" if update.on is not None else "")]
    more += [f"now due by {say(update.due)}"] if update.due is not None else []
    more += [f"passed to {names.owner(update.owner)}"] if update.owner is not None else []
    task = Prose(raised.action.text.strip()) if raised is not None else None
    said = "; ".join(more)
    return Said(what, Prose(update.text) if update.text else None, f"{said[0].upper()}{said[1:]}", task=task)
