"""Who would have each duty in hand, before and after a change: what is orphaned by it, and what moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.what_if import Moved, Orphaned
from cdrp_cli.core.words import both
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.model import Duty
from cdrp_cli.law.words import Nation
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.holding.deadlines import next_deadline
from cdrp_cli.rules.holding.in_hand import Holding, holders, turns
from cdrp_cli.rules.holding.orphaning import orphaning, still_bound, told_by_all_sets


@dataclass(frozen=True, slots=True)
class Change:
    """The records as they are and as they would be, from the first day on which anything changes."""

    before: Partnership
    after: Partnership
    law: Catalogue
    nation: Nation
    first: date

    @property
    def days(self) -> tuple[date, ...]:
        """The days from the first on which a body or its terms begin or end, in either."""
        every = {self.first, *chain(turns(self.before), turns(self.after))}
        return tuple(sorted(day for day in every if self.first <= day < date.max))

    def duties(self, day: date) -> tuple[Duty, ...]:
        """The duties in force that day, each set of data told by the quarterly data left out."""
        force = self.law.on(self.nation, day).in_force()
        return tuple(duty for duty, _ in force if duty.kind == "duty" and not told_by_all_sets(self.after, duty, day))


def orphaned(change: Change) -> Iterator[Orphaned]:
    """The duties that nobody has in hand after the change, each with the first day, and the day it is taken on again.

    Those that would be with nobody in any case are among them, and say so.
    """
    told: set[str] = set()
    for day in change.days:
        for duty in change.duties(day):
            before, after = holders(change.before, duty, day), holders(change.after, duty, day)
            as_before = before.orphaned and after.orphaned
            if duty.id not in told and (as_before or _lost(before, after)):
                told.add(duty.id)
                yield _orphaned(change, duty, day, before, after)


def moved(change: Change) -> Iterator[Moved]:
    """The duties that other bodies have in hand after the change, each with the day of its first move."""
    told: set[str] = set()
    for day in change.days:
        for duty in change.duties(day):
            before, after = holders(change.before, duty, day), holders(change.after, duty, day)
            if duty.id not in told and after.bodies and set(after.bodies) != set(before.bodies):
                told.add(duty.id)
                yield Moved(
                    duty.id, duty.title, duty.binds, before.bodies, before.assumed, after.bodies, day,
                    still_assumed=after.assumed,
                )  # fmt: skip


def _lost(before: Holding, after: Holding) -> bool:
    """Whether nobody surely has it in hand, though somebody had without the change."""
    return not before.orphaned and (after.orphaned or _in_doubt(after)) and not _in_doubt(before)


def _in_doubt(held: Holding) -> bool:
    return bool(held.open) and not held.bodies


def _orphaned(change: Change, duty: Duty, day: date, before: Holding, after: Holding) -> Orphaned:
    held = before.bodies or holders(change.before, duty, day_before(day)).bodies
    reason = _reason(change, duty, day, after)
    again = (later for later in change.days if later > day and holders(change.after, duty, later).bodies)
    return Orphaned(
        duty.id, duty.title, duty.binds, held, day, next(again, None), next_deadline(duty, day),
        reason + ("; it is so without these effects as well" if before.orphaned else ""), sure=after.orphaned,
        as_before=before.orphaned,
    )  # fmt: skip


def _reason(change: Change, duty: Duty, day: date, after: Holding) -> str:
    version = duty.on(change.nation, day)
    found = orphaning(change.after, duty, version, day) if version is not None else None
    bound = still_bound(change.after, duty, day)
    if found is not None:
        return f"{found.cause}; {bound}"
    names = both([body.name for body in change.after.bodies if body.id in after.open])
    return f"whether the terms of {names} are in force on {say(day)} is not on record; {bound}"
