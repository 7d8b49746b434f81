"""What meetings decided to change: the effects of decisions that were carried, with their day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.records.partnership import Partnership

CARRIED = ("agreed", "approved", "accepted", "resolved")
"""What a meeting did with what it carried."""


class Decided(Frozen):
    """One effect of a decision that was carried, where it stands."""

    effect: Effect
    meeting: Meeting
    at: Pointer
    closed: bool

    @property
    def day(self) -> date:
        """The first day of the change."""
        said: date | None = self.effect.from_ or self.effect.begins or self.effect.ends
        return said or self.meeting.date


def decided(partnership: Partnership) -> Iterator[Decided]:
    """Every effect of decisions that were carried, by date; what was rejected, deferred or referred changes nothing."""
    for minuted in partnership.business:
        for position, outcome in enumerate(minuted.item.outcomes):
            if not isinstance(outcome, Decision) or outcome.verb not in CARRIED or not minuted.meeting.took_place:
                continue
            for index, effect in enumerate(outcome.effects):
                at = minuted.pointer.at("outcomes", position, "effects", index)
                yield Decided(effect, minuted.meeting, at, minuted.item.exempt is not None)


def begun(partnership: Partnership) -> frozenset[str]:
    """The bodies that some decision or report would begin, whether they are on record or not."""
    outcomes = [outcome for minuted in partnership.business for outcome in minuted.item.outcomes]
    effects = [effect for outcome in outcomes if isinstance(outcome, Decision) for effect in outcome.effects]
    effects += [effect for paper in partnership.papers for effect in paper.effects]
    return frozenset(effect.body for effect in effects if effect.body is not None and effect.begins is not None)
