"""Answers that the records contradict: judged once it is known how every duty stands."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.rules.checklist.answers import answered
from cdrp_cli.rules.rule import Case, Rule, rule
from cdrp_cli.rules.words import Problem

_UNDONE = (Outcome.NOT_MET, Outcome.PARTLY_MET)


@rule("row-against-duty", severity=Severity.ERROR, after=True)
def row_against_duty(_record: None, case: Case) -> Iterator[Problem]:
    """No statutory row says met while a duty behind it is not.

    Why: the checklist and the records lie before the same people, and one of the two is wrong.
    Remedy: say partly-met or not-met, with what will be done; where the duty was done after all, record what shows it.
    """
    for answer, row in answered(case):
        if row.status != "met" or answer.asked.kind != "statutory":
            continue
        for duty in case.duties:
            # a duty lacking only what is not yet due contradicts nobody, nor does what is told under another duty
            if duty.duty in answer.asked.duties and duty.outcome in _UNDONE and duty.lacking:
                word = duty.outcome.value.replace("-", " ")
                message = f"{row.ref} says met, but {duty.duty} is {word} on {say(case.day)}"
                related = tuple(Related(shown.at, shown.text) for shown in duty.lacking)
                severity = None if _grave(duty, case) else Severity.WARNING
                yield Problem(row.at("status"), message, severity=severity, subject=row.ref, related=related)


def _grave(duty: DutyRow, case: Case) -> bool:
    """Whether nothing was done of what the law, read in its source, asks of the partnership itself."""
    version = case.law.version(duty.duty)
    firm = version is not None and version.confidence.firm
    return duty.outcome is Outcome.NOT_MET and duty.binds == "partnership" and firm


RULES: tuple[Rule, ...] = (row_against_duty,)
"""Rules on answers beside the duties."""
