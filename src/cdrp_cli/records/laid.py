"""The records as they would be once the effects of a report or a decision were carried out; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.records.bodies import Body, Terms
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.partnership import Partnership

_Change = Callable[[Body], Body]


def lay(partnership: Partnership, effects: Sequence[Effect], day: date) -> Partnership:
    """A partnership with the effects laid over its bodies; `day` is that of an effect which has none of its own.

    An effect that names a body neither on record nor begun by another effect changes nothing; what the records show
    already is left as it is, so that effects may be laid over records that took them in.
    """
    bodies = partnership.bodies
    for effect in effects:
        if effect.body is not None and effect.begins is not None and partnership.body(effect.body) is None:
            bodies = (*bodies, _begun(effect, effect.begins, partnership))
    known = {body.id for body in bodies}
    for effect in sorted(effects, key=lambda effect: first_day(effect, day)):
        if effect.to is None or effect.to in known:
            change = _change(effect, first_day(effect, day))
            bodies = tuple(change(body) for body in bodies)
    return replace(partnership, bodies=bodies)


def first_day(effect: Effect, day: date) -> date:
    """The first day of the change; `day` where the effect says none."""
    said: date | None = effect.from_ or effect.begins or effect.ends
    return said or day


def _begun(effect: Effect, begins: date, partnership: Partnership) -> Body:
    """The new body; it is named by its id, because an effect says no more."""
    body = Body.model_validate(
        {"id": effect.body, "name": effect.body, "functions": list(effect.functions), "from": begins.isoformat()}
    )
    body.placed(next((paper.pointer for paper in partnership.papers if effect in paper.effects), body.pointer))
    return body


def _change(effect: Effect, day: date) -> _Change:
    def change(body: Body) -> Body:
        if effect.body == body.id and effect.ends is not None:
            body = _ended(body, effect.ends)
        if effect.body == body.id and effect.meets is not None:
            held = body.terms_on(day)
            body = body if held is not None and held.meets == effect.meets else _with(body, day, meets=effect.meets)
        if effect.duty is not None and effect.to is not None:
            body = _moved(body, effect.duty, effect.to, day)
        return body

    return change


def _ended(body: Body, day: date) -> Body:
    """An end on record that had come by then stands."""
    if body.life.over(day):
        return body
    return body.model_copy(update={"until": PartialDate(day.year, day.month, day.day)})


def _moved(body: Body, duty: str, to: str, day: date) -> Body:
    """The body with the duty among those in its terms if it goes there, without it if not."""
    held = body.terms_on(day)
    duties = tuple(held.duties or ()) if held is not None and "duties" in held.model_fields_set else ()
    if body.id == to:
        return body if duty in duties else _with(body, day, duties=(*duties, duty))
    return _with(body, day, duties=tuple(each for each in duties if each != duty)) if duty in duties else body


def _with(body: Body, day: date, **changed: Any) -> Body:
    """The body with one more block of terms from that day, before those that begin later."""
    block = Terms.model_validate({"from": day.isoformat(), **changed})
    later = (i for i, terms in enumerate(body.terms) if terms.from_ is not None and terms.from_.earliest > day)
    place = next(later, len(body.terms))
    return body.model_copy(update={"terms": (*body.terms[:place], block, *body.terms[place:])})
