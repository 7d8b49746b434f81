"""How the duties in force stand: counts, what is not met or due with its reason, and the rest by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import both
from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import wrapped
from cdrp_cli.output.view import View

_REASONED = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.DUE)
"""What the partnership has to act on: named with the reason."""
_OPEN = (Outcome.NOT_ASSESSED, Outcome.CANNOT_TELL)
"""What nobody has shown yet: there can be dozens, so their reasons are left to the list of duties."""


def standing(report: Report, view: View) -> Iterator[list[str]]:
    """A block for the partnership's own duties, and one for those that bind others and stay out of its totals."""
    own = [row for row in report.duties if row.binds != "others"]
    others = [row for row in report.duties if row.binds == "others"]
    day = say(report.dates.as_of)
    if own:
        yield _block(f"Statutory duties on {day}", own, view)
    if others:
        yield _block(f"Duties that bind others on {day}, not counted above", others, view)


def _block(heading: str, rows: list[DutyRow], view: View) -> list[str]:
    lines = [Ink(view.colour).bold(line) for line in wrapped(heading, view.width)]
    lines += wrapped(counts(rows), view.width, "  ")
    for outcome in _REASONED:
        named = [row for row in rows if row.outcome is outcome]
        if outcome is Outcome.DUE:
            named.sort(key=lambda row: (row.due is None, row.due))
        if named:
            lines.append(f"  {spoken(outcome)}")
            for alike in _alike(named):
                lines += wrapped(_reasoned(alike), view.width, "    ", "- ")
    for outcome in _OPEN:
        named = [row for row in rows if row.outcome is outcome]
        if named:
            lines.append(f"  {spoken(outcome)} (cdrp duties says why)")
            for names in _names(named):
                lines += wrapped(names, view.width, "    ", "- ")
    return lines


def _alike(rows: Iterable[DutyRow]) -> Iterable[list[DutyRow]]:
    """The rows in groups that have day, reason and parts in common: what is said of many is said once."""
    groups: dict[tuple[object, ...], list[DutyRow]] = {}
    for row in rows:
        groups.setdefault((row.due, row.reason, row.parts), []).append(row)
    return groups.values()


def counts(rows: Iterable[DutyRow]) -> str:
    """`12 met, 3 not met, 1 due`, in the order of the list of outcomes."""
    number = Counter(row.outcome for row in rows)
    return ", ".join(f"{number[outcome]} {spoken(outcome)}" for outcome in Outcome if number[outcome])


def spoken(outcome: Outcome) -> str:
    """The outcome as people say it: `not met`."""
    return outcome.value.replace("-", " ")


def _reasoned(alike: list[DutyRow]) -> str:
    row, names = alike[0], "; ".join(_names(alike))
    if row.outcome is Outcome.DUE and row.due is not None:
        return f"{names} by {say(row.due)}: {row.reason}"
    missing = [part.name for part in row.parts if part.outcome is Outcome.NOT_MET]
    parts = f", not for {both(missing)}" if row.outcome is Outcome.PARTLY_MET and missing else ""
    return f"{names}{parts}: {row.reason}"


def _names(rows: list[DutyRow]) -> list[str]:
    """`sa-annual and plan-exists (board)`, one for each subject."""
    subjects: dict[str, list[str]] = {}
    for row in rows:
        subjects.setdefault(row.subject, []).append(row.duty)
    return [f"{both(duties)} ({subject})" for subject, duties in subjects.items()]
