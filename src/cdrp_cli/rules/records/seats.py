"""Seats and chairs: each held once, by a post that exists, inside the days of post, partner and body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from cdrp_cli.core.dates import Period
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.partners import Partner
from cdrp_cli.rules.lives import Life, of_partner, of_post, runs, successors, when
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.standing import vacant
from cdrp_cli.rules.words import Problem


@rule("seat-outside-life", severity=Severity.ERROR, per=Body)
def seat_outside_life(body: Body, case: Case) -> Iterator[Problem]:
    """Seats and chairs are held inside the days of the post, its partner and the body.

    Why: membership and quorum are judged by day; nobody sits on a day on which the post or the body did not exist.
    Remedy: mend from or until here, or the days of the post, the partner or the body.
    """
    for place in _places(body):
        lives = (*_lives(place, case), Life(body.name, body.life))
        begins = next((why for life in lives if (why := life.begun_after(place.held))), "")
        ends = next((why for life in lives if (why := life.over_before(place.held))), "")
        if begins:
            fact = f"{place.name} begins {when(place.held.start)}, but {begins}"
            yield Problem(place.at.at("from"), fact, subject=body.id)
        elif ends:
            yield Problem(place.at.at("until"), f"{place.name} {runs(place.held)}, but {ends}", subject=body.id)


@rule("post-outside-life", severity=Severity.ERROR, per=Partner)
def post_outside_life(partner: Partner, _case: Case) -> Iterator[Problem]:
    """The days of a post lie inside those of its partner.

    Why: a post counts for its partner; on a day without the partner it counts for nobody.
    Remedy: mend from or until of the post, or of the partner.
    """
    whole = of_partner(partner)
    for index, post in enumerate(partner.posts):
        at = partner.at("posts", index)
        name = f"the post {partner.id}/{post.id}"
        if why := whole.begun_after(post.life):
            yield Problem(at.at("from"), f"{name} begins {when(post.from_)}, but {why}", subject=partner.id)
        elif why := whole.over_before(post.life):
            yield Problem(at.at("until"), f"{name} {runs(post.life)}, but {why}", subject=partner.id)


@rule("seat-twice", severity=Severity.ERROR, per=Body)
def seat_twice(body: Body, _case: Case) -> Iterator[Problem]:
    """A post holds one seat of a body at a time.

    Why: a post that is listed twice looks like two members.
    Remedy: delete one of the two, or end the first on the day the second begins.
    """
    held = [(index, seat) for index, seat in enumerate(body.seats) if seat.post is not None]
    for (one, first), (other, second) in combinations(held, 2):
        if first.post == second.post and first.life.overlaps(second.life):
            yield Problem(
                body.at("seats", other),
                f"{second.post} holds two seats of {body.name} at the same time",
                subject=body.id,
                related=(Related(body.at("seats", one), "the other seat"),),
            )


@rule("chairs-overlap", severity=Severity.ERROR, per=Body)
def chairs_overlap(body: Body, _case: Case) -> Iterator[Problem]:
    """A body has one chair at a time, and one vice-chair.

    Why: who presides, signs and answers for actions given to the chair must be plain for every day.
    Remedy: end the first on the day the second begins: until is the first day no longer.
    """
    for (one, first), (other, second) in combinations(enumerate(body.chairs), 2):
        if first.role == second.role and first.life.overlaps(second.life):
            yield Problem(
                body.at("chairs", other),
                f"{first.post} and {second.post} are both {first.role} of {body.name} for a time",
                subject=body.id,
                related=(Related(body.at("chairs", one), f"{first.post}: {first.life.say()}"),),
            )


@rule("seat-vacant", severity=Severity.NOTE, per=Body)
def seat_vacant(body: Body, case: Case) -> Iterator[Problem]:
    """Every seat and chair is held by a post that exists and is filled.

    Why: a vacant seat counts for nobody, and the partner behind it is not at the table.
    Remedy: name the post that holds the seat, or end the seat on the day it fell vacant.
    """
    if body.life.covers(case.day) is not True:
        return
    for place in _places(body):
        if place.held.covers(case.day) is not True:
            continue
        found = case.partnership.post(place.post)
        if not place.post:
            if not case.partnership.readable("bodies", body.id):
                continue  # the post may be what could not be read
            partner = case.partnership.partner(place.partner)
            whose = f" of {partner.name}" if partner is not None else ""
            yield Problem(place.at, f"a seat{whose} on {body.name} is vacant: no post holds it", subject=body.id)
        elif found is not None and found[0].life.over(case.day) is not True:
            partner, post = found
            if post.life.over(case.day) is True:
                fact = f"{place.name} is vacant: {Life('the post', post.life).ended()}"
                yield Problem(place.at, fact, severity=Severity.WARNING, subject=body.id)
            elif vacant(post, case.day):
                yield Problem(place.at, f"{place.name} is vacant: nobody holds the post", subject=body.id)


@rule("seat-of-ended-partner", severity=Severity.WARNING, per=Body)
def seat_of_ended_partner(body: Body, case: Case) -> Iterator[Problem]:
    """No seat or chair is left open for a partner that is no more.

    Why: its place at the table is empty, and who took over is not called.
    Remedy: end the seat on the day the partner ended, and give a seat to a post of its successor.
    """
    if body.life.covers(case.day) is not True:
        return
    for place in _places(body):
        partner = case.partnership.partner(place.partner)
        if partner is None or partner.life.over(case.day) is not True or place.held.covers(case.day) is not True:
            continue
        if place.held.end is None:
            heirs = successors(case.partnership, partner)
            fact = f"{of_partner(partner).ended()}, but {place.name} is still open{heirs}"
            yield Problem(place.at, fact, subject=body.id)


class _Place(Frozen):
    """A seat, a chair or the clerk's place, and the days for which it is held."""

    at: Pointer
    name: str
    post: str
    partner: str
    held: Period


def _places(body: Body) -> Iterator[_Place]:
    for index, seat in enumerate(body.seats):
        post = seat.post or ""
        partner = post.partition("/")[0] or seat.partner or ""
        yield _Place(body.at("seats", index), f"the seat of {post or partner} on {body.name}", post, partner, seat.life)
    for index, chair in enumerate(body.chairs):
        name = f"the place of {chair.post} as {chair.role} of {body.name}"
        yield _Place(body.at("chairs", index), name, chair.post, chair.post.partition("/")[0], chair.life)
    if body.clerk is not None:
        name = f"the place of {body.clerk} as clerk of {body.name}"
        yield _Place(body.at("clerk"), name, body.clerk, body.clerk.partition("/")[0], Period())


def _lives(place: _Place, case: Case) -> tuple[Life, ...]:
    found = case.partnership.post(place.post)
    if found is not None:
        return of_post(*found)
    partner = case.partnership.partner(place.partner)
    return () if partner is None else (of_partner(partner),)


RULES = (seat_outside_life, post_outside_life, seat_twice, chairs_overlap, seat_vacant, seat_of_ended_partner)
