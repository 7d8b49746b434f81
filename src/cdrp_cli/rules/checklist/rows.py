"""Answers to the checklist that cannot stand as they are: found at the row."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.core.words import both
from cdrp_cli.records.positions import HallmarkRow
from cdrp_cli.rules.checklist.answers import Answer, answered
from cdrp_cli.rules.checklist.evidence import on_record
from cdrp_cli.rules.rule import Case, Rule, rule
from cdrp_cli.rules.words import Problem


@rule(
    "row-not-shown",
    severity=Severity.WARNING,
    basis=Basis.HOUSE,
    needs=("hallmarks", "meetings", "documents", "engagement"),
)
def row_not_shown(_record: None, case: Case) -> Iterator[Problem]:
    """Every row that claims to be met, or partly met, has evidence that shows it.

    Why: an inspector asks how you know; what nothing recent shows is not assessed, whatever the row says.
    Remedy: name a meeting, minute, document, activity or action under evidence, or a url with the day it was seen.
    """
    rows = list(answered(case))
    claims = [(answer, row) for answer, row in rows if _claims(row) and answer.standing.outcome is Outcome.NOT_ASSESSED]
    if len(claims) > 1 and not any(row.evidence for _, row in rows):
        yield _nothing_shown(claims)
        return
    for answer, row in claims:
        if not all(on_record(each, case.partnership) for each in row.evidence):
            continue  # that what it names is missing is found there, and comes first
        message = f"{row.ref} is shown as not assessed: {answer.standing.reason}"
        yield Problem(row.at("status"), message, severity=_weight(answer), subject=row.ref)


def _claims(row: HallmarkRow) -> bool:
    return row.status in ("met", "partly-met")


def _weight(answer: Answer) -> Severity:
    """A claim on the ground of law weighs more, while it is law."""
    lasting = answer.asked.kind == "statutory" and not answer.asked.ended
    return Severity.WARNING if lasting else Severity.NOTE


def _nothing_shown(claims: list[tuple[Answer, HallmarkRow]]) -> Problem:
    """One finding for a checklist without any evidence, as grave as the gravest of those it stands for."""
    number = len(claims)
    message = (
        f"{number} rows say met or partly met, and no row of the checklist names any evidence:"
        f" all {number} are shown as not assessed"
    )
    weight = max(_weight(answer) for answer, _ in claims)
    start = "begin with the statutory rows: name under evidence the meeting, minute or document that shows each"
    return Problem(claims[0][1].at("status"), message, start, weight, "checklist")


@rule("row-not-applicable-unexplained", severity=Severity.WARNING, basis=Basis.HOUSE)
def row_not_applicable_unexplained(_record: None, case: Case) -> Iterator[Problem]:
    """Every row that is said not to apply says why.

    Why: without the reason nobody can tell a row that does not apply from one that was skipped.
    Remedy: add reason: and say what in the area or the partnership makes the row empty.
    """
    for _, row in answered(case):
        if row.status == "not-applicable" and not row.reason:
            message = f"{row.ref} is said not to apply, but not why, so it is shown as not assessed"
            yield Problem(row.at("status"), message, subject=row.ref)


@rule("row-twins-disagree", severity=Severity.WARNING, basis=Basis.HOUSE)
def row_twins_disagree(_record: None, case: Case) -> Iterator[Problem]:
    """Two rows that ask the same, once as law and once as advice, are answered alike.

    Why: whoever reads both will believe neither.
    Remedy: find out which of the two is true, and answer both with it.
    """
    found = {row.ref: (answer, row) for answer, row in answered(case)}
    for answer, row in found.values():
        for twin in answer.asked.twins:
            _, other = found.get(twin, (None, None))
            if other is None or answer.asked.kind != "statutory" or row.status == other.status:
                continue
            if "not-assessed" in (row.status, other.status):
                continue
            words = both([f"{each.ref} is {each.status.replace('-', ' ')}" for each in (row, other)])
            related = (Related(other.at("status"), f"{twin} is answered here"),)
            yield Problem(row.at("status"), f"{words}, and they ask the same", subject=row.ref, related=related)


RULES: tuple[Rule, ...] = (row_not_shown, row_not_applicable_unexplained, row_twins_disagree)
"""Rules on what the answers say."""
