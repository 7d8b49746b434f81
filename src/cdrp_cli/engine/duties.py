"""One duty: how it stands on the day of the report, and what was left undone in the years before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Finding, Related, Severity
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.engine.cases import Bench, closed, current, function_of
from cdrp_cli.engine.holding import holders
from cdrp_cli.engine.verdict import Verdict, settle
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.rules.rule import DutyCase, DutyRule

WHOLE = "partnership"
"""The subject of a duty that is judged for the partnership as a whole."""


@dataclass(slots=True)
class Judged:
    """The rows and findings on one duty."""

    rows: list[DutyRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def judge(bench: Bench, rule: DutyRule) -> Judged:
    """Every row and finding on the rule's duty: as it stands on the day, and the periods that closed before."""
    duty = bench.law.duty(rule.id)
    judged = Judged()
    for case in current(bench, rule):
        verdict = _verdict(rule, duty, case)
        judged.rows.append(_row(bench, duty, case, verdict))
        judged.findings += _findings(rule, duty, case, verdict, Severity.ERROR)
        judged.findings += _remarks(rule, case, verdict)
    for case, latest in closed(bench, rule):
        severity = Severity.ERROR if latest else Severity.NOTE
        judged.findings += _findings(rule, duty, case, _verdict(rule, duty, case), severity)
    return judged


def _verdict(rule: DutyRule, duty: Duty, case: DutyCase) -> Verdict:
    """What the rule says of the case; without a strategy group there is nobody whose doing could be judged."""
    if case.subject is None and function_of(rule, duty) == "strategy-group":
        return Verdict(Outcome.CANNOT_TELL, _nobody(case))
    return settle(rule.judge(case), case, rule.needs)


def _nobody(case: DutyCase) -> str:
    day = say(case.day)
    for body in case.partnership.bodies:
        if "strategy-group" in body.functions and body.life.covers(case.day) is None:
            return f"whether {body.name} was there on {day} is not known, and no other strategy group is on record"
    return f"no strategy group is on record for {day}"


def _row(bench: Bench, duty: Duty, case: DutyCase, verdict: Verdict) -> DutyRow:
    held = holders(bench.partnership, duty, case.day)
    return DutyRow(
        duty.id, _subject(case), case.version.citation, duty.bound, duty.binds, verdict.outcome, verdict.reason,
        held_by=held.bodies, assumed=held.assumed, period=case.period, due=verdict.due, parts=verdict.parts,
        confidence=case.version.confidence.weakest, evidence=verdict.evidence,
    )  # fmt: skip


def _findings(rule: DutyRule, duty: Duty, case: DutyCase, verdict: Verdict, severity: Severity) -> Iterator[Finding]:
    """One for each gap that is told here and not under another duty; what was done late is said, and mends nothing."""
    severity, because = _capped(duty, case.version, severity)
    late = "".join(f"; {word.text}" for word in verdict.late)
    shown = tuple(Related(word.at, word.text) for word in verdict.late)
    for gap in verdict.gaps:
        if gap.told_by:
            continue
        grave = severity if gap.severity is None else min(severity, gap.severity)
        yield Finding(
            rule.id, grave, Basis.STATUTORY, gap.message + late + because, gap.at, gap.help or rule.remedy,
            subject=_subject(case), period=case.period, source=case.version.citation, related=gap.related + shown,
        )  # fmt: skip


def _remarks(rule: DutyRule, case: DutyCase, verdict: Verdict) -> Iterator[Finding]:
    for remark in verdict.remarks:
        yield Finding(
            rule.id, Severity.NOTE, Basis.STATUTORY, remark.message, remark.at, remark.help or rule.remedy,
            subject=_subject(case), source=case.version.citation,
        )  # fmt: skip


def _capped(duty: Duty, version: Version, severity: Severity) -> tuple[Severity, str]:
    """An error is only what binds the partnership and was read in the source; the rest says why it is less."""
    if severity is not Severity.ERROR:
        return severity, ""
    if duty.binds == "others":
        return Severity.WARNING, f" (this binds the {duty.bound.replace('-', ' ')}, not the partnership)"
    if not version.confidence.firm:
        return Severity.WARNING, f" (the source is {version.confidence.weakest}, not read: no more than a warning)"
    return severity, ""


def _subject(case: DutyCase) -> str:
    return case.subject.id if case.subject is not None else WHOLE
