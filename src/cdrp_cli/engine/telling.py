"""What was judged, as rows and findings: how grave each is, on what source it rests, and whom it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cdrp_cli.core.finding import Basis, Finding, Related, Severity
from cdrp_cli.core.outcome import DutyRow, Shown
from cdrp_cli.engine.cases import Bench
from cdrp_cli.engine.verdict import Verdict
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.rules.holding.in_hand import holders
from cdrp_cli.rules.rule import DutyCase, DutyRule

WHOLE = "partnership"
"""The subject of a duty that is judged for the partnership as a whole."""


@dataclass(slots=True)
class Judged:
    """The rows and findings on one duty."""

    rows: list[DutyRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def row(bench: Bench, duty: Duty, case: DutyCase, verdict: Verdict) -> DutyRow:
    """The row of the duty for this case: whom it binds, who has it in hand on the day of the report, how it stands."""
    held = holders(bench.partnership, duty, bench.dates.as_of)
    return DutyRow(
        duty.id, subject_of(case), case.version.citation, duty.bound, duty.binds, verdict.outcome, verdict.reason,
        held_by=held.bodies, assumed=held.assumed, may_hold=held.open, period=case.period, due=verdict.due,
        parts=verdict.parts, confidence=case.version.confidence.weakest, evidence=verdict.evidence,
        lacking=tuple(Shown(gap.at, gap.message) for gap in verdict.gaps if not gap.told_by),
    )  # fmt: skip


def findings(rule: DutyRule, duty: Duty, case: DutyCase, verdict: Verdict, severity: Severity) -> Iterator[Finding]:
    """One for each gap that is told here and not under another duty; what was done late is said, and mends nothing."""
    severity, because = capped(duty, case.version, severity)
    late = "".join(f"; {word.text}" for word in verdict.late)
    shown = tuple(Related(word.at, word.text) for word in verdict.late)
    for gap in verdict.gaps:
        if gap.told_by:
            continue
        grave = severity if gap.severity is None else min(severity, gap.severity)
        yield Finding(
            rule.id, grave, Basis.STATUTORY, gap.message + late + because, gap.at, gap.help or rule.remedy,
            subject=subject_of(case), period=case.period, source=case.version.citation, related=gap.related + shown,
        )  # fmt: skip


def remarks(rule: DutyRule, case: DutyCase, verdict: Verdict) -> Iterator[Finding]:
    """What is worth knowing beside the outcome, as notes."""
    for remark in verdict.remarks:
        yield Finding(
            rule.id, Severity.NOTE, Basis.STATUTORY, remark.message, remark.at, remark.help or rule.remedy,
            subject=subject_of(case), source=case.version.citation,
        )  # fmt: skip


def capped(duty: Duty, version: Version, severity: Severity) -> tuple[Severity, str]:
    """An error is only what binds the partnership and was read in the source; the rest says why it is less."""
    if severity is not Severity.ERROR:
        return severity, ""
    if duty.binds == "others":
        return Severity.WARNING, f" (this binds the {duty.bound.replace('-', ' ')}, not the partnership)"
    if not version.confidence.firm:
        return Severity.WARNING, f" (the source is {version.confidence.weakest}, not read: no more than a warning)"
    return severity, ""


def subject_of(case: DutyCase) -> str:
    """The id of the body judged, or of the partnership as a whole."""
    return case.subject.id if case.subject is not None else WHOLE
