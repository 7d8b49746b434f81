"""A duty as it stands, with what a list of duties adds: who has it in hand in words, and by when it is due next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.law.model import Duty


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which duties to show: those of one body, by its id and name; those whose next date lies within so many days."""

    body: tuple[str, str] | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the report with its duty and the next date for it, None where the law sets none."""

    row: DutyRow
    duty: Duty
    next: date | None


def in_hand(row: DutyRow) -> str:
    """Who has it in hand, in the words of a table."""
    if row.held_by:
        return ", ".join(row.held_by) + (" (assumed)" if row.assumed else "")
    if row.may_hold:
        return f"perhaps {', '.join(row.may_hold)}"
    return "nobody (orphaned)" if orphaned(row) else "no body on record"


def orphaned(row: DutyRow) -> bool:
    """Whether terms once named the duty and no body in force has it in hand, or may have."""
    return not (row.held_by or row.may_hold or row.assumed)
