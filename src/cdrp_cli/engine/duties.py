"""One duty on one day: for whom it is judged, in which periods, and what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from cdrp_cli.core.dates import Period, day_before, legal_year
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.report import Dates
from cdrp_cli.engine.holding import holders
from cdrp_cli.engine.verdict import Verdict, settle
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.records.bodies import Body, BodyFunction
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.rule import DutyCase, DutyRule

_YEARLY = ("legal-year", "before-1-april")
_FUNCTION: dict[str, BodyFunction] = {
    "strategy-group": "strategy-group",
    "county-strategy-group": "county-strategy-group",
    "crime-and-disorder-committee": "crime-and-disorder-committee",
    "council": "crime-and-disorder-committee",
}
WHOLE = "partnership"
"""The subject of a duty that is judged for the partnership as a whole."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the judgement of every duty has in common."""

    partnership: Partnership
    law: Catalogue
    dates: Dates
    shipped: frozenset[str]


@dataclass(slots=True)
class Judged:
    """The rows and findings on one duty."""

    rows: list[DutyRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def judge(bench: Bench, rule: DutyRule) -> Judged:
    """Every row and finding on the rule's duty: as it stands on the day, and the periods that closed before."""
    duty = bench.law.duty(rule.id)
    judged = Judged()
    for subject in _subjects(bench, rule, duty):
        _current(bench, rule, duty, subject, judged)
        if duty.period in _YEARLY:
            judged.findings += _closed_years(bench, rule, duty, subject)
    return judged


def _subjects(bench: Bench, rule: DutyRule, duty: Duty) -> tuple[Body | None, ...]:
    """The bodies the duty is judged for; None: the partnership as a whole, or no such body on record."""
    function = _FUNCTION.get(duty.bound)
    if rule.whole or function is None:
        return (None,)
    return bench.partnership.bodies_on(bench.dates.as_of, function) or (None,)


def _current(bench: Bench, rule: DutyRule, duty: Duty, subject: Body | None, judged: Judged) -> None:
    """The row for the day of the report, and its findings where its time is not still running."""
    case = _case(bench, duty, subject, bench.dates.as_of)
    if case is None:
        return
    verdict = settle(rule.judge(case), case)
    outcome, due = verdict.outcome, None
    if case.running and outcome in (Outcome.NOT_MET, Outcome.PARTLY_MET):
        outcome, due = Outcome.DUE, case.span.last
    judged.rows.append(_row(bench, duty, case, verdict, outcome, due))
    if outcome is not Outcome.DUE:
        judged.findings += _findings(rule, duty, case, verdict, Severity.ERROR)
    judged.findings += [
        Finding(
            rule.id, Severity.NOTE, Basis.STATUTORY, remark.message, remark.at, remark.help or rule.remedy,
            subject=_subject(case), source=case.version.citation,
        )
        for remark in verdict.remarks
    ]  # fmt: skip


def _closed_years(bench: Bench, rule: DutyRule, duty: Duty, subject: Body | None) -> Iterator[Finding]:
    """What was left undone in years that are over: at full weight through the year after, a note from then on."""
    year = legal_year(bench.dates.as_of)
    previous = legal_year(day_before(year.first))
    for closed in takewhile(lambda past: _begun(bench, duty, subject, past), _years_back(previous)):
        case = _case(bench, duty, subject, closed.last, closed)
        if case is None:
            continue
        severity = Severity.ERROR if closed == previous else Severity.NOTE
        yield from _findings(rule, duty, case, settle(rule.judge(case), case), severity)


def _years_back(year: Period) -> Iterator[Period]:
    while True:
        yield year
        year = legal_year(day_before(year.first))


def _begun(bench: Bench, duty: Duty, subject: Body | None, year: Period) -> bool:
    """Whether there was anything to judge in that year: the duty, the body, and records to judge it by."""
    profile = bench.partnership.profile
    if profile is None:
        return False
    versions = duty.versions(profile.nation)
    alive = subject is None or subject.life.begun(year.last) is not False
    kept = profile.records.complete_from or {"": date.min}
    return bool(versions) and versions[0].from_ <= year.last and alive and min(kept.values()) <= year.last


def _case(bench: Bench, duty: Duty, subject: Body | None, day: date, period: Period | None = None) -> DutyCase | None:
    """The case of that day under the law of that day; None where the duty was not in force or the body not there."""
    profile = bench.partnership.profile
    if profile is None or (subject is not None and subject.life.covers(day) is not True):
        return None
    law = bench.law.on(profile.nation, day)
    version = law.version(duty.id)
    if version is None:
        return None
    if period is None and duty.period in _YEARLY:
        period = legal_year(day)
    return DutyCase(
        bench.partnership, law, day, bench.dates.as_of, bench.dates.today, bench.shipped,
        version=version, subject=subject, period=period,
    )  # fmt: skip


def _row(bench: Bench, duty: Duty, case: DutyCase, verdict: Verdict, outcome: Outcome, due: date | None) -> DutyRow:
    held = holders(bench.partnership, duty, case.day)
    return DutyRow(
        duty.id, _subject(case), case.version.citation, duty.bound, duty.binds, outcome, verdict.reason,
        held_by=held.bodies, assumed=held.assumed, period=case.period, due=due, parts=verdict.parts,
        confidence=case.version.confidence.weakest, evidence=verdict.evidence,
    )  # fmt: skip


def _findings(rule: DutyRule, duty: Duty, case: DutyCase, verdict: Verdict, severity: Severity) -> Iterator[Finding]:
    severity, because = _capped(duty, case.version, severity)
    for gap in verdict.gaps:
        yield Finding(
            rule.id, severity, Basis.STATUTORY, gap.message + because, gap.at, gap.help or rule.remedy,
            subject=_subject(case), period=case.period, source=case.version.citation, related=gap.related,
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
