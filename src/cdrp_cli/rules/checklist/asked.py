"""What the checklist asks of this partnership on a day: shipped rows and its own, and which are no longer law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import PartialDate, say
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.hallmarks import Checklist, ChecklistRow
from cdrp_cli.law.model import LawOn
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.positions import HallmarkRow


class Asked(Frozen):
    """One row as it stands for this partnership on the day.

    `kind` is statutory, advice or local; `ended` says in words since when a statutory row is no longer law, empty
    while it is; `outside` says why the row asks nothing of this partnership, empty where it does. `numbered` is True
    for the rows that count towards the guide's total.
    """

    ref: str
    requirement: str
    section: str
    hallmark: str
    kind: str
    answerable: bool
    numbered: bool
    duties: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    ended: str = ""
    outside: str = ""

    @property
    def counts(self) -> bool:
        """Whether an answer to it is counted: it can be answered, and it asks something of this partnership."""
        return self.answerable and not self.outside


def asked(partnership: Partnership, law: LawOn, shipped: Checklist) -> tuple[Asked, ...]:
    """The rows of the checklist on the law's day: numbered ones, supplementary ones that are answered, then local."""
    answered = {row.ref for row in partnership.hallmarks}
    rows = [_shipped(row, partnership, law, numbered=True) for row in shipped.rows]
    rows += [_shipped(row, partnership, law, numbered=False) for row in shipped.supplementary if row.ref in answered]
    rows += [
        Asked(row.ref, row.requirement, row.section, row.hallmark or "", row.kind, answerable=True, numbered=False)
        for row in partnership.checklist
    ]
    return tuple(rows)


def applying(partnership: Partnership, ref: str, day: date) -> HallmarkRow | None:
    """The answer to a row that applies on the day: the last whose day has come; an undated one has always come.

    The last in the records is the last, unless its day is surely earlier than that of an answer before it.
    """
    found, since = None, date.min
    for row in partnership.hallmarks:
        taken = row.as_at or PartialDate()
        if row.ref == ref and taken.earliest <= day and taken.latest >= since:
            found, since = row, max(since, taken.earliest)
    return found


def _shipped(row: ChecklistRow, partnership: Partnership, law: LawOn, *, numbered: bool) -> Asked:
    return Asked(
        row.ref,
        row.requirement,
        row.section,
        row.hallmark,
        row.kind,
        answerable=row.answerable,
        numbered=numbered,
        duties=row.duties,
        twins=row.twins,
        ended=_ended(row, law) if row.kind == "statutory" else "",
        outside=_outside(row, partnership, law),
    )


def _outside(row: ChecklistRow, partnership: Partnership, law: LawOn) -> str:
    """Why the row is not for this partnership: its nation, or how local government is arranged there."""
    if row.nations and law.nation not in row.nations:
        return f"the row is for {' and '.join(nation.capitalize() for nation in row.nations)}"
    tier = partnership.profile.tier_on(law.day) if partnership.profile is not None else None
    if row.tiers and (law.nation == "wales" or (tier is not None and tier not in row.tiers)):
        return f"the row is for {' and '.join(row.tiers)} areas"
    return ""


def _ended(row: ChecklistRow, law: LawOn) -> str:
    """Since when nothing in law stands behind a statutory row, and what came in its place."""
    behind = [law.duties[duty] for duty in row.duties if duty in law.duties]
    known = [duty for duty in behind if duty.kind == "duty" and duty.versions(law.nation)]
    if not known or any(duty.on(law.nation, law.day) is not None for duty in known):
        return ""
    ends = [version.until for duty in known for version in duty.versions(law.nation) if version.until is not None]
    past = [day for day in ends if day <= law.day]
    if not past:
        return "not yet law"
    names = ", ".join(_successors(row, law))
    return f"no longer law since {say(max(past))}" + (f"; in its place: {names}" if names else "")


def _successors(row: ChecklistRow, law: LawOn) -> Iterator[str]:
    for duty in law.duties.values():
        if set(duty.follows) & set(row.duties) and duty.on(law.nation, law.day) is not None:
            yield duty.id
