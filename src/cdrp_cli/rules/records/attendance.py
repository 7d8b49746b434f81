"""Who took part in a meeting: posts that existed that day, substitutes for others, items that were on the table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer, Step
from cdrp_cli.core.words import both, did_you_mean
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.lives import Life, of_partner, of_post
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("attendance-outside-life", severity=Severity.ERROR, per=Meeting)
def attendance_outside_life(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Whoever takes part in a meeting holds a post that existed that day.

    Why: a quorum that rests on a post which did not exist is no quorum.
    Remedy: name the post that was there that day, or mend the days of the post or its partner.
    """
    records = case.partnership
    for part in _taking_part(meeting):
        lives = records.once((_lives, part.named), partial(_lives, records, part.named))
        why = next((why for life in lives if (why := life.outside(meeting.date))), "")
        if why:
            fact = f"the meeting was on {say(meeting.date)}, but "
            fact += "the post named here did not exist" if part.closed else why
            yield Problem(meeting.at(*part.steps), fact, subject=meeting.id, closed=part.closed)


@rule("substitute-is-member", severity=Severity.ERROR, per=Meeting)
def substitute_is_member(meeting: Meeting, _case: Case) -> Iterator[Problem]:
    """A substitute is another post than the member.

    Why: nobody can stand in for themselves, so either the member was there or somebody else was.
    Remedy: name the post that came instead, or write status: present and no substitute.
    """
    for index, row in enumerate(meeting.attendance):
        if row.post is not None and row.post == row.substitute:
            at = meeting.at("attendance", index, "substitute")
            yield Problem(at, f"{row.post} is named as its own substitute", subject=meeting.id)


@rule("unknown-item", severity=Severity.ERROR, per=Meeting)
def unknown_item(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Items that attendance, declarations and corrections name are items of the meeting.

    Why: who left for which item decides the quorum of that item.
    Remedy: write the agenda number as it stands at the item; in corrections, the minute.
    """
    if "items" in meeting.not_seen or not case.partnership.readable("meetings", meeting.id):
        return
    numbers = [item.number for item in meeting.items if item.number is not None]
    minutes = [number for item in meeting.items for number in item.minute]
    for index, row in enumerate(meeting.attendance):
        yield from _unknown(meeting.at("attendance", index, "items"), "item", row.items, numbers)
    for index, declaration in enumerate(meeting.declarations):
        at = meeting.at("declarations", index, "items")
        yield from _unknown(at, "item", declaration.items, numbers, closed=True)
    for index, correction in enumerate(meeting.minutes.corrections if meeting.minutes else ()):
        if correction.minute is not None and correction.minute not in minutes:
            yield _no_such(meeting.at("minutes", "corrections", index, "minute"), "minute", correction.minute, minutes)


class _Part(Frozen):
    """A post, or a partner whose people were counted, that took part, and where that is written."""

    steps: tuple[Step, ...]
    named: str
    closed: bool = False


def _taking_part(meeting: Meeting) -> Iterator[_Part]:
    if meeting.chair is not None:
        yield _Part(("chair",), meeting.chair)
    for index, row in enumerate(meeting.attendance):
        for step, named in (("post", row.post), ("partner", row.partner), ("substitute", row.substitute)):
            if named is not None:
                yield _Part(("attendance", index, step), named)
    for index, declaration in enumerate(meeting.declarations):
        yield _Part(("declarations", index, "post"), declaration.post, closed=True)
    for index, item in enumerate(meeting.items):
        if item.presenter is not None:
            yield _Part(("items", index, "presenter"), item.presenter, closed=item.exempt is not None)


def _lives(partnership: Partnership, named: str) -> tuple[Life, ...]:
    """The days of the post and its partner, or of the partner alone."""
    found, partner = partnership.post(named), partnership.partner(named.partition("/")[0])
    if found is not None:
        return of_post(*found)
    return (of_partner(partner),) if partner is not None else ()


def _unknown(
    at: Pointer, what: str, named: tuple[str, ...], known: list[str], *, closed: bool = False
) -> Iterator[Problem]:
    for position, number in enumerate(named):
        if number not in known:
            yield _no_such(at.at(position), what, number, known, closed=closed)


def _no_such(at: Pointer, what: str, number: str, known: list[str], *, closed: bool = False) -> Problem:
    listed = f"its {what}s are {both(known)}" if known else f"none of its {what}s is numbered"
    return Problem(at, f"the meeting has no {what} {number}", did_you_mean(number, known) or listed, closed=closed)


RULES = (attendance_outside_life, substitute_is_member, unknown_item)
