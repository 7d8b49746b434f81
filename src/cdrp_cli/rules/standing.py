"""Who is a responsible authority on a day, and who sits for whom: worked out from records and law, never typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.law.model import BodyRule, LawOn
from cdrp_cli.records.bodies import Body, Seat
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.partnership import Partnership

COUNCILS = (
    "district-council",
    "county-council",
    "unitary-council",
    "metropolitan-council",
    "london-borough-council",
    "common-council",
    "welsh-council",
)
"""The kinds of partner that are a principal council; a parish council is none."""


class Authority(Frozen):
    """A partner that the law makes a responsible authority; `sure` False where the records leave it open."""

    partner: Partner
    ground: BodyRule
    sure: bool = True


class Member(Frozen):
    """A post that sits on a body for a partner on a day; `sure` False where the days on record leave it open."""

    index: int
    seat: Seat
    partner: Partner
    post: Post
    sure: bool = True

    @property
    def appointed_by(self) -> frozenset[str]:
        """The partners that appointed it: its own, and those it is joint for; none where the body co-opted it."""
        return frozenset() if self.seat.co_opted else frozenset((self.partner.id, *self.seat.joint_for))


def authorities(partnership: Partnership, law: LawOn) -> tuple[Authority, ...]:
    """The partners that are responsible authorities on the law's day (Crime and Disorder Act 1998 s 5(1))."""
    question = (authorities, law.nation, law.day, id(law.all_bodies))
    # the law is kept beside the answer, so that no other law can come to have its identity
    return partnership.once(question, lambda: (_authorities(partnership, law), law.all_bodies))[0]


def _authorities(partnership: Partnership, law: LawOn) -> tuple[Authority, ...]:
    profile = partnership.profile
    tier = profile.tier_on(law.day) if profile is not None else None
    grounds = law.bodies("responsible")
    found = []
    for partner in partnership.partners:
        living = partner.life.covers(law.day)
        if living is False:
            continue
        named = [(body, _named(partner, body, tier, law.day)) for body in grounds]
        for body, holds in sorted(named, key=lambda pair: pair[1] is not True):
            if holds is not False:
                found.append(Authority(partner, body, sure=living is True and holds is True))
                break
    return tuple(found)


def members(partnership: Partnership, body: Body, day: date) -> Iterator[Member]:
    """The posts that surely sit on the body that day; a vacant post fills no seat."""
    return (member for member in seated(partnership, body, day) if member.sure)


def seated(partnership: Partnership, body: Body, day: date) -> Iterator[Member]:
    """The posts that sit, or may sit, on the body that day; a vacant post fills no seat."""
    for index, seat in enumerate(body.seats):
        found = partnership.post(seat.post) if seat.post is not None else None
        if found is None:
            continue
        partner, post = found
        sits = [life.covers(day) for life in (seat.life, partner.life, post.life)]
        if False not in sits and not vacant(post, day):
            yield Member(index, seat, partner, post, sure=None not in sits)


def vacant(post: Post, day: date) -> bool:
    """Whether the records say that nobody held the post that day; holders not listed at all say nothing."""
    if post.holders is None:
        return False
    return all(holder.life.covers(day) is False for holder in post.holders)


def _named(partner: Partner, body: BodyRule, tier: str | None, day: date) -> bool | None:
    """Whether section 5 names a partner of that kind in an area of that tier, by its arrangements where it must."""
    if set(body.kinds).isdisjoint(partner.kind) or _beside_its_council(partner, body):
        return False
    if body.tiers and tier is not None and tier not in body.tiers:
        return False
    known = tier is not None or not body.tiers
    if not body.needs_arrangements:
        return known or None
    arranged = None if partner.arrangements is None else partner.arrangements.life.covers(day)
    return arranged if known or arranged is False else None


def _beside_its_council(partner: Partner, body: BodyRule) -> bool:
    """Whether the ground is a service that a council runs itself, which section 5 does not name beside the council."""
    return is_council(partner) and not any(kind in COUNCILS for kind in body.kinds)


def is_council(partner: Partner) -> bool:
    """Whether the partner is a principal council."""
    return any(kind in COUNCILS for kind in partner.kind)
