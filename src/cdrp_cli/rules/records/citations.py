"""What a record names by its day is there: meetings, minutes, items and actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.citation import Citation
from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.words import both, either
from cdrp_cli.records.base import Entry
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.references import Reference
from cdrp_cli.rules.records.naming import nowhere
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("unknown-meeting", severity=Severity.ERROR)
def unknown_meeting(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every meeting that a record names is on record.

    Why: what rests on a meeting that is not there cannot be shown to anybody.
    Remedy: write the meeting's file name without .yaml, or record the meeting.
    """
    for reference in case.partnership.references("meeting"):
        if not case.partnership.meetings_named(str(reference.value)):
            yield from _no_meeting(case.partnership, reference, "meeting", str(reference.value))


@rule("unknown-minute", severity=Severity.ERROR)
def unknown_minute(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every minute or item that a record cites stands in the meeting it names.

    Why: an auditor who follows the citation finds nothing, or something else.
    Remedy: write the number and the meeting as they are recorded: 95 of 2025-07-22-board, or item 5 of 2025-07-22-board
    where the item was not minuted.
    """
    for reference in case.partnership.references("minute"):
        citation = reference.value
        assert isinstance(citation, Citation)  # noqa: S101 - so it is made
        meetings = case.partnership.meetings_named(citation.meeting)
        if not meetings:
            yield from _no_meeting(case.partnership, reference, citation.kind, citation.meeting)
        elif len(meetings) == 1 and case.partnership.minuted(citation) is None:
            yield from _no_minute(case.partnership, reference, citation, meetings[0])


@rule("unknown-action", severity=Severity.ERROR)
def unknown_action(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every action that a record names was raised in the meeting it names.

    Why: an update that reaches no action leaves the action that was meant open, and overdue.
    Remedy: write the meeting that raised the action and its id there: 2025-07-22-board/a1.
    """
    for reference in case.partnership.references("action"):
        where, _, name = str(reference.value).partition("/")
        meetings = case.partnership.meetings_named(where)
        if not meetings:
            yield from _no_meeting(case.partnership, reference, "action", where)
        elif len(meetings) == 1 and case.partnership.action(str(reference.value)) is None:
            yield from _no_action(case.partnership, reference, name, meetings[0])


@rule("ambiguous-meeting", severity=Severity.ERROR)
def ambiguous_meeting(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """A meeting is named by its day alone only where one body met that day.

    Why: a minute of one body would be read as the minute of another.
    Remedy: add the body to the day: 2025-07-22-board.
    """
    for kind in ("meeting", "minute", "action"):
        for reference in case.partnership.references(kind):
            named = reference.value.meeting if isinstance(reference.value, Citation) else reference.value
            day = named.partition("/")[0]
            meetings = case.partnership.meetings_named(day)
            if len(meetings) > 1:
                yield Problem(
                    reference.at,
                    f"{_who_met(case.partnership, meetings)} on {say(meetings[0].date)}",
                    f"write {either([meeting.id for meeting in meetings])}",
                    related=tuple(Related(each.pointer, f"the meeting {each.id}") for each in meetings),
                    subject=reference.by,
                    closed=reference.closed,
                )


def _no_meeting(partnership: Partnership, reference: Reference, what: str, ident: str) -> Iterator[Problem]:
    """The meeting is not on record: an error, but for the time before the records are complete."""
    if _unread(partnership, ident):
        return
    known = [meeting.id for meeting in partnership.meetings]
    named = reference._replace(value=ident)
    subject = "" if what == "meeting" else f"{_spoken(reference, what)} cannot be looked up: "
    doubt = _incomplete(partnership, date.fromisoformat(ident[:10])) if _is_day(ident[:10]) else ""
    fact = f"{subject}there is no meeting {ident!r} on record{doubt}"
    yield nowhere(named, what, known, fact=fact, severity=Severity.NOTE if doubt else None)


def _no_minute(
    partnership: Partnership, reference: Reference, citation: Citation, meeting: Meeting
) -> Iterator[Problem]:
    """The meeting is there and the number is not: the meetings that have it, or the numbers there are."""
    if _unread(partnership, meeting.id):
        return
    doubt = _items_not_seen(partnership, meeting)
    numbers = _numbers(meeting, citation.kind)
    fact = f"{meeting.id} has no {citation.kind} {citation.number}{doubt}"
    elsewhere = _elsewhere(partnership, citation, meeting)
    offer = f"did you mean {either(elsewhere)}?" if elsewhere else _run(numbers, citation.kind)
    yield nowhere(reference, citation.kind, (), fact=fact, else_=offer, severity=Severity.NOTE if doubt else None)


def _no_action(partnership: Partnership, reference: Reference, name: str, meeting: Meeting) -> Iterator[Problem]:
    if _unread(partnership, meeting.id):
        return
    doubt = _items_not_seen(partnership, meeting)
    own = [raised.id for raised in partnership.actions if raised.minuted.meeting is meeting]
    known = own or [raised.id for raised in partnership.actions]
    fact = f"{meeting.id} raised no action {name!r}{doubt}"
    yield nowhere(reference, "action", known, fact=fact, severity=Severity.NOTE if doubt else None)


def _unread(partnership: Partnership, ident: str) -> bool:
    """Whether the meeting, or one of that day, may be among what could not be read."""
    return any(
        kind == "meetings" and (not name or name == ident or name.startswith(f"{ident}-"))
        for kind, name in partnership.unread
    )


def _incomplete(partnership: Partnership, day: date) -> str:
    """Why a missing meeting of that day proves nothing; empty where it does."""
    first = partnership.profile.complete_from("meetings") if partnership.profile else None
    if first is None or first <= day:
        return ""
    return "; meetings are not all on record" + ("" if first == date.max else f" before {say(first)}")


def _items_not_seen(partnership: Partnership, meeting: Meeting) -> str:
    """Why a missing item of that meeting proves nothing; empty where it does."""
    if "items" in meeting.not_seen:
        return "; not all its items were seen"
    return _incomplete(partnership, meeting.date)


def _elsewhere(partnership: Partnership, citation: Citation, meeting: Meeting) -> list[str]:
    """The same number in other meetings, those of the same body first and the nearest day first; three at most."""
    having = [each for each in partnership.meetings if citation.number in _numbers(each, citation.kind)]
    having.sort(key=lambda each: (each.body != meeting.body, abs((each.date - meeting.date).days), each.id))
    shown = having if citation.kind == "minute" else []
    return [str(Citation(citation.kind, citation.number, each.id)) for each in shown[:3]]


def _numbers(meeting: Meeting, kind: str) -> tuple[str, ...]:
    if kind == "minute":
        return tuple(number for item in meeting.items for number in item.minute)
    return tuple(item.number for item in meeting.items if item.number is not None)


def _run(numbers: tuple[str, ...], kind: str) -> str:
    if not numbers:
        return f"no {kind} of that meeting is numbered"
    if len(numbers) < 3:
        return f"it has {kind} {both(numbers)}"
    return f"its {kind}s are {numbers[0]} to {numbers[-1]}"


def _spoken(reference: Reference, what: str) -> str:
    value = reference.value
    if isinstance(value, Citation):
        return f"{what} {value.number}"
    return f"{what} {value.partition('/')[2]}"


def _who_met(partnership: Partnership, meetings: tuple[Meeting, ...]) -> str:
    bodies = list(dict.fromkeys(meeting.body for meeting in meetings))
    names = [body.name if (body := partnership.body(ident)) is not None else ident for ident in bodies]
    times = "twice" if len(meetings) == 2 else f"{len(meetings)} times"
    return f"{names[0]} met {times}" if len(names) == 1 else f"{both(names)} met"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


RULES = (unknown_meeting, unknown_minute, unknown_action, ambiguous_meeting)
