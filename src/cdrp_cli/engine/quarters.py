"""Duties with one deadline for each quarter: which quarter the row stands for, and what closed unmet before it.

The data that describe a quarter are due by the last day of the next. So one quarter always runs; the row stands for
the latest whose time has run out, until that one is met; then for the one that runs. The law, and who is bound by
it, are those of the deadline, or of the day of the report where that comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from cdrp_cli.core.dates import Period, after_quarter, day_before, quarter
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.frozen import replace
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.engine.cases import OF_THE_DISTRICTS, Bench, districts_duty, first_day_on_record
from cdrp_cli.engine.telling import Judged, capped, remarks, row, subject_of
from cdrp_cli.engine.verdict import Verdict, settle
from cdrp_cli.law.model import Duty
from cdrp_cli.law.words import Nation
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.rule import DutyCase, DutyRule
from cdrp_cli.rules.words import Gap, parts_of

_Told = tuple[DutyCase, Verdict]


def judge_quarters(bench: Bench, rule: DutyRule) -> Judged:
    """The row and findings of a quarterly duty: full weight until the next deadline has passed, a note from then on."""
    duty = bench.law.duty(rule.id)
    judged = Judged()
    cases = islice(_cases(bench, duty), 2 if rule.told_by else None)
    told = [(case, _verdict(rule, duty, case)) for case in cases]
    if not told:
        return judged
    running, past = told[0], told[1:]
    case, verdict = _standing(running, past)
    judged.rows.append(row(bench, duty, case, verdict))
    judged.findings += remarks(rule, case, verdict)
    for index, each in enumerate(past):
        judged.findings += _findings(rule, duty, each, Severity.NOTE if index else Severity.ERROR)
    return judged


def _verdict(rule: DutyRule, duty: Duty, case: DutyCase) -> Verdict:
    if districts_duty(duty, case):
        return Verdict(Outcome.NOT_APPLICABLE, OF_THE_DISTRICTS)
    return settle(rule.judge(case), case, rule.needs)


def _standing(running: _Told, past: list[_Told]) -> _Told:
    """What the row stands for: the quarter whose time ran out last, or where that was met the one that runs."""
    if past and past[0][1].outcome not in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return past[0]
    case, verdict = running
    outcome = Outcome.DUE if verdict.outcome is Outcome.PARTLY_MET and not verdict.gaps else verdict.outcome
    late = [word.text for word in past[0][1].late] if past else []
    return case, replace(verdict, outcome=outcome, reason="; ".join([*late, verdict.reason]))


def _findings(rule: DutyRule, duty: Duty, told: _Told, severity: Severity) -> Iterator[Finding]:
    """One for each authority and quarter: what it never shared, or shared after the last day."""
    case, verdict = told
    severity, because = capped(duty, case.version, severity)
    late = [Gap(word.at, word.text, part=word.part, told_by=word.told_by) for word in verdict.late]
    for gap in (*verdict.gaps, *late):
        if not gap.told_by:
            yield Finding(
                rule.id, severity, Basis.STATUTORY, gap.message + because, gap.at, rule.remedy,
                subject=_authority(case, gap), period=case.period, source=case.version.citation, related=gap.related,
            )  # fmt: skip


def _authority(case: DutyCase, gap: Gap) -> str:
    return next((name for _, name in parts_of(gap.part)), subject_of(case))


def _cases(bench: Bench, duty: Duty) -> Iterator[DutyCase]:
    """The quarter that runs, then those whose time has run out, latest first, as far back as there are records."""
    as_of, profile = bench.dates.as_of, bench.partnership.profile
    if profile is None or (profile.ends is not None and profile.ends.on <= as_of):
        return
    first = _first(duty)
    earliest = _first_quarter_on_record(bench.partnership)
    period = quarter(day_before(quarter(as_of).first))
    period = max(period, first, key=lambda each: each.first)
    latest = quarter(day_before(period.first))
    while period.first >= first.first:
        known = earliest is not None and earliest <= period.last
        if period.first < latest.first and not known:
            return
        yield from _case(bench, duty, profile.nation, period)
        period = quarter(day_before(period.first))


def _case(bench: Bench, duty: Duty, nation: Nation, period: Period) -> Iterator[DutyCase]:
    law = bench.law.on(nation, min(bench.dates.as_of, after_quarter(period).last))
    version = law.version(duty.id)
    if version is not None:
        yield DutyCase(
            bench.partnership, law, law.day, bench.dates.as_of, bench.dates.today, bench.shipped,
            version=version, period=period,
        )  # fmt: skip


def _first(duty: Duty) -> Period:
    """The first quarter of the one series of both nations: the one in which the duty first came into force."""
    return quarter(min(version.from_ for version in (*duty.england, *duty.wales)))


def _first_quarter_on_record(partnership: Partnership) -> date | None:
    shared = [returned.quarter for returned in partnership.returns]
    other = first_day_on_record(partnership)
    return min([*shared, *([other] if other is not None else [])], default=None)
