"""When a duty that terms of reference had named was left with nobody, and what did it."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.holding.in_hand import ALL_SETS, bodies_bound, holders, last_named, listing, names_of, naming
from cdrp_cli.rules.lives import when

_BOUND = {
    "responsible-authorities": "the responsible authorities are",
    "each-responsible-authority": "every responsible authority is",
    "data-holder": "whoever holds the data is",
    "council": "the council is",
}
"""Who is still bound where that is no body of the partnership."""


class Loss(Frozen):
    """One body that had the duty in hand and no longer has: where and in which words."""

    body: Body
    at: Pointer
    told: str


class Orphaning(Frozen):
    """`day` is the first on which nobody surely had it in hand while it was in force; `losses` are what did it."""

    day: date
    losses: tuple[Loss, ...]

    @property
    def cause(self) -> str:
        """`Executive Group ended on 26 July 2011`."""
        return both([loss.told for loss in self.losses])


def orphaning(partnership: Partnership, duty: Duty, version: Version, day: date) -> Orphaning | None:
    """What left the duty with nobody by that day; None where somebody has it in hand, or may have.

    `version` is the one in force that day.
    """
    if not holders(partnership, duty, day).orphaned:
        return None
    names = names_of(duty)
    found = last_named(partnership, names, day)
    held, left = found if found is not None else (day, None)
    if left is None:
        return None
    sure, perhaps = naming(partnership, names, held)
    losses = tuple(_loss(body, left) for body in (*sure, *perhaps))
    return Orphaning(max(left, _in_force_since(partnership, duty, version)), losses)


def told_by_all_sets(partnership: Partnership, duty: Duty, day: date) -> bool:
    """Whether only the quarterly data as a whole were ever named, so that what is said of them goes for every set."""
    if duty.family != "data-sets" or duty.id == ALL_SETS:
        return False
    return last_named(partnership, frozenset({duty.id}), day) is None


def still_bound(partnership: Partnership, duty: Duty, day: date) -> str:
    """`Partnership Board is still bound`: the duty did not go away with the body that had it in hand."""
    who = _BOUND.get(duty.bound)
    if who is None:
        names = [body.name for body in bodies_bound(partnership, duty, day)]
        who = f"{both(names)} {'is' if len(names) == 1 else 'are'}" if names else _unnamed(duty)
    return f"{who} still bound"


def _loss(body: Body, left: date) -> Loss:
    if body.until is not None and body.life.over(left):
        return Loss(body, body.at("until"), f"{body.name} ended {when(body.until)}")
    dropped = listing(body, left)
    if dropped is None or dropped.terms.from_ is None:
        return Loss(body, body.pointer, f"{body.name} no longer had it from {say(left)}")
    told = f"the terms of {body.name} no longer named it from {dropped.terms.from_.say()}"
    return Loss(body, body.at("terms", dropped.block, "duties"), told)


def _in_force_since(partnership: Partnership, duty: Duty, version: Version) -> date:
    """The first day of the run of versions, without a break, to which this one belongs."""
    nation = partnership.profile.nation if partnership.profile is not None else "england"
    first = version.from_
    for before in reversed(duty.versions(nation)):
        if before.until == first:
            first = before.from_
    return first


def _unnamed(duty: Duty) -> str:
    words = duty.bound.replace("-", " ")
    return f"the {words} {'are' if words.endswith('s') else 'is'}"
