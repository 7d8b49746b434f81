"""What an id can mean to `cdrp explain`: a rule on records, a duty, a data set, a row of the checklist, a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.core.words import nearest
from cdrp_cli.hallmarks import ChecklistRow, checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.model import Duty
from cdrp_cli.output.examples import Example, slips
from cdrp_cli.rules.registry import DUTIES, RULES, STATED
from cdrp_cli.rules.rule import DutyRule, Rule

DATA = "data-"
"""What the id of a duty has before the name of the data set it is about."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake in how a record is written, found before its facts are judged."""

    id: str
    shown: Example


Topic = Rule | Duty | ChecklistRow | Slip


def topic(ident: str) -> Topic:
    """What the id names; UnknownIdError with the nearest ids that exist."""
    found = topics().get(ident) or topics().get(ident.lower()) or topics().get(ident.upper())
    if found is None:
        raise UnknownIdError("rule, duty, data set or checklist row", ident, nearest(ident, topics()))
    return found


@cache
def topics() -> Mapping[str, Topic]:
    """Every id that can be explained; a data set is explained by its duty."""
    duties = catalogue().duties
    sets = {ident.removeprefix(DATA): duty for ident, duty in duties.items() if is_data_set(duty)}
    return {
        **{ident: Slip(ident, shown) for ident, shown in slips().items()},
        **{row.ref: row for row in rows()},
        **sets,
        **{rule.id: rule for rule in RULES},
        **duties,
    }


def is_data_set(duty: Duty) -> bool:
    """Whether the duty is about one prescribed data set."""
    return duty.family == "data-sets" and duty.id != "data-quarterly"


def rows() -> tuple[ChecklistRow, ...]:
    """The shipped rows of the checklist, numbered and supplementary."""
    return (*checklist().rows, *checklist().supplementary)


def judgement(duty: Duty) -> DutyRule | None:
    """The rule that judges the duty; None for powers and structures that nobody can meet or fail."""
    return next((rule for rule in (*DUTIES, *STATED) if rule.id == duty.id), None)


def is_stated(duty: Duty) -> bool:
    """Whether only a dated statement shows how it stands."""
    return any(rule.id == duty.id for rule in STATED)
