"""Who owes a prescribed data set of a quarter, and when it was shared with whom (section 17A and SI 2007/1831)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cdrp_cli.core.dates import after_quarter
from cdrp_cli.core.frozen import Frozen
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


class Owed(Frozen):
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


class Share(Frozen):
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
    law = case.law
    question = (owed, law.nation, law.day, id(law.duties), case.day, dataset)
    # the law is kept beside the answer, so that no other law can come to have its identity
    return case.partnership.once(question, lambda: (_owed(case, dataset), law.duties))[0]


def _owed(case: DutyCase, dataset: str) -> Owed:
    version = case.law.version(f"data-{dataset}")
    kinds = version.holders if version is not None else ()
    if not kinds:
        return Owed(lawless=True)
    of_councils = any(kind in COUNCILS for kind in kinds)
    if of_councils:
        able = tuple(found.partner for found in councils(case))
    else:
        able = tuple(partner for partner in _living(case) if not set(kinds).isdisjoint(partner.kind))
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


def _returns(case: DutyCase, partner: Partner) -> Sequence[Return]:
    """What the partner sent of the quarter."""
    sent = case.partnership.once(_sorted_out, lambda: _sorted_out(case.partnership.returns))
    return sent.get((partner.id, case.span.first), ())


def _sorted_out(returns: Iterable[Return]) -> dict[tuple[str, date], list[Return]]:
    """The returns by partner and quarter, in the order of the file."""
    found: dict[tuple[str, date], list[Return]] = {}
    for row in returns:
        found.setdefault((row.partner, row.quarter), []).append(row)
    return found


def _living(case: DutyCase) -> tuple[Partner, ...]:
    """The partners surely there on the day judged; the same for each set."""
    living = (partner for partner in case.partnership.partners if partner.life.covers(case.day) is True)
    return case.partnership.once((_living, case.day), lambda: tuple(living))
