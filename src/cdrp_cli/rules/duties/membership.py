"""Who sits on the strategy group, and for whom (reg 3 in both nations)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both, either
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.rules.duties.appointments import APPOINTMENTS, appointed
from cdrp_cli.rules.duties.area import councils, unlisted
from cdrp_cli.rules.duties.group import strategy_group
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.standing import Authority, Member, authorities, seated, vacant
from cdrp_cli.rules.words import Gap, Inapplicable, Seen, Unknown, Word


@duty("sg-each-authority-represented", needs=APPOINTMENTS)
def each_authority_represented(case: DutyCase) -> Iterator[Word]:
    """Every responsible authority has at least one member on the strategy group.

    Why: a group that plans for the authorities without one of them cannot bind it to what is planned.
    Remedy: have the authority appoint a member and record the seat, with its first day, under seats of the group.
    """
    yield from unlisted(case)
    sitting = appointed(case)
    for authority in authorities(case.partnership, case.law):
        yield _represented(case, authority, sitting)


def _represented(case: DutyCase, authority: Authority, sitting: list[Member]) -> Word:
    group, partner = strategy_group(case), authority.partner
    part = ("partner", partner.id)
    own = [member for member in sitting if partner.id in member.appointed_by]
    sure = next((member for member in own if member.sure), None)
    if sure is not None:
        return Seen(group.at("seats", sure.index), f"{partner.name} has {sure.post.title} on it", part)
    if own:
        when = f"since when {own[0].post.title} has sat for {partner.name} is not on record"
        return Unknown(group.at("seats", own[0].index), when, part)
    if not authority.sure:
        return Unknown(partner.pointer, _unsure(authority, case), part)
    empty = _empty_seat(case, partner)
    if empty is not None:
        return Gap(empty, f"the seat of {partner.name} on {group.name} was vacant on {say(case.day)}", part=part)
    return Gap(group.pointer, f"{partner.name} has no member on {group.name}", part=part, absent="bodies")


@duty("sg-senior-representative", of="strategy-group", needs=APPOINTMENTS)
def senior_representative(case: DutyCase) -> Iterator[Word]:
    """Among the members that each responsible authority appointed, one holds a senior position in it.

    Why: only a senior member can commit the authority to what the group decides.
    Remedy: have the authority appoint a senior person; where one sits already, write senior: true at the post.
    """
    yield from unlisted(case)
    sitting = appointed(case)
    for authority in authorities(case.partnership, case.law):
        yield _senior(case, authority, [member for member in sitting if authority.partner.id in member.appointed_by])


def _senior(case: DutyCase, authority: Authority, own: list[Member]) -> Word:
    group, partner = strategy_group(case), authority.partner
    part = ("partner", partner.id)
    senior = [member for member in own if member.post.senior]
    sure = next((member for member in senior if member.sure), None)
    if sure is not None:
        return Seen(group.at("seats", sure.index), f"{sure.post.title} is senior in {partner.name}", part)
    unsaid = next((member for member in own if member.post.senior is None), None)
    if unsaid is not None:
        titles = either([member.post.title for member in own if member.post.senior is None])
        said = f"whether {titles} holds a senior position in {partner.name} is not said"
        return Unknown(_post(unsaid.partner, unsaid.post), said, part)
    if senior or not authority.sure:
        open_ = f"since when {senior[0].post.title} has sat for {partner.name} is not on record" if senior else ""
        return Unknown(group.pointer, open_ or _unsure(authority, case), part)
    if not own:
        lack = f"{partner.name} has no member on {group.name}, so nobody senior"
        return Gap(group.pointer, lack, part=part, absent="bodies", told_by="sg-each-authority-represented")
    juniors = both([member.post.title for member in own])
    lack = f"nobody whom {partner.name} appointed holds a senior position in it: {juniors}"
    return Gap(group.at("seats", own[0].index), lack, part=part, absent="bodies")


@duty("sg-elected-member", of="strategy-group", needs=APPOINTMENTS)
def elected_member(case: DutyCase) -> Iterator[Word]:
    """The councillor responsible for community safety in the district or unitary council is a member.

    Why: the council answers for community safety through that councillor.
    Remedy: mark the post with responsible_for_community_safety: true and record its seat; where the council has no
    such councillor, say so with no_community_safety_member at the council.
    """
    owing = [found.partner for found in councils(case) if "county-council" not in found.partner.kind]
    without = [council for council in owing if _has_none(council, case)]
    if owing and len(without) == len(owing):
        names = both([council.name for council in without])
        yield Inapplicable(f"{names} had no elected member responsible for community safety on {say(case.day)}")
        return
    if not owing:
        yield Unknown(Pointer("data/partners.yaml"), "no district or unitary council is on record for the area")
    sitting = list(seated(case.partnership, strategy_group(case), case.day))
    for council in owing:
        if council not in without:
            yield _councillor(case, council, sitting)


def _councillor(case: DutyCase, council: Partner, sitting: list[Member]) -> Word:
    group, part = strategy_group(case), ("partner", council.id)
    posts = [
        post
        for post in council.posts
        if post.responsible_for_community_safety
        and post.elected is not False
        and post.life.covers(case.day) is not False
    ]
    held = [post for post in posts if not vacant(post, case.day)]
    if not held:
        said = f"which elected member of {council.name} was responsible for community safety is not said"
        return Unknown(council.pointer, said, part)
    own = [member for member in sitting if member.partner is council and member.post in held]
    sure = next((member for member in own if member.sure), None)
    if sure is not None:
        return Seen(group.at("seats", sure.index), f"{sure.post.title} of {council.name} sits on it", part)
    if own:
        return Unknown(
            group.at("seats", own[0].index), f"since when {own[0].post.title} has sat is not on record", part
        )
    lack = f"{held[0].title} of {council.name} is responsible for community safety and has no seat on {group.name}"
    return Gap(group.pointer, lack, part=part, absent="bodies")


def _empty_seat(case: DutyCase, partner: Partner) -> Pointer | None:
    """A seat that the partner has on the group and that nobody fills."""
    group = strategy_group(case)
    for index, seat in enumerate(group.seats):
        owner = seat.partner if seat.post is None else seat.post.partition("/")[0]
        if owner == partner.id and not seat.co_opted and seat.life.covers(case.day):
            return group.at("seats", index)
    return None


def _has_none(council: Partner, case: DutyCase) -> bool:
    said = council.no_community_safety_member
    return said is not None and said.life.covers(case.day) is True


def _unsure(authority: Authority, case: DutyCase) -> str:
    name, day = authority.partner.name, say(case.day)
    if authority.ground.needs_arrangements:
        return f"whether the arrangements of {name} made it a responsible authority on {day} is not on record"
    return f"whether {name} was a responsible authority on {day} is not on record"


def _post(partner: Partner, post: Post) -> Pointer:
    return partner.at("posts", partner.posts.index(post))


DUTIES = (
    each_authority_represented,
    senior_representative,
    elected_member,
)
