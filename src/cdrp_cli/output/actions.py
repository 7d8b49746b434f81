"""The action log as a list: each action from the minute that raised it to the last that spoke of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.report import Dates, Subject
from cdrp_cli.core.words import both, counted
from cdrp_cli.output.actions_data import data
from cdrp_cli.output.actions_log import CLOSED, NOBODY, ORDERS, Asked, Logged, minute, spoken_at
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.records.minuted import Updated

_COLUMNS = (
    Column("action"),
    Column("status"),
    Column("due"),
    Column("days old"),
    Column("put off"),
    Column("days late"),
    Column("text", below=True),
    Column("owner", below=True, label="owner: "),
    Column("raised", below=True, label="raised: "),
    Column("heard", below=True, label="heard: "),
    Column("last minute", below=True, label="last minute: "),
)


def listing(subject: Subject, dates: Dates, asked: Asked, every: tuple[Logged, ...], unread: tuple[str, ...]) -> Sheet:
    """The actions wanted, in the order asked for; a closed one is named and not told."""
    shown = asked.of(every)
    heading = f"Actions of {subject.name}" if subject.name else "Actions"
    blocks = (
        Heading(heading, 1),
        Line(counting_days(dates)),
        Line(in_short(shown)),
        *_narrowed(shown, every, asked),
        *([Table("Actions", _COLUMNS, tuple(map(_cells, shown)))] if shown else []),
        *_foot(shown, unread),
    )
    return Sheet(blocks, data(subject, dates, asked, shown, unread), counting_days(dates))


def counting_days(dates: Dates) -> str:
    """Up to which meeting the actions are followed, and to which day lateness is counted."""
    if dates.as_of == dates.today:
        return f"As of {say(dates.as_of)}, for what meetings have heard and for what is late."
    return f"As the meetings up to {say(dates.as_of)} left them; late by {say(dates.today)}."


def in_short(shown: Iterable[Logged]) -> str:
    """How many there are and how they stand: `5 actions: 3 open, of these 1 overdue; 2 done`."""
    kept = tuple(shown)
    number = Counter(each.action.status for each in kept)
    overdue = sum(each.overdue for each in kept)
    told = [f"{number['open']} open" + (f", of these {overdue} overdue" if overdue else "")] if number["open"] else []
    told += [f"{number[state]} {state}" for state in ("done", "withdrawn", "overtaken") if number[state]]
    return f"{counted(len(kept), 'action')}{': ' if told else ''}{'; '.join(told)}."


def _narrowed(shown: tuple[Logged, ...], every: tuple[Logged, ...], asked: Asked) -> Iterator[Block]:
    """What was asked for, where it was not everything in the order of meetings."""
    wanted = ["overdue"] if asked.overdue else ["open"] if asked.open else []
    wanted += [f"owned by {asked.owner}"] if asked.owner else []
    wanted += [f"raised by the {asked.body[1]}"] if asked.body else []
    if wanted:
        yield Line(f"Shown: {len(shown)} of {counted(len(every), 'action')}, those {both(wanted)}.")
    if asked.by:
        yield Line(f"In order: {ORDERS[asked.by][0]}.")


def _cells(each: Logged) -> tuple[str, ...]:
    action = each.action
    return (
        action.id,
        action.status,
        action.due.isoformat() if action.due is not None else "no day set",
        str(each.age),
        str(len(action.put_off)),
        str(each.late),
        each.text,
        each.owned(action.owner) or NOBODY,
        spoken_at(action.partnership, action.raised.minuted),
        "; ".join(heard(each, update) for update in action.updates),
        spoken_at(action.partnership, each.last) if action.updates else "none since it was raised",
    )


def heard(each: Logged, updated: Updated) -> str:
    """`11 March 2025, minute 3: open, due 31 May 2025: Put off`."""
    update = updated.update
    told: list[str] = [update.status]
    told += [f"on {say(update.on)}"] if update.on is not None else []
    told += [f"due {say(update.due)}"] if update.due is not None else []
    told += [f"with {each.owned(update.owner)}"] if update.owner is not None else []
    text = f": {update.text.strip().removesuffix('.')}" if update.text and not each.closed else ""
    return f"{say(updated.minuted.meeting.date)}, {minute(updated.minuted)}: {', '.join(told)}{text}"


def _foot(shown: tuple[Logged, ...], unread: tuple[str, ...]) -> Iterator[Block]:
    """What the list cannot show, and why."""
    unsure = [each.action.id for each in shown if each.action.open and not each.certain]
    if unsure:
        yield Line(f"Not all minutes since are on record, so these may have been closed: {', '.join(unsure)}.")
    if any(each.closed for each in shown):
        yield Line(
            f"{CLOSED.capitalize()} is exempt: its words stand in no list. cdrp show ACTION prints them for you."
        )
    if unread:
        yield Line(f"Not read in full, so that more may be missing here: {', '.join(unread)}.")
