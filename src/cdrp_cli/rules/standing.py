"""Who is a responsible authority on a day, and who sits for whom: worked out from records and law, never typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.law.model import BodyRule, LawOn
from cdrp_cli.records.bodies import Body, Seat
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Authority:
    """A partner that the law makes a responsible authority; `sure` False where the records leave it open."""

    partner: Partner
    ground: BodyRule
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Member:
    """A post that sits on a body for a partner on a day."""

    index: int
    seat: Seat
    partner: Partner
    post: Post


def authorities(partnership: Partnership, law: LawOn) -> tuple[Authority, ...]:
    """The partners that are responsible authorities on the law's day (Crime and Disorder Act 1998 s 5(1))."""
    profile = partnership.profile
    tier = profile.tier_on(law.day) if profile is not None else None
    found = []
    for partner in partnership.partners:
        living = partner.life.covers(law.day)
        if living is False:
            continue
        ground = next((body for body in law.bodies("responsible") if _is(partner, body, tier)), None)
        if ground is None:
            continue
        arranged: bool | None = True
        if ground.needs_arrangements:
            arranged = None if partner.arrangements is None else partner.arrangements.life.covers(law.day)
        if arranged is not False:
            found.append(Authority(partner, ground, sure=living is True and arranged is True))
    return tuple(found)


def members(partnership: Partnership, body: Body, day: date) -> Iterator[Member]:
    """The posts that surely sit on the body that day; a vacant post fills no seat."""
    for index, seat in enumerate(body.seats):
        if seat.post is None or not seat.life.covers(day):
            continue
        found = partnership.post(seat.post)
        if found is None:
            continue
        partner, post = found
        if partner.life.covers(day) and post.life.covers(day) and not vacant(post, day):
            yield Member(index, seat, partner, post)


def vacant(post: Post, day: date) -> bool:
    """Whether the records say that nobody held the post that day; holders not listed at all say nothing."""
    if post.holders is None:
        return False
    return all(holder.life.covers(day) is False for holder in post.holders)


def _is(partner: Partner, body: BodyRule, tier: str | None) -> bool:
    if body.tiers and tier not in body.tiers:
        return False
    return any(kind in body.kinds for kind in partner.kind)
