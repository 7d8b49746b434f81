"""Who has a duty in hand: what the terms of reference in force say, kept apart from whom the law binds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.law.model import Duty
from cdrp_cli.records.bodies import BodyFunction
from cdrp_cli.records.partnership import Partnership

_BOUND_BODY: dict[str, BodyFunction] = {
    "county-strategy-group": "county-strategy-group",
    "crime-and-disorder-committee": "crime-and-disorder-committee",
    "council": "crime-and-disorder-committee",
}

_ALL_SETS = "data-quarterly"


@dataclass(frozen=True, slots=True)
class Holding:
    """The bodies that have a duty in hand; `assumed` where no terms of any body ever named it."""

    bodies: tuple[str, ...]
    assumed: bool


def holders(partnership: Partnership, duty: Duty, day: date) -> Holding:
    """The bodies whose terms in force name the duty; the bound body, assumed, where no terms ever did."""
    names = _names(duty)
    if not _ever_named(partnership, names, day):
        function = _BOUND_BODY.get(duty.bound, "strategy-group")
        return Holding(tuple(body.id for body in partnership.bodies_on(day, function)), assumed=True)
    named = []
    for body in partnership.bodies:
        terms = body.terms_on(day) if body.life.covers(day) else None
        if terms is not None and names.intersection(terms.duties or ()):
            named.append(body.id)
    return Holding(tuple(named), assumed=False)


def _names(duty: Duty) -> frozenset[str]:
    """The names that give it to a body: whoever has the quarterly data in hand has each set of them."""
    return frozenset({duty.id, _ALL_SETS} if duty.family == "data-sets" else {duty.id})


def _ever_named(partnership: Partnership, names: frozenset[str], day: date) -> bool:
    return any(
        names.intersection(terms.duties or ()) and (terms.from_ is None or terms.from_.earliest <= day)
        for body in partnership.bodies
        for terms in body.terms
    )
