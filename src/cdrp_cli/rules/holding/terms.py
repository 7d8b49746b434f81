"""Duties in terms of reference: none left with nobody, none listed that is not there to be had in hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.records.base import Entry
from cdrp_cli.records.bodies import Body
from cdrp_cli.rules.holding.deadlines import say_deadline
from cdrp_cli.rules.holding.in_hand import function_bound, holders, listing
from cdrp_cli.rules.holding.orphaning import Orphaning, orphaning, still_bound, told_by_all_sets
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("duty-orphaned", severity=Severity.ERROR, basis=Basis.HOUSE, needs=("bodies",))
def duty_orphaned(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """A duty that terms of reference once named stays with a body in force.

    Why: when a group ends or its terms change, what it had in hand does not go back to the group that the law binds;
    that group is still bound, and nobody sees to it.
    Remedy: name it among the duties in the terms of a body that is in force, from the day that body takes it on.
    """
    in_doubt: dict[tuple[str, ...], list[str]] = {}
    for duty, version in case.law.in_force():
        if duty.kind != "duty" or told_by_all_sets(case.partnership, duty, case.day):
            continue
        found = orphaning(case.partnership, duty, version, case.day)
        held = holders(case.partnership, duty, case.day)
        if found is not None:
            yield _orphaned(duty, found, case)
        elif held.open and not held.bodies and not held.assumed:
            in_doubt.setdefault(held.open, []).append(duty.id)
    for bodies, duties in in_doubt.items():
        yield _in_doubt(bodies, duties, case)


def _orphaned(duty: Duty, found: Orphaning, case: Case) -> Problem:
    first, *others = found.losses
    return Problem(
        first.at,
        f"nobody has {duty.id} ({duty.title}) in hand since {say(found.day)}: {found.cause}; "
        f"{still_bound(case.partnership, duty, case.day)}, and {say_deadline(duty, case.day)}",
        severity=None if duty.binds == "partnership" else Severity.NOTE,
        subject=duty.id,
        related=tuple(Related(loss.at, loss.told) for loss in others),
    )


def _in_doubt(bodies: tuple[str, ...], duties: list[str], case: Case) -> Problem:
    """Nobody surely has them in hand, and of these bodies the records leave it open: said once for all the duties."""
    may = [body for body in case.partnership.bodies if body.id in bodies]
    names = both([body.name for body in may])
    told = (
        f"whether anybody has {both(duties)} in hand cannot be told: only the terms of {names} name "
        f"{'it' if len(duties) == 1 else 'them'}, and whether these were in force on {say(case.day)} is not on record"
    )
    remedy = "write from and until of the body and of its terms as whole days, once they are known"
    return Problem(may[0].pointer, told, remedy, Severity.NOTE, subject=may[0].id)


@rule("listed-duty-not-in-force", severity=Severity.NOTE, basis=Basis.HOUSE, per=Body)
def listed_duty_not_in_force(body: Body, case: Case) -> Iterator[Problem]:
    """Terms of reference list only duties that are in force.

    Why: a body that answers for what the law no longer asks, or does not yet ask, may think itself busy with the duty
    that took its place.
    Remedy: take it out of the terms by a new block from the day it ended, and name what followed it.
    """
    for at, duty in _listed(body, case):
        if duty.on(case.law.nation, case.day) is None:
            yield Problem(at, _not_in_force(body, duty, case), _followers(duty, case), subject=body.id)


@rule("listed-duty-of-others", severity=Severity.NOTE, basis=Basis.HOUSE, per=Body)
def listed_duty_of_others(body: Body, case: Case) -> Iterator[Problem]:
    """Terms of reference list only duties that bind the partnership, or the body itself.

    Why: a duty that binds others stays with them; the partnership can watch over it, but cannot discharge it.
    Remedy: say in words what the body does about it, and leave it out of the duties.
    """
    for at, duty in _listed(body, case):
        bound = function_bound(duty)
        if duty.binds == "others" and duty.on(case.law.nation, case.day) and bound not in body.functions:
            who = duty.bound.replace("-", " ")
            yield Problem(
                at,
                f"the terms of {body.name} list {duty.id}, which binds the {who}, not the partnership",
                subject=body.id,
            )


@rule("listed-duty-twice", severity=Severity.NOTE, basis=Basis.HOUSE)
def listed_duty_twice(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """One body has each duty in hand.

    Why: where two bodies have it in hand, each may leave it to the other.
    Remedy: leave it with one of them; where it is shared on purpose, say so in a comment, or waive this note.
    """
    places: dict[str, list[tuple[Body, Pointer]]] = {}
    for body in case.partnership.bodies:
        for at, duty in _listed(body, case):
            others = places.setdefault(duty.id, [])
            if body not in [other for other, _ in others]:
                others.append((body, at))
    for duty_id, listed in places.items():
        if len(listed) > 1:
            *before, (_, at) = listed
            names = both([body.name for body, _ in listed])
            told = f"{duty_id} is in the terms of {names}"
            related = tuple(Related(spot, f"the terms of {body.name}") for body, spot in before)
            yield Problem(at, told, subject=duty_id, related=related)


def _listed(body: Body, case: Case) -> Iterator[tuple[Pointer, Duty]]:
    """The duties in the terms of a body surely there that day; an id that is none is found elsewhere."""
    found = listing(body, case.day) if body.life.covers(case.day) is not False else None
    for index, ident in enumerate(found.duties if found is not None else ()):
        duty = case.law.duties.get(ident)
        if duty is not None and found is not None:
            yield body.at("terms", found.block, "duties", index), duty


def _not_in_force(body: Body, duty: Duty, case: Case) -> str:
    """When it ended, when it begins, or that the nation never had it."""
    versions = duty.versions(case.law.nation)
    if not versions:
        time = f"was never in force in {case.law.nation.title()}"
    else:
        time = _ended(versions, case.day) or f"is in force only from {say(_begins(versions, case.day))}"
    return f"the terms of {body.name} list {duty.id}, which {time}"


def _ended(versions: tuple[Version, ...], day: date) -> str:
    ends = [version.until for version in versions if version.until is not None and version.until <= day]
    return f"was in force only to {say(day_before(max(ends)))}" if ends else ""


def _begins(versions: tuple[Version, ...], day: date) -> date:
    return min(version.from_ for version in versions if version.from_ > day)


def _followers(duty: Duty, case: Case) -> str:
    """What took its place and is in force; empty where nothing did, so that the rule's own remedy stands."""
    heirs = [heir.id for heir, _ in case.law.in_force() if duty.id in heir.follows]
    if not heirs:
        return ""
    return f"{both(heirs)} followed it: add a block of terms that lists {'that' if len(heirs) == 1 else 'those'}"


RULES = (duty_orphaned, listed_duty_not_in_force, listed_duty_of_others, listed_duty_twice)
