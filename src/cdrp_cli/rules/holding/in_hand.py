"""Who has a duty in hand: what terms of reference say, kept apart from whom the law binds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.law.model import Duty
from cdrp_cli.records.bodies import Body, BodyFunction, Terms
from cdrp_cli.records.partnership import Partnership

ALL_SETS = "data-quarterly"
"""Whoever has the quarterly data in hand has each set of them."""

_OTHERS: dict[str, BodyFunction] = {
    "responsible-authorities": "county-strategy-group",
    "county-strategy-group": "county-strategy-group",
    "crime-and-disorder-committee": "crime-and-disorder-committee",
    "council": "crime-and-disorder-committee",
}
"""The body that acts for whom a duty binds besides the partnership; for the rest there is none."""


class Holding(Frozen):
    """Who has a duty in hand on a day.

    `assumed`: no terms of any body ever named it, so the body that the law binds is taken to have it. `open` are the
    bodies that may have it, where the records do not say whether they or their terms were there that day.
    """

    bodies: tuple[str, ...]
    assumed: bool
    open: tuple[str, ...] = ()

    @property
    def orphaned(self) -> bool:
        """Whether terms once named it, and surely no body in force has it in hand now."""
        return not self.assumed and not self.bodies and not self.open


class Listing(Frozen):
    """The duties in the terms of a body that hold on a day, and the block of terms that lists them."""

    block: int
    terms: Terms
    duties: tuple[str, ...]


class _Named(Frozen):
    """What the terms of a body name on a day, surely and as far as can be told, and whether it surely was there."""

    body: Body
    surely: frozenset[str]
    perhaps: frozenset[str]
    there: bool


def holders(partnership: Partnership, duty: Duty, day: date) -> Holding:
    """The bodies whose terms in force name the duty; the bound body, assumed, where no terms ever did."""
    names = names_of(duty)
    named, may = naming(partnership, names, day)
    if not named and not may and last_named(partnership, names, day) is None:
        return _assumed(partnership, duty, day)
    return Holding(tuple(body.id for body in named), assumed=False, open=tuple(body.id for body in may))


def naming(partnership: Partnership, names: frozenset[str], day: date) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    """The bodies whose terms surely name one of these that day, and those of which it cannot be told."""
    sure, may = [], []
    for each in partnership.once((naming, day), lambda: tuple(_named(partnership, day))):
        surely, perhaps = not names.isdisjoint(each.surely), not names.isdisjoint(each.perhaps)
        if surely and perhaps and each.there:
            sure.append(each.body)
        elif surely or perhaps:
            may.append(each.body)
    return tuple(sure), tuple(may)


def last_named(partnership: Partnership, names: frozenset[str], day: date) -> tuple[date, date | None] | None:
    """The last day before `day` on which anything changed and some terms named one of these, and the next such day.

    None where no terms of any body ever named one, up to that day. Looked at are the days on which a body or its terms
    begin or end; between two of them nothing changes.
    """
    lists = (terms.duties or () for body in partnership.bodies for terms in body.terms)
    if names.isdisjoint(chain.from_iterable(lists)):
        return None
    after = None
    for turn in sorted({turn for turn in turns(partnership) if turn <= day}, reverse=True):
        if any(naming(partnership, names, turn)):
            return turn, after
        after = turn
    return None


def turns(partnership: Partnership) -> Iterator[date]:
    """The days on which a body or its terms begin or end, or may do so."""
    for body in partnership.bodies:
        for bound in (body.from_, body.until, *(terms.from_ for terms in body.terms)):
            yield from _limits(bound)


def listing(body: Body, day: date, *, perhaps: bool = False) -> Listing | None:
    """What the body's terms list that day; `perhaps` takes in terms that may have begun. The body may be gone."""
    found = None
    for index, terms in enumerate(body.terms):
        begun = terms.from_ is None or (terms.from_.earliest if perhaps else terms.from_.latest) <= day
        if begun and "duties" in terms.model_fields_set:
            found = Listing(index, terms, tuple(terms.duties or ()))
    return found


def assumed_terms(partnership: Partnership, day: date) -> tuple[str, ...]:
    """The terms of reference that hold that day, or may, and that are assumed: body and first day, in words."""
    return tuple(
        f"{body.name} ({'from ' + terms.from_.say() if terms.from_ is not None else 'always'})"
        for body in partnership.bodies
        if body.life.covers(day) is not False
        for terms in _in_use(body, day)
        if terms.assumed is not None
    )


def names_of(duty: Duty) -> frozenset[str]:
    """The names in terms that give it to a body."""
    return frozenset({duty.id, ALL_SETS} if duty.family == "data-sets" else {duty.id})


def function_bound(duty: Duty) -> BodyFunction | None:
    """The function of the body that acts for those whom the duty binds; None where no body does."""
    return "strategy-group" if duty.binds == "partnership" else _OTHERS.get(duty.bound)


def bodies_bound(partnership: Partnership, duty: Duty, day: date) -> tuple[Body, ...]:
    """The bodies surely there that day that act for those whom the duty binds."""
    function = function_bound(duty)
    return partnership.bodies_on(day, function) if function is not None else ()


def _assumed(partnership: Partnership, duty: Duty, day: date) -> Holding:
    bound = tuple(body.id for body in bodies_bound(partnership, duty, day))
    return Holding(bound, assumed=True)


def _named(partnership: Partnership, day: date) -> Iterator[_Named]:
    """What the terms of each body name that day, of those that were there, or may have been."""
    for body in partnership.bodies:
        begun, over = body.life.begun(day), body.life.over(day)
        if body.terms and begun is not False and over is not True:
            sure, perhaps = listing(body, day), listing(body, day, perhaps=True)
            # terms with a day of their own show that the body was there, also where nobody saw it begin
            there = begun is True or (sure is not None and sure.terms.from_ is not None)
            yield _Named(body, _listed(sure), _listed(perhaps), there and over is False)


def _listed(found: Listing | None) -> frozenset[str]:
    return frozenset() if found is None else frozenset(found.duties)


def _in_use(body: Body, day: date) -> list[Terms]:
    """The blocks of terms of which something still holds that day, or may: later ones have not replaced all of it."""
    replaced: set[str] = {"from_", "assumed", "agreed_by"}
    used: list[Terms] = []
    for terms in reversed(body.terms):
        if terms.from_ is None or terms.from_.earliest <= day:
            if terms.model_fields_set - replaced:
                used.append(terms)
            if terms.from_ is None or terms.from_.latest <= day:
                replaced |= terms.model_fields_set
    return used[::-1]


def _limits(bound: PartialDate | None) -> tuple[date, ...]:
    return (date.min,) if bound is None else (bound.earliest, bound.latest)
