"""What a report's effects would change: who has each duty in hand, and which meetings are left to discharge it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from cdrp_cli.core.report import Dates
from cdrp_cli.core.what_if import WhatIf
from cdrp_cli.engine.discharge import discharges
from cdrp_cli.engine.hands_compared import Change, moved, orphaned
from cdrp_cli.engine.meetings_left import Chance
from cdrp_cli.engine.run import run
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.laid import first_day, lay
from cdrp_cli.records.load import Loaded
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.holding.in_hand import assumed_terms
from cdrp_cli.rules.records.effect_words import effect_said


def what_if(loaded: Loaded, law: Catalogue, dates: Dates, effects: Sequence[Effect]) -> WhatIf:
    """The duties before and after the effects; an effect without a day of its own takes that of the report."""
    before, day = loaded.partnership, dates.as_of
    after = lay(before, effects, day)
    heading = tuple(_sentence(effect, before, after, day) for effect in effects)
    untold = tuple(_untold(before, after, effects))
    if before.profile is None:
        return WhatIf(heading, (), (), (), (), ("the nation, because data/partnership.yaml could not be read",))
    first = min((first_day(effect, day) for effect in effects), default=day)
    change = Change(before, after, law, before.profile.nation, first)
    left = list(discharges(change, run(loaded, law, dates).duties, day))
    return WhatIf(
        heading,
        tuple(orphaned(change)),
        tuple(moved(change)),
        tuple(each for chance, each in left if chance is Chance.NONE),
        tuple(each for chance, each in left if chance is not Chance.NONE),
        untold,
        assumed_terms(before, day),
    )


def _sentence(effect: Effect, before: Partnership, after: Partnership, day: date) -> str:
    """What one effect changes, in a sentence of its own, and whether the records show it."""
    told = effect_said(effect, after, day, effect.duty or "")
    return f"{told}{', as the records show already' if _shown(before, effect, day) else ''}."


def _shown(before: Partnership, effect: Effect, day: date) -> bool:
    """Whether the records have taken the effect in, so that it changes nothing."""
    named = all(before.body(name) is not None for name in (effect.body, effect.to) if name is not None)
    return named and lay(before, [effect], day).bodies == before.bodies


def _untold(before: Partnership, after: Partnership, effects: Sequence[Effect]) -> Iterator[str]:
    """What the comparison would need: who is not on record, and what those that end have in hand."""
    for name in dict.fromkeys(name for effect in effects for name in (effect.body, effect.to) if name is not None):
        if after.body(name) is None:
            yield f"a body {name}, so what the effects say of it is left out"
    for effect in effects:
        body = before.body(effect.body or "") if effect.ends is not None else None
        if body is not None and not any("duties" in terms.model_fields_set for terms in body.terms):
            yield f"what {body.name} has in hand: no terms on record say, so nobody can tell what its end leaves undone"
