"""How a duty stands on a day: one row per duty and subject, also when it is met."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cdrp_cli.core.dates import Period
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Place, Pointer


class Outcome(StrEnum):
    """The closed list of verdicts; what cannot be known is said to be unknown."""

    MET = "met"
    PARTLY_MET = "partly-met"
    NOT_MET = "not-met"
    DUE = "due"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASSESSED = "not-assessed"
    CANNOT_TELL = "cannot-tell"


class Part(Frozen):
    """The outcome for one partner (kind `partner`) or one element (kind `part`) of a duty."""

    kind: str
    name: str
    outcome: Outcome


class Shown(Frozen):
    """What was seen that bears a duty out, and where."""

    at: Pointer | Place
    text: str


class DutyRow(Frozen):
    """A duty in force, whom it is judged for, who has it in hand, and how it stands.

    `period` is the period of the law's own year that holds the day; `due` the last day on which it can still be met.
    `held_by` names the bodies that have it in hand, by terms of reference, or `assumed` where no terms ever named it;
    `may_hold` those of which the records leave it open. With none of the three it is orphaned. `lacking` is what was
    left undone once its time had run out, where that is told under this duty and not under another.
    """

    duty: str
    subject: str
    source: str
    bound: str
    binds: str
    outcome: Outcome
    reason: str
    held_by: tuple[str, ...] = ()
    assumed: bool = False
    may_hold: tuple[str, ...] = ()
    period: Period | None = None
    due: date | None = None
    parts: tuple[Part, ...] = ()
    confidence: str = "read"
    evidence: tuple[Shown, ...] = ()
    lacking: tuple[Shown, ...] = ()
