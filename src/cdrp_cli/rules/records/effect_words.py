"""What an effect changes, in a sentence that a comparison and the minutes share: who, what, from which day."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.words import both
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.laid import first_day
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.meetings.rhythm import said


def effect_said(effect: Effect, partnership: Partnership, day: date, duty: str) -> str:
    """`Executive Group is no more from 22 July 2025`; without a full stop, so that more can be added.

    `day` is that of an effect which has none of its own; `duty` is how a duty that moves is called.
    """
    body = _name(partnership, effect.body)
    rhythm = f"meets {said(effect.meets)}" if effect.meets is not None else ""
    if effect.ends is not None:
        return f"{body} is no more from {say(effect.ends)}"
    if effect.begins is not None:
        what = f", as {both([function.replace('-', ' ') for function in effect.functions])}" if effect.functions else ""
        return f"{body} begins on {say(effect.begins)}{what}{', and ' + rhythm if rhythm else ''}"
    if effect.duty is not None and effect.to is not None:
        return f"{duty} goes to {_name(partnership, effect.to)} from {say(first_day(effect, day))}"
    return f"{body} {rhythm} from {say(first_day(effect, day))}" if rhythm else "An effect that says no change"


def _name(partnership: Partnership, ident: str | None) -> str:
    body = partnership.body(ident or "")
    return body.name if body is not None else ident or ""
