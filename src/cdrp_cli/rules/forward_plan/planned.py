"""What a forward plan is made of: a day, what falls on it, how the day was found, and what it clashes with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "meeting", "call-for-items", "papers-in", "publish", "minutes-out", "duty", "document", "chair"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """One day of the plan.

    `ref` is the id of the meeting, duty, document or body it comes from; `bodies` are those it concerns. `to_do`: once
    the day has passed, it is still waiting to be done.
    """

    day: date
    kind: Kind
    what: str
    ref: str
    bodies: tuple[str, ...] = ()
    time: str = ""
    working: str = ""
    clashes: tuple[str, ...] = ()
    to_do: bool = False


@dataclass(frozen=True, slots=True)
class ForwardPlan:
    """What falls on the days from `first` to `last`, both inclusive, and what was to be done before `today`.

    `holidays_to` is the last day for which bank holidays are known.
    """

    first: date
    last: date
    ahead: tuple[Planned, ...]
    passed: tuple[Planned, ...]
    holidays_to: date
