"""One run: every rule over every record, each judged by the law of its own day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cdrp_cli import __version__
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.pointer import Place
from cdrp_cli.core.report import Dates, Report, Subject
from cdrp_cli.engine.duties import WHOLE, Bench, judge
from cdrp_cli.engine.waivers import waive
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.base import Entry
from cdrp_cli.records.load import Loaded
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.registry import DUTIES, RULES
from cdrp_cli.rules.rule import Case, DutyRule, Rule


@dataclass(slots=True)
class _Tally:
    """What the run has gathered so far."""

    findings: list[Finding] = field(default_factory=list)
    duties: list[DutyRow] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def run(
    loaded: Loaded,
    law: Catalogue,
    dates: Dates,
    shipped: frozenset[str] = frozenset(),
    rules: tuple[Rule, ...] = RULES,
    duties: tuple[DutyRule, ...] = DUTIES,
) -> Report:
    """Judges everything that was loaded; a rule that fails is named and hides no other."""
    partnership = loaded.partnership
    bench = Bench(partnership, law, dates, shipped)
    tally = _Tally(findings=list(loaded.findings))
    if partnership.profile is not None:
        for each in rules:
            _apply(bench, each, tally)
        for duty in duties:
            _judge(bench, duty, tally)
    findings = waive(tally.findings, partnership.waivers, dates.as_of)
    return Report(
        tool=__version__,
        dates=dates,
        subject=_subject(bench),
        records=sum(1 for _ in partnership),
        rules=len(rules) + len(duties),
        findings=tuple(findings),
        duties=tuple(tally.duties),
        unread=loaded.unread,
        not_looked_at=tuple(_not_looked_at(bench, tally)),
        crashed=tuple(tally.crashed),
    )


def _apply(bench: Bench, rule: Rule, tally: _Tally) -> None:
    """Runs one rule over its records, each with the law of its own day."""
    missing = [kind for kind in rule.needs if not bench.partnership.readable(kind)]
    if missing:
        tally.skipped.append(f"{rule.id}: {' and '.join(missing)} could not be read in full")
        return
    try:
        for record in _subjects(bench.partnership, rule):
            tally.findings += _found(bench, rule, record)
    except Exception as error:  # noqa: BLE001 - whatever fails in one rule must not hide the others
        _crash(rule.id, error, tally)


def _found(bench: Bench, rule: Rule, record: Entry | None) -> Iterator[Finding]:
    for problem in rule.judge(record, _case(bench, record)):
        yield Finding(
            rule.id, problem.severity or rule.severity, rule.basis, problem.message, problem.at,
            problem.help or rule.remedy, subject=problem.subject, source=rule.source, related=problem.related,
            closed=problem.closed,
        )  # fmt: skip


def _case(bench: Bench, record: Entry | None) -> Case:
    """A meeting is judged by the law of its own day, everything else by that of the day of the report."""
    profile = bench.partnership.profile
    assert profile is not None  # noqa: S101 - nothing is judged without it
    day = record.date if isinstance(record, Meeting) else bench.dates.as_of
    law = bench.law.on(profile.nation, day)
    return Case(bench.partnership, law, day, bench.dates.as_of, bench.dates.today, bench.shipped)


def _subjects(partnership: Partnership, rule: Rule) -> Iterable[Entry | None]:
    if rule.per is None:
        return (None,)
    return [record for record in partnership if isinstance(record, rule.per)]


def _judge(bench: Bench, rule: DutyRule, tally: _Tally) -> None:
    try:
        judged = judge(bench, rule)
    except Exception as error:  # noqa: BLE001 - as above
        _crash(rule.id, error, tally)
        duty = bench.law.duty(rule.id)
        tally.duties.append(
            DutyRow(rule.id, WHOLE, "", duty.bound, duty.binds, Outcome.CANNOT_TELL, "the rule failed: see crashed")
        )
        return
    tally.duties += judged.rows
    tally.findings += judged.findings


def _crash(rule: str, error: Exception, tally: _Tally) -> None:
    """A fault of the program, told as one, with what is needed to report it."""
    tally.crashed.append(rule)
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_name}, line {last.tb_lineno}" if last is not None else "unknown"
    tally.findings.append(
        Finding(
            rule,
            Severity.ERROR,
            Basis.RECORD,
            f"this rule failed and judged nothing: {type(error).__name__} in {where}",
            Place("data/partnership.yaml", 1, 1),
            "the fault is in the tool, not in the records: please report it with this line",
        )  # fmt: skip
    )


def _subject(bench: Bench) -> Subject:
    profile = bench.partnership.profile
    if profile is None:
        return Subject(None, None, None)
    day = bench.dates.as_of
    return Subject(profile.name_on(day), profile.nation, profile.tier_on(day))


def _not_looked_at(bench: Bench, tally: _Tally) -> Iterator[str]:
    profile = bench.partnership.profile
    if profile is None:
        yield "nothing was judged: data/partnership.yaml could not be read, and the law needs its nation"
        return
    yield from tally.skipped
    judged = {row.duty for row in tally.duties}
    in_force = bench.law.on(profile.nation, bench.dates.as_of).in_force()
    left = [duty.id for duty, _ in in_force if duty.kind == "duty" and duty.id not in judged]
    if left:
        yield f"{len(left)} of {sum(1 for duty, _ in in_force if duty.kind == 'duty')} duties in force have no rule yet"
