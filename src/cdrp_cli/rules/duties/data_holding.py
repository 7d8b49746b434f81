"""Who owes a prescribed data set of a quarter, and when it was shared with whom (section 17A and SI 2007/1831)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import after_quarter
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.returns import Return
from cdrp_cli.rules.duties.area import councils
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.standing import COUNCILS, authorities

DATA_SETS = (
    "police-incidents",
    "police-crimes",
    "fire-fires",
    "fire-hoax-calls",
    "la-road-collisions",
    "la-school-exclusions",
    "la-racial-incidents",
    "la-asb",
    "health-admissions",
    "health-domestic-abuse",
    "health-mental-drug-counts",
    "health-ambulance",
)
"""The sets of the schedule, by the id of their duty less `data-`."""

ALL = "all"


@dataclass(frozen=True, slots=True)
class Owed:
    """The authorities that owe a set; where none can be named, the councils of which one does, or that no law says."""

    partners: tuple[Partner, ...] = ()
    rivals: tuple[Partner, ...] = ()
    lawless: bool = False

    def doubt(self, sets: str) -> str:
        """Why it is not known who owes these sets; empty where it is."""
        if self.partners:
            return ""
        if self.lawless:
            why = "the text names bodies that are no more, and nobody in their place"
            return f"who holds these data is uncertain: {why}; no authority is in breach"
        if self.rivals:
            names = both([partner.name for partner in self.rivals])
            return f"which of {names} holds {sets} is not said: write it under holds of the one that does"
        return f"no authority that holds {sets} is on record"


@dataclass(frozen=True, slots=True)
class Share:
    """How one authority stands on one set for the quarter: `on` None is not shared with all, `noted` why it is so.

    `told`: a return on record says it, so that nothing rests on absence.
    """

    partner: Partner
    dataset: str
    on: date | None
    at: Pointer
    told: bool
    noted: str = ""


def deadline(case: DutyCase) -> date:
    """The last day for sharing the data of the quarter judged: the end of the next quarter."""
    return after_quarter(case.span).last


def owed(case: DutyCase, dataset: str) -> Owed:
    """Who owes the set on the day judged: all of the kind that holds it; of two councils, the one that says so."""
    version = case.law.version(f"data-{dataset}")
    kinds = version.holders if version is not None else ()
    if not kinds:
        return Owed(lawless=True)
    of_councils = any(kind in COUNCILS for kind in kinds)
    able = tuple(partner for partner in _living(case) if any(kind in kinds for kind in partner.kind))
    if of_councils:
        able = tuple(found.partner for found in councils(case))
    naming = tuple(partner for partner in able if dataset in partner.holds)
    if of_councils and not naming and len(able) > 1:
        return Owed(rivals=able)
    return Owed(naming or able)


def shares(case: DutyCase, partner: Partner, dataset: str) -> Share:
    """When the authority had shared the set with all the others; a nil return counts as shared."""
    rows = [row for row in _returns(case, partner) if dataset in row.dataset or dataset in row.nil]
    given = sorted(
        (row for row in rows if row.shared and row.shared <= case.as_of), key=lambda row: row.shared or date.max
    )
    if not given:
        at = rows[0].pointer if rows else partner.pointer
        return Share(partner, dataset, None, at, told=bool(rows))
    left: set[str] | None = None
    for row in sorted(given, key=lambda row: row.shared or date.max):
        left = set() if ALL in row.to else (_others(case, partner) if left is None else left) - set(row.to)
        if not left:
            return Share(partner, dataset, row.shared, row.at("shared"), told=True)
    without = both([found.name for found in case.partnership.partners if found.id in (left or ())])
    return Share(partner, dataset, None, given[-1].at("to"), told=True, noted=f"not with {without}")


def _others(case: DutyCase, partner: Partner) -> set[str]:
    """All other responsible authorities of the area, which is how far the Act's own words are usable."""
    return {found.partner.id for found in authorities(case.partnership, case.law) if found.sure} - {partner.id}


def _returns(case: DutyCase, partner: Partner) -> Iterator[Return]:
    first = case.span.first
    return (row for row in case.partnership.returns if row.partner == partner.id and row.quarter == first)


def _living(case: DutyCase) -> tuple[Partner, ...]:
    """The partners surely there on the day judged; the same for each set."""
    partnership, question = case.partnership, (_living, case.day)
    if question not in partnership.answered:
        living = (partner for partner in partnership.partners if partner.life.covers(case.day) is True)
        partnership.answered[question] = tuple(living)
    answer: tuple[Partner, ...] = partnership.answered[question]
    return answer
