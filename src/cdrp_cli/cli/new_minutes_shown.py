"""What is shown of minutes that are begun: what is set, what is still to be recorded, and the actions to ask after."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.cli.new_minutes import Prefilled
from cdrp_cli.core.dates import say
from cdrp_cli.core.words import both, counted
from cdrp_cli.output.actions_log import NOBODY, Logged, log
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.records.items import Item
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.views.closed import public_title

_NOTHING = "(nothing)"


def sheet(found: Prefilled, partnership: Partnership, *, written: bool) -> Sheet:
    """The preview, or what was written, and below it what only people can say."""
    meeting = found.meeting
    blocks: list[Block] = [Heading(f"Minutes of {found.body.name}, {say(meeting.date)} ({meeting.id})", 1)]
    blocks += _set(found)
    blocks += _numbers(found, partnership)
    blocks += _attendance(found)
    left = [Line(text) for text in _left(found)]
    blocks += [Heading("Still to be recorded"), *left] if left else []
    blocks += _actions(found, partnership)
    blocks.append(Line(_end(found, written=written)))
    return Sheet(tuple(blocks), {})


def _set(found: Prefilled) -> Iterator[Block]:
    meeting = found.meeting
    rows: list[tuple[str, str, str]] = []
    if found.held:
        rows.append(("status", meeting.status, "held"))
    if found.draft:
        rows.append(("minutes", _NOTHING, "status: draft"))
    if found.not_seen != meeting.not_seen:
        rows.append(("not_seen", ", ".join(meeting.not_seen) or _NOTHING, ", ".join(found.not_seen) or _NOTHING))
    if rows:
        yield Heading("What is set")
        yield Table("Set", (Column("key"), Column("now"), Column("new")), tuple(rows))
    if found.held and meeting.how != "correspondence":
        yield Line("That minutes are begun says that it was held; where it had no quorum, write status: inquorate.")


def _numbers(found: Prefilled, partnership: Partnership) -> Iterator[Block]:
    proposal, items = found.proposal, found.meeting.items
    if proposal.numbers:
        rows = tuple(
            (items[index].number or "", number, public_title(partnership, items[index]))
            for index, number in proposal.numbers.items()
        )
        yield Heading(f"Minute numbers: {proposal.by}")
        yield Table("Numbers", (Column("item"), Column("minute"), Column("title")), rows)


def _attendance(found: Prefilled) -> Iterator[Block]:
    if found.rows:
        rows = tuple((row.post, row.status, row.substitute or "") for row in found.rows)
        yield Heading("Attendance")
        yield Table("Attendance", (Column("post"), Column("status"), Column("substitute")), rows)


def _left(found: Prefilled) -> Iterator[str]:
    meeting, proposal = found.meeting, found.proposal
    if found.left:
        yield (
            f"Attendance of {counted(len(found.left), 'member')}: {both(found.left)}. Say it with --present, "
            "--apologies or --absent and posts or partners, and with --rest of all others."
        )
    if "attendance" in found.not_seen:
        yield "Until then not_seen: [attendance] says that the list is not whole, so that no quorum is judged by it."
    if meeting.how == "correspondence":
        yield "Decided by correspondence: no attendance; the next meeting is to be told of it (refers_to)."
    if proposal.why_not:
        items = both([_called(meeting.items[index], index) for index in proposal.left])
        remedy = "--from NUMBER says the first" if proposal.wants_first else "write them by hand"
        yield f"Minute numbers of {items}: {proposal.why_not}; {remedy}."
    yield from _course(found)
    bare = [_called(item, index) for index, item in enumerate(meeting.items) if not _minuted(item)]
    if bare:
        yield f"What was said and decided, text and outcomes: {both(bare)}."
    if not meeting.items:
        yield f"The business: no item is on record; cdrp agenda {meeting.id} shows what was due."
    if not meeting.declarations and meeting.how != "correspondence":
        yield "Interests declared, under declarations; where none were, nothing."


def _course(found: Prefilled) -> Iterator[str]:
    """Who presided, and when it began and closed: what was planned is no record of what was."""
    meeting = found.meeting
    if meeting.how == "correspondence":
        return
    lacking = [("who presided (chair)", meeting.chair), ("when it closed (end)", meeting.end)]
    if told := both([what for what, value in lacking if value is None]):
        yield f"{told[0].upper()}{told[1:]}."
    hours = [key for key, value in (("start", meeting.start), ("end", meeting.end)) if value is not None]
    if found.held and hours:
        they = "they were" if len(hours) > 1 else "it was"
        yield f"{both(hours).capitalize()} as {they}, where it was not as planned."


def _minuted(item: Item) -> bool:
    return bool(item.text or item.outcomes or item.arising or item.updates)


def _called(item: Item, index: int) -> str:
    return f"item {item.number}" if item.number is not None else f"the item in place {index + 1}"


def _actions(found: Prefilled, partnership: Partnership) -> Iterator[Block]:
    """The body's actions that are open before the meeting and of which it has recorded nothing yet."""
    meeting = found.meeting
    heard = {update.action for item in meeting.items for update in item.updates}
    rows = tuple(
        _action(each)
        for each in log(partnership, meeting.date, meeting.date)
        if each.action.raised.minuted.meeting.body == meeting.body
        and each.action.raised.minuted.meeting is not meeting
        and each.action.open
        and each.action.id not in heard
    )
    if rows:
        columns = (Column("action"), Column("due"), Column("owner"), Column("what", below=True))
        yield Heading("Open actions, to be told of under updates of an item")
        yield Table("Actions", columns, rows)


def _action(each: Logged) -> tuple[str, ...]:
    due = each.action.due
    return (
        each.action.id,
        f"{due.isoformat() if due is not None else 'no day'}{' (late)' if each.overdue else ''}",
        each.owned(each.action.owner) or NOBODY,
        each.text,
    )


def _end(found: Prefilled, *, written: bool) -> str:
    if written:
        return f"Written: {found.file}. Fill in what is still to be recorded, then: cdrp minutes {found.meeting.id}"
    if found.changes:
        return "Nothing was written: repeat the command with --write to write what is proposed."
    return "There is nothing to propose, and nothing was written."
