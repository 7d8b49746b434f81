"""Who came, by partner: members and their substitutes, who came for some items only, who sent apologies, interests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cdrp_cli.core.words import both, counted
from cdrp_cli.records.bodies import Body, Quorum
from cdrp_cli.records.meetings import Attendance, Declaration, Meeting
from cdrp_cli.rendering.views.words import Names
from cdrp_cli.rules.meetings.presence import at_meeting

_CAME = {
    "present": "Present",
    "apologies": "Apologies",
    "absent": "Absent",
    "in-attendance": "In attendance",
    "observer": "Observing",
}
_TOOK_PART = {**_CAME, "present": "Yes", "absent": "No"}
"""Where no meeting sat."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    partner: str
    member: str
    came: str


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest declared; what it is stays in the records."""

    post: str
    kind: str
    items: str
    left: str


def attendance(meeting: Meeting, names: Names) -> tuple[Row, ...]:
    """The list by partner, in the order in which the record first names each."""
    order = list(dict.fromkeys(_partner(row) for row in meeting.attendance))
    rows = sorted(meeting.attendance, key=lambda row: order.index(_partner(row)))
    return tuple(Row(names.partner(_partner(row)), _member(row, names), _came(meeting, row, names)) for row in rows)


def count(meeting: Meeting, body: Body | None) -> str:
    """How many partners sat, and how many the terms of that day ask for; nothing where no list is on record."""
    if not meeting.attendance:
        return ""
    terms = body.terms_on(meeting.day) if body is not None else None
    quorum = terms.quorum if terms is not None else None
    came = f"{'Took part' if _by_letter(meeting) else 'Present'}: {counted(len(at_meeting(meeting).sure), 'partner')}."
    return f"{came} {_wanted(quorum)}" if quorum is not None else came


def interests(meeting: Meeting, names: Names) -> tuple[Interest, ...]:
    """The interests declared: by whom, of what kind, at which minutes, and whether they left."""
    return tuple(_interest(meeting, each, names) for each in meeting.declarations)


def _interest(meeting: Meeting, declared: Declaration, names: Names) -> Interest:
    kind = declared.kind.replace("disclosable-", "disclosable ")
    left = "left the room" if declared.withdrew else "stayed"
    return Interest(names.post(declared.post), kind, _minutes(meeting, declared.items), left)


def _partner(row: Attendance) -> str:
    return row.partner or (row.post or row.substitute or "").partition("/")[0]


def _member(row: Attendance, names: Names) -> str:
    post = names.title(row.post) if row.post is not None else ""
    people = counted(row.count, "person", "people") if row.count is not None else ""
    return ", ".join(part for part in (post, people) if part)


def _by_letter(meeting: Meeting) -> bool:
    return meeting.how == "correspondence"


def _came(meeting: Meeting, row: Attendance, names: Names) -> str:
    said = (_TOOK_PART if _by_letter(meeting) else _CAME)[row.status]
    if row.substitute is not None:
        said += f"; {names.title(row.substitute)} in their place"
    if row.items:
        said += f", for {_minutes(meeting, row.items)}"
    return said


def _minutes(meeting: Meeting, items: Sequence[str]) -> str:
    """The items by the numbers of their minutes, which readers have before them; else by their agenda numbers."""
    minuted = {item.number: item.minute for item in meeting.items}
    known = all(minuted.get(number) for number in items)
    numbers = tuple(each for number in items for each in minuted[number]) if known else tuple(items)
    word = "minute" if known else "item"
    return f"{word if len(numbers) == 1 else f'{word}s'} {both(numbers)}" if numbers else ""


def _wanted(quorum: Quorum) -> str:
    asked = [counted(quorum.partners, "partner")] if quorum.partners is not None else []
    if quorum.responsible is not None:
        asked.append(counted(quorum.responsible, "responsible authority", "responsible authorities"))
    return f"The quorum is {both(asked)}." if asked else ""
