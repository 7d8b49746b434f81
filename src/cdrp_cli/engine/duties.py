"""One duty: how it stands on the day of the report, and what was left undone in the years before."""

from __future__ import annotations

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.engine.cases import OF_THE_DISTRICTS, Bench, closed, current, districts_duty, function_of
from cdrp_cli.engine.quarters import judge_quarters
from cdrp_cli.engine.telling import WHOLE, Judged, findings, remarks, row
from cdrp_cli.engine.verdict import Verdict, settle
from cdrp_cli.law.model import Duty
from cdrp_cli.rules.rule import DutyCase, DutyRule

__all__ = ["WHOLE", "Bench", "Judged", "judge"]


def judge(bench: Bench, rule: DutyRule) -> Judged:
    """Every row and finding on the rule's duty: as it stands on the day, and the periods that closed before."""
    duty = bench.law.duty(rule.id)
    if duty.period == "quarter":
        return judge_quarters(bench, rule)
    judged = Judged()
    for case in current(bench, rule):
        verdict = _verdict(rule, duty, case)
        judged.rows.append(row(bench, duty, case, verdict))
        judged.findings += findings(rule, duty, case, verdict, Severity.ERROR)
        judged.findings += remarks(rule, case, verdict)
    for case, latest in closed(bench, rule):
        severity = Severity.ERROR if latest else Severity.NOTE
        judged.findings += findings(rule, duty, case, _verdict(rule, duty, case), severity)
    return judged


def _verdict(rule: DutyRule, duty: Duty, case: DutyCase) -> Verdict:
    """What the rule says of the case; without a strategy group there is nobody whose doing could be judged."""
    if districts_duty(duty, case):
        return Verdict(Outcome.NOT_APPLICABLE, OF_THE_DISTRICTS)
    if case.subject is None and function_of(rule, duty) == "strategy-group":
        return Verdict(Outcome.CANNOT_TELL, _nobody(case))
    return settle(rule.judge(case), case, rule.needs)


def _nobody(case: DutyCase) -> str:
    day = say(case.day)
    for body in case.partnership.bodies:
        if "strategy-group" in body.functions and body.life.covers(case.day) is None:
            return f"whether {body.name} was there on {day} is not known, and no other strategy group is on record"
    return f"no strategy group is on record for {day}"
