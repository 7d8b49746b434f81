"""Who presides: in office that day, there, and no longer than the terms of reference allow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import day_before, months_later, say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.words import counted, either
from cdrp_cli.records.bodies import Body, Chair
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.meetings.presence import attendance_known, posts_there, took_place
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("chair-out-of-office", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("bodies",))
def chair_out_of_office(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """The chair or vice-chair in office presides, or their substitute; somebody else only where none is there.

    Why: a ruling from the chair, or a casting vote, is worth what the chair's office is worth.
    Remedy: write who did preside, or mend the days under chairs in data/bodies.yaml.
    """
    body = case.partnership.body(meeting.body)
    if body is None or meeting.chair is None or not body.chairs or not took_place(meeting, case):
        return
    in_office = [chair for chair in body.chairs if _in_office(chair, meeting.date) is not False]
    named = {chair.post for chair in in_office}
    if meeting.chair in named | _substitutes(meeting, named):
        return
    at, day = meeting.at("chair"), say(meeting.date)
    own = [chair for chair in body.chairs if chair.post == meeting.chair]
    if own:
        related = (Related(body.at("chairs", body.chairs.index(own[-1])), "the days in the chair"),)
        fact = f"{meeting.chair} presided, who was not in the chair of {body.name} on {day}"
        yield Problem(at, fact, subject=meeting.id, related=related)
        return
    there = sorted(named & set(posts_there(meeting))) if attendance_known(meeting, case) else []
    if there:
        fact = f"{meeting.chair} presided on {day}, although {either(there)}, who holds the chair, was there"
        yield Problem(at, fact, "write who did preside, and at which item the chair left", subject=meeting.id)


@rule("chair-not-there", severity=Severity.WARNING, per=Meeting)
def chair_not_there(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Whoever presided stands in the attendance list as present.

    Why: nobody presides who is not there, so one of the two is wrong.
    Remedy: mend chair, or the line in attendance; a substitute who presided is named as such on the member's line.
    """
    if meeting.chair is None or not took_place(meeting, case) or not attendance_known(meeting, case):
        return
    partner = meeting.chair.partition("/")[0]
    people_counted = any(row.partner == partner and row.status == "present" for row in meeting.attendance)
    if meeting.chair in posts_there(meeting) or people_counted:
        return
    rows = [(index, row) for index, row in enumerate(meeting.attendance) if row.post == meeting.chair]
    told = f"is down as {rows[0][1].status}" if rows else "is not in the attendance list"
    related = tuple(Related(meeting.at("attendance", index), row.status) for index, row in rows)
    fact = f"{meeting.chair} presided, but {told}"
    yield Problem(meeting.at("chair"), fact, subject=meeting.id, related=related)


@rule("chair-term-exceeded", severity=Severity.WARNING, basis=Basis.HOUSE, per=Body)
def chair_term_exceeded(body: Body, case: Case) -> Iterator[Problem]:
    """A chair whose term is over is elected again, or somebody else is, at the first meeting after.

    Why: the terms of reference limit the office so that the partners have a say in who leads them.
    Remedy: put the election on the next agenda. If it was held, record it: until at the old line, and a new line with
    appointed_by, also where the same post was elected again.
    """
    for index, chair in enumerate(body.chairs):
        start = chair.from_
        terms = body.terms_on(start.latest) if start is not None and start.year is not None else None
        months = terms.chair.term_months if terms is not None and terms.chair is not None else None
        if start is None or months is None or chair.role != "chair":
            continue
        over = months_later(start.latest, months)
        met = _still_chair(body, chair, over, case)
        if met is not None:
            fact = f"the term of {chair.post} in the chair, {counted(months, 'month')} from {start.say()}, was over"
            told = f"{fact} by {say(over)}, and {body.name} met on {say(met.date)} without a new one"
            related = (Related(met.pointer, f"the meeting of {say(met.date)}"),)
            yield Problem(body.at("chairs", index), told, subject=body.id, related=related)


def _still_chair(body: Body, chair: Chair, over: date, case: Case) -> Meeting | None:
    """The first meeting held since the term was over, if the chair stayed beyond it."""
    since = (each for each in case.partnership.meetings_of(body.id) if each.date >= over and each.status == "held")
    met = next(since, None)
    if met is None or met.date > case.as_of:
        return None
    return met if chair.life.covers(met.date) is True else None


def _in_office(chair: Chair, day: date) -> bool | None:
    """Whether the chair is in office at some time of the day; at an election the old one opens the meeting."""
    answers = {chair.life.covers(day), chair.life.covers(day_before(day))}
    return True if True in answers else None if None in answers else False


def _substitutes(meeting: Meeting, posts: set[str]) -> set[str]:
    """Who stood in for one of the posts at the meeting."""
    return {row.substitute for row in meeting.attendance if row.post in posts and row.substitute is not None}


RULES = (chair_out_of_office, chair_not_there, chair_term_exceeded)
