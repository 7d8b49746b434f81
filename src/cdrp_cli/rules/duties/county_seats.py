"""The seats that the regulation as first made prescribed for the county group (reg 8(2))."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.records.bodies import Body
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.standing import Authority, Member, authorities, is_council, seated, vacant
from cdrp_cli.rules.words import Gap, Seen, Unknown, Word


def prescribed_seats(case: DutyCase, group: Body) -> Iterator[Word]:
    """One word for each seat: the chair of the district's group, the county's member, each authority but the councils.

    Of the districts only the one whose records these are can be seen. Which authorities have a seat follows from who
    is a responsible authority that day, so that probation has one from the day it became one.
    """
    sitting = list(seated(case.partnership, group, case.day))
    yield _district_chair(case, group, sitting)
    for found in authorities(case.partnership, case.law):
        if not is_council(found.partner):
            yield _authority(group, found, sitting)
        elif "county-council" in found.partner.kind:
            yield from _county_member(case, group, found, sitting)


def _district_chair(case: DutyCase, group: Body, sitting: list[Member]) -> Word:
    part, who = ("part", "district-chair"), "the chair of the district's strategy group"
    for body in case.partnership.bodies_on(case.day, "strategy-group"):
        for chair in body.chairs:
            if chair.role == "chair" and chair.life.covers(case.day):
                return _filled(group, [each for each in sitting if each.seat.post == chair.post], who, part)
    why = f"who chaired the district's strategy group on {say(case.day)} is not on record"
    return Unknown(group.pointer, why, part)


def _county_member(case: DutyCase, group: Body, county: Authority, sitting: list[Member]) -> Iterator[Word]:
    """The seat of the county's elected member for community safety; there is none where it has no such member."""
    partner, part = county.partner, ("partner", county.partner.id)
    said = partner.no_community_safety_member
    if said is not None and said.life.covers(case.day) is True:
        return
    posts = [
        post
        for post in partner.posts
        if post.responsible_for_community_safety and post.life.covers(case.day) and not vacant(post, case.day)
    ]
    if not posts:
        why = f"which elected member of {partner.name} is responsible for community safety is not said"
        yield Unknown(partner.pointer, why, part)
        return
    own = [each for each in sitting if each.partner is partner and each.post in posts]
    yield _filled(group, own, f"{posts[0].title} of {partner.name}", part)


def _authority(group: Body, found: Authority, sitting: list[Member]) -> Word:
    partner, part = found.partner, ("partner", found.partner.id)
    if not found.sure:
        return Unknown(partner.pointer, f"whether {partner.name} was a responsible authority is not on record", part)
    return _filled(group, [each for each in sitting if partner.id in each.appointed_by], partner.name, part)


def _filled(group: Body, own: list[Member], who: str, part: tuple[str, str]) -> Word:
    sure = next((each for each in own if each.sure), None)
    if sure is not None:
        return Seen(group.at("seats", sure.index), f"{sure.post.title} of {sure.partner.name} sits on it", part)
    if own:
        return Unknown(group.at("seats", own[0].index), f"since when {who} has had a seat is not known", part)
    return Gap(group.pointer, f"{who} has no seat on {group.name}", part=part, absent="bodies")
