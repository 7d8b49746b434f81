"""Decisions and what the records make of them: bodies that end or begin, duties that move, rhythms that change."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from cdrp_cli.core.dates import PartialDate, say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.base import Entry
from cdrp_cli.rules.records.decided import Decided, decided
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("effect-not-shown", severity=Severity.ERROR)
def effect_not_shown(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """What a meeting decided to change is changed in data/bodies.yaml.

    Why: every later judgement goes by the bodies and their terms; a group that was ended still looks as if it sat, and
    a duty that was moved as if it lay where it was.
    Remedy: carry the decision into data/bodies.yaml: from or until of the body, or a new block of its terms.
    """
    latest: dict[tuple[str, Hashable, Hashable], Decided] = {}
    for change in decided(case.partnership):
        for key in _keys(change):
            latest.pop(key, None)
            latest[key] = change
    for (kind, _, _), change in latest.items():
        body = change.effect.to if kind == "moves" else change.effect.body
        if case.partnership.readable("bodies", body or ""):
            yield from _SHOWN[kind](change, case)


def _keys(change: Decided) -> Iterator[tuple[str, Hashable, Hashable]]:
    """What the change is about; a later decision on the same takes its place."""
    effect = change.effect
    if effect.body is not None and effect.ends is not None:
        yield "ends", effect.body, None
    if effect.body is not None and effect.begins is not None:
        yield "begins", effect.body, None
    if effect.body is not None and effect.meets is not None:
        yield "meets", effect.body, change.day
    if effect.duty is not None and effect.to is not None:
        yield "moves", effect.duty, change.day


def _ends(change: Decided, case: Case) -> Iterator[Problem]:
    body, day = case.partnership.body(change.effect.body or ""), change.effect.ends
    if body is None or day is None or _same(body.until, day.isoformat()):
        return
    found = f"that it ended on {body.until.say()}" if body.until else "no day on which it ended"
    decision = f"{_meeting(change)} ended {body.name} on {say(day)}"
    remedy = f"write until: {day.isoformat()} at the body"
    yield _problem(change, "ends", f"{decision}, and data/bodies.yaml has {found}", remedy, body.pointer)


def _begins(change: Decided, case: Case) -> Iterator[Problem]:
    name, day = change.effect.body or "", change.effect.begins
    body = case.partnership.body(name)
    if day is None:
        return
    if body is None:
        fact = f"{_meeting(change)} set up {name!r} from {say(day)}, and data/bodies.yaml has no such body"
        yield _problem(change, "begins", fact, "add the body there, with its functions, seats and terms")
    elif not _same(body.from_, day.isoformat()):
        found = f"that it began on {body.from_.say()}" if body.from_ else "no day on which it began"
        fact = f"{_meeting(change)} set up {body.name} from {say(day)}, and data/bodies.yaml has {found}"
        yield _problem(change, "begins", fact, f"write from: {day.isoformat()} at the body", body.pointer)


def _meets(change: Decided, case: Case) -> Iterator[Problem]:
    body = case.partnership.body(change.effect.body or "")
    if body is None:
        return
    terms = body.terms_on(change.day)
    if terms is None or terms.meets != change.effect.meets:
        rhythm = f"how often {body.name} meets from {say(change.day)}"
        fact = f"{_meeting(change)} changed {rhythm}, and its terms do not say so"
        remedy = f"add terms from {change.day.isoformat()} with meets as decided"
        yield _problem(change, "meets", fact, remedy, body.pointer)


def _moves(change: Decided, case: Case) -> Iterator[Problem]:
    body, duty = case.partnership.body(change.effect.to or ""), change.effect.duty
    if body is None:
        return
    terms = body.terms_on(change.day)
    if terms is None or duty not in (terms.duties or ()):
        fact = f"{_meeting(change)} gave {duty} to {body.name} from {say(change.day)}, and its terms do not name it"
        remedy = f"add {duty} to the duties in terms of {body.id} from {change.day.isoformat()}"
        yield _problem(change, "duty", fact, remedy, body.pointer)


_SHOWN = {"ends": _ends, "begins": _begins, "meets": _meets, "moves": _moves}


def _same(written: PartialDate | None, day: str) -> bool:
    """Whether what is written can mean the day; `unknown` can mean any."""
    return written is not None and written.earliest.isoformat() <= day <= written.latest.isoformat()


def _meeting(change: Decided) -> str:
    return f"the meeting of {say(change.meeting.date)}"


def _problem(change: Decided, key: str, fact: str, remedy: str, body: Pointer | None = None) -> Problem:
    related = (Related(body, "the body"),) if body is not None else ()
    if change.closed:
        fact = "what was decided here is not shown in data/bodies.yaml"
        return Problem(change.at.at(key), fact, subject=change.meeting.id, closed=True)
    return Problem(change.at.at(key), fact, remedy, subject=change.meeting.id, related=related)


RULES = (effect_not_shown,)
