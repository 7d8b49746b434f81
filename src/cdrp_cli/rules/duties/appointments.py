"""The persons appointed to the strategy group: how many, by whom, and jointly where several must (reg 3)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both, counted
from cdrp_cli.rules.duties.group import strategy_group
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.standing import Member, authorities, seated
from cdrp_cli.rules.words import Gap, Inapplicable, Seen, Unknown, Word

APPOINTMENTS = ("partners", "bodies")
"""The kinds of record without all of which nobody can say who was appointed by whom."""


def appointed(case: DutyCase) -> list[Member]:
    """The members that sit, or may sit, and were not co-opted by the group itself."""
    return [member for member in seated(case.partnership, strategy_group(case), case.day) if member.appointed_by]


@duty("sg-two-members", of="strategy-group", needs=APPOINTMENTS)
def two_members(case: DutyCase) -> Iterator[Word]:
    """At least two persons appointed by responsible authorities sit on the strategy group.

    Why: the group is made up of those persons; one authority may appoint them all, but one person is no group.
    Remedy: record the seats of the members whom responsible authorities appointed, each with its first day.
    """
    group = strategy_group(case)
    known = {found.partner.id: found.sure for found in authorities(case.partnership, case.law)}
    sure: set[str | None] = set()
    open_: set[str | None] = set()
    for member in appointed(case):
        grounds = [known[ident] for ident in member.appointed_by if ident in known]
        if grounds:
            (sure if member.sure and any(grounds) else open_).add(member.seat.post)
    if len(sure) >= 2:
        yield Seen(group.at("seats"), f"{len(sure)} members of {group.name} were appointed by responsible authorities")
    elif len(sure | open_) >= 2:
        many = counted(len(sure), "member", "members")
        yield Unknown(
            group.at("seats"), f"for certain, {many} of {group.name} sat for responsible authorities that day"
        )
    else:
        many = counted(len(sure | open_), "member")
        lack = f"{group.name} has {many} appointed by a responsible authority; the law asks for two or more"
        yield Gap(group.pointer, lack, absent="bodies")


@duty("sg-probation-joint-appointee", of="strategy-group", needs=APPOINTMENTS)
def probation_joint_appointee(case: DutyCase) -> Iterator[Word]:
    """Where several providers of probation services are responsible authorities, they appoint a member jointly.

    Why: the providers share one voice on the group.
    Remedy: record the seat with joint_for: and the ids of the providers that appointed its holder.
    """
    group = strategy_group(case)
    providers = [found for found in authorities(case.partnership, case.law) if found.ground.needs_arrangements]
    sure = [found.partner.id for found in providers if found.sure]
    if len(providers) < 2:
        yield from _one_provider(case, len(providers))
        return
    if len(sure) < 2:
        names = both([found.partner.name for found in providers])
        yield Unknown(
            providers[0].partner.pointer, f"whether {names} were all responsible authorities is not on record"
        )
        return
    for member in appointed(case):
        if member.appointed_by.issuperset(sure):
            word = Seen if member.sure else Unknown
            yield word(group.at("seats", member.index), f"{member.post.title} was appointed jointly by {both(sure)}")
            return
    names = both([found.partner.name for found in providers if found.sure])
    yield Gap(group.pointer, f"no member of {group.name} was appointed jointly by {names}", absent="bodies")


def _one_provider(case: DutyCase, count: int) -> Iterator[Word]:
    providers = counted(count, "provider of probation services is", "providers of probation services are")
    if case.partnership.complete("partners", case.day):
        yield Inapplicable(f"{providers} a responsible authority here, and only several appoint jointly")
    else:
        why = f"{providers} on record as a responsible authority, but the list of partners is not complete"
        yield Unknown(Pointer("data/partners.yaml"), why)


DUTIES = (two_members, probation_joint_appointee)
