"""The county strategy group and its yearly agreement (regs 8, 9 and 9A), in a county with districts only."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import counted
from cdrp_cli.records.bodies import Body
from cdrp_cli.rules.duties.area import county_applies
from cdrp_cli.rules.duties.county_seats import prescribed_seats
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.standing import authorities, seated
from cdrp_cli.rules.words import Gap, Seen, Unknown, Word

_BODIES = Pointer("data/bodies.yaml")
_NEEDS = ("partners", "bodies")


@duty("csg-exists", needs=("bodies",))
def csg_exists(case: DutyCase) -> Iterator[Word]:
    """A county with districts has a county strategy group.

    Why: what crosses district boundaries is planned once, for the whole county.
    Remedy: record the county's group in data/bodies.yaml with functions: [county-strategy-group].
    """
    beside = county_applies(case)
    if beside is not None:
        yield beside
        return
    groups = county_groups(case)
    for group in groups:
        yield Seen(group.pointer, f"{group.name} is the county strategy group")
    if not groups:
        doubtful = [body for body in _of_county(case) if body.life.covers(case.day) is None]
        for body in doubtful:
            yield Unknown(body.pointer, f"whether {body.name} was there on {say(case.day)} is not known")
        if not doubtful:
            yield Gap(_BODIES, f"the county had no strategy group on {say(case.day)}", absent="bodies")


@duty("csg-membership-2007", needs=_NEEDS)
def csg_membership(case: DutyCase) -> Iterator[Word]:
    """Every prescribed seat of the county group is filled.

    Why: the regulation names who sits on it: the districts' chairs, the county's member, the other authorities.
    Remedy: record each seat of the county group, with its first day, under seats of the group.
    """
    beside = county_applies(case)
    if beside is not None or case.subject is None:
        yield beside or Unknown(_BODIES, _nobody(case))
        return
    yield from prescribed_seats(case, case.subject)


@duty("csg-two-members", needs=_NEEDS)
def csg_two_members(case: DutyCase) -> Iterator[Word]:
    """At least two persons appointed by responsible authorities sit on the county group.

    Why: the group is made up of those persons, and one person is no group.
    Remedy: record the seats of the county group, each with its first day.
    """
    beside = county_applies(case)
    groups = county_groups(case)
    if beside is not None or not groups:
        yield beside or Unknown(_BODIES, _nobody(case))
        return
    bound = {found.partner.id: found.sure for found in authorities(case.partnership, case.law)}
    for group in groups:
        sitting = [each for each in seated(case.partnership, group, case.day) if each.appointed_by & bound.keys()]
        sure = [each for each in sitting if each.sure and any(bound.get(name) for name in each.appointed_by)]
        if len(sure) >= 2:
            yield Seen(group.at("seats"), f"{len(sure)} members of {group.name} sit for responsible authorities")
        elif len(sitting) >= 2:
            why = (
                f"since when the members of {group.name} have sat for responsible authorities is not known well enough"
            )
            yield Unknown(group.at("seats"), why)
        else:
            many = counted(len(sitting), "member")
            lack = f"{group.name} has {many} appointed by a responsible authority; the law asks for two or more"
            yield Gap(group.pointer, lack, absent="bodies")


def county_groups(case: DutyCase) -> tuple[Body, ...]:
    """The county strategy groups that surely exist on the day judged."""
    return case.partnership.bodies_on(case.day, "county-strategy-group")


def _of_county(case: DutyCase) -> list[Body]:
    return [body for body in case.partnership.bodies if "county-strategy-group" in body.functions]


def _nobody(case: DutyCase) -> str:
    return f"no county strategy group is on record for {say(case.day)}"


DUTIES: tuple[DutyRule, ...] = (csg_exists, csg_membership, csg_two_members)
"""Judgements on the county group."""
