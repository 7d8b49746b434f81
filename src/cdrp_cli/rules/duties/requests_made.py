"""What was asked of the authorities under a provision, and whether it was answered in the provision's own time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import months_later, say
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import counted
from cdrp_cli.records.requests import Request, RequestKind
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.words import Due, Gap, Inapplicable, Part, Seen, Unknown, Word


class Limit(Frozen):
    """How a provision counts the time for an answer: the last day, None where it sets none, and in words."""

    last: date | None
    words: str


def requests_under(case: DutyCase, duty: str, *kinds: RequestKind) -> list[Request]:
    """The requests of those kinds made while the duty was in force that still matter on the day judged.

    That is what is not answered yet, and what was made in the twelve months before.
    """
    since = months_later(case.day, -12)
    found = []
    for request in case.partnership.requests:
        made = request.dated
        if request.kind not in kinds or made > case.day or _version(case, duty, made) is False:
            continue
        if made >= since or answered(case, request) is None:
            found.append(request)
    return found


def none_made(case: DutyCase, what: str) -> Inapplicable | Unknown:
    """Where nothing was asked the duty does not arise; where the records may lack a request, that is not known."""
    said = f"no {what} is on record for the last twelve months"
    if case.partnership.complete("requests", months_later(case.day, -12)):
        return Inapplicable(said)
    return Unknown(Pointer("data/requests.yaml"), f"{said}, and the records of requests are not complete for that time")


def answered(case: DutyCase, request: Request) -> date | None:
    """The day it was answered, as far as the day judged."""
    answer = request.answered
    return answer.date if answer is not None and answer.date <= case.day else None


def answers(case: DutyCase, request: Request, what: str, limit: Limit) -> Iterator[Word]:
    """How one request stands: late is a warning, and a recorded reason cures it, for the text itself allows for it."""
    on, last, asked = answered(case, request), limit.last, f"{what} of {say(request.dated)}"
    part = _part(request)
    overdue = last is not None and (on or case.day) > last
    if on is not None:
        yield Seen(request.at("answered"), f"{asked} was answered on {say(on)}", part)
    if not overdue:
        if on is None:
            by = "; the text sets no day" if last is None else ""
            yield Due(request.pointer, f"{asked} is not answered yet{by}", last, part)
    elif request.late_reason:
        if on is None:
            why = f"{asked} is not answered; a reason is on record, and whether the answer comes in good time is open"
            yield Unknown(request.at("late_reason"), why, part)
    elif last is not None:
        yield _late(request, asked, on, last, limit.words)


def _late(request: Request, asked: str, on: date | None, last: date, words: str) -> Gap:
    if on is None:
        message = f"{asked} was not answered by {say(last)}, {words}, and no reason is on record"
        return Gap(request.pointer, message, part=_part(request), severity=Severity.WARNING)
    days = counted((on - last).days, "day")
    message = f"{asked} was answered on {say(on)}, {days} after {say(last)}, {words}, and no reason is on record"
    return Gap(request.at("answered", "date"), message, severity=Severity.WARNING, partly=True)


def _version(case: DutyCase, duty: str, day: date) -> bool:
    return case.law.duties[duty].on(case.law.nation, day) is not None


def _part(request: Request) -> Part:
    return ("part", request.id)
