"""Minute numbers in the order that the body's own numbering promises; they are recorded, never computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import months_later, say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.bodies import Body, Numbering
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_SAYS = {
    "continuous": "run on from meeting to meeting",
    "yearly": "run on from meeting to meeting and begin again once a year",
    "per-meeting": "rise within each meeting",
}
LEAST_YEAR = 9
"""Months between two beginnings of a yearly series: the meeting that begins it moves within the season."""


@rule("minute-out-of-sequence", severity=Severity.WARNING, per=Body)
def minute_out_of_sequence(body: Body, case: Case) -> Iterator[Problem]:
    """Minute numbers never go back where the body's terms of reference say that they run on.

    Why: a number that goes back is often a slip of the pen, and two minutes may come to bear one number.
    Remedy: compare the number with the signed minutes. If it is right, leave it: numbers are recorded as printed.
    Where the body numbers otherwise, say so in its terms (numbering); where two series ran, write both as a list.
    """
    last: Numbered | None = None
    restarted: date | None = None
    for number in numbered(body, case.partnership):
        if last is not None and _run_on(last, number) and number.value < last.value:
            again = number.scheme == "yearly" and number.meeting is not last.meeting
            if again and (restarted is None or months_later(restarted, LEAST_YEAR) <= number.meeting.date):
                restarted = number.meeting.date
            else:
                yield _back(body, last, number)
        last = number


class Numbered(Frozen):
    """A minute's number, where it stands, and the numbering of its day."""

    at: Pointer
    text: str
    value: int
    meeting: Meeting
    scheme: str
    prefix: str
    closed: bool


def numbered(body: Body, partnership: Partnership) -> Iterator[Numbered]:
    """The body's minutes in the order taken; those of two series, of no order, or without a number are left out."""
    for meeting in partnership.meetings_of(body.id):
        terms = body.terms_on(meeting.date)
        numbering = terms.numbering if terms is not None else None
        if numbering is None or numbering.scheme == "unordered":
            continue
        for index, item in enumerate(meeting.items):
            value = _value(item.minute[0], numbering) if len(item.minute) == 1 else None
            if value is not None:
                at = meeting.at("items", index, "minute")
                closed = item.exempt is not None
                yield Numbered(at, item.minute[0], value, meeting, numbering.scheme, numbering.prefix, closed)


def _value(text: str, numbering: Numbering) -> int | None:
    """The number in `95`, `95a` or `CSP 95`; None where there is none to compare."""
    found = re.fullmatch(r"(\d+)[a-z]?", text.removeprefix(numbering.prefix).strip(), re.ASCII)
    return int(found[1]) if found else None


def _run_on(last: Numbered, number: Numbered) -> bool:
    """Whether the second number is bound to follow the first: the same series, by the terms of both days."""
    if number.meeting is last.meeting:
        return True
    return number.scheme != "per-meeting" and (number.scheme, number.prefix) == (last.scheme, last.prefix)


def _back(body: Body, last: Numbered, number: Numbered) -> Problem:
    where = "" if last.meeting is number.meeting else f" of {say(last.meeting.date)}"
    promise = f"by its terms of reference the numbers of {body.name} {_SAYS[number.scheme]}"
    return Problem(
        number.at,
        f"minute {number.text} comes after minute {last.text}{where}: {promise}",
        subject=number.meeting.id,
        related=(Related(last.at, f"minute {last.text}"),),
        closed=number.closed,
    )


RULES = (minute_out_of_sequence,)
