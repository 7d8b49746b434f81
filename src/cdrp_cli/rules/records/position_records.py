"""Statements in `data/positions.yaml` that count for nothing, so that nobody relies on one in vain."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Severity
from cdrp_cli.records.positions import DutyPosition
from cdrp_cli.rules.duties.positions import NOTHING_TO_JUDGE, STATED
from cdrp_cli.rules.rule import Case, Rule, rule
from cdrp_cli.rules.words import Problem

_COUNTED = frozenset({"isp-comply", *(each.id for each in STATED)})


@rule("position-not-counted", severity=Severity.NOTE, per=DutyPosition)
def position_not_counted(position: DutyPosition, case: Case) -> Iterator[Problem]:
    """Every statement on a duty is one that counts: dated, on a duty in force, which no record could prove.

    Why: a statement that is not counted leaves its duty where it was, whatever it says.
    Remedy: give the day under as_at; where the records themselves judge the duty, record what they need instead.
    """
    duty = case.law.duties.get(position.duty)
    if duty is None:
        return
    if position.duty in NOTHING_TO_JUDGE:
        message = f"{position.duty} is {NOTHING_TO_JUDGE[position.duty]}; no statement on it is counted"
        yield Problem(position.at("duty"), message, subject=position.duty)
    elif position.duty not in _COUNTED:
        message = f"{position.duty} is judged by the records themselves, so this statement on it is not counted"
        yield Problem(position.at("duty"), message, subject=position.duty)
    elif position.as_at is None:
        message = f"this statement on {position.duty} has no date, so it counts for no year"
        yield Problem(position.pointer, message, subject=position.duty)
    elif position.as_at.exact and duty.on(case.law.nation, position.as_at.earliest) is None:
        message = f"{position.duty} was not in force on {say(position.as_at.earliest)}, the day of this statement"
        yield Problem(position.at("as_at"), message, subject=position.duty)


RULES: tuple[Rule, ...] = (position_not_counted,)
"""Rules on statements."""
