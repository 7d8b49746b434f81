"""What a report's effects would do to the duties, once carried out: values for people and programs to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Orphaned:
    """A duty that named bodies had in hand and that nobody would have in hand from `day` on.

    `until` is the first day on which somebody has it in hand again, where the same effects see to that; `due` the next
    last day for it, None where the text sets none; `sure` False where the records leave open whether it is so;
    `as_before` where it is so without the effects as well.
    """

    duty: str
    title: str
    binds: str
    before: tuple[str, ...]
    day: date
    until: date | None
    due: date | None
    reason: str
    sure: bool = True
    as_before: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A duty that other bodies would have in hand from `day` on.

    `was_assumed`: no terms had named it until then; `still_assumed`: nor do any from then on, the bound body changes.
    """

    duty: str
    title: str
    binds: str
    before: tuple[str, ...]
    was_assumed: bool
    after: tuple[str, ...]
    day: date
    still_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Discharge:
    """A duty that the bound body must discharge by `deadline`, and the meetings before it at which it could.

    `meetings` are the planned ones on record, by id; `reason` tells in words which planned or regular meeting could do
    it, or why there is none. `sure` False: it hangs on something that neither terms nor records say. `as_before`: the
    effects change nothing in this.
    """

    duty: str
    title: str
    body: str
    deadline: date
    meetings: tuple[str, ...]
    reason: str
    sure: bool
    as_before: bool


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The records with the effects laid over them, compared with the records as they are.

    `heading` says what would change, one sentence each; `assumed` which terms of reference are assumed, not seen;
    `untold` what the records do not say and the comparison would need.
    """

    heading: tuple[str, ...]
    orphaned: tuple[Orphaned, ...]
    moved: tuple[Moved, ...]
    undischargeable: tuple[Discharge, ...]
    still: tuple[Discharge, ...]
    untold: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
