"""One run: every rule over every record, each judged by the law of its own day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cdrp_cli import __version__
from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Finding
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.report import Dates, Report, Subject
from cdrp_cli.core.words import counted
from cdrp_cli.engine.cases import Bench
from cdrp_cli.engine.crash import crash, unjudged
from cdrp_cli.engine.duties import judge
from cdrp_cli.engine.waivers import waive
from cdrp_cli.hallmarks import NONE, Checklist
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.base import Entry
from cdrp_cli.records.load import Loaded
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.holding.in_hand import assumed_terms
from cdrp_cli.rules.registry import DUTIES, RULES, STATED
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
    shipped: Checklist = NONE,
    rules: tuple[Rule, ...] = RULES,
    duties: tuple[DutyRule, ...] = (*DUTIES, *STATED),
) -> Report:
    """Judges everything that was loaded; a rule that fails is named and hides no other."""
    partnership = loaded.partnership
    bench = Bench(partnership, law, dates, shipped)
    tally = _Tally(findings=list(loaded.findings))
    if partnership.profile is not None:
        for each in (rule for rule in rules if not rule.after):
            _apply(bench, each, tally)
        for duty in duties:
            _judge(bench, duty, tally)
        for each in (rule for rule in rules if rule.after):
            _apply(bench, each, tally)
    complete = not loaded.unread and not tally.crashed
    findings = waive(tally.findings, partnership.waivers, dates.as_of, complete=complete)
    return Report(
        tool=__version__,
        dates=dates,
        subject=_subject(bench),
        records=sum(1 for _ in partnership),
        rules=len(rules) + len(duties),
        findings=tuple(findings),
        duties=_in_order(tally.duties, law),
        unread=loaded.unread,
        not_looked_at=tuple(_not_looked_at(bench, tally)),
        crashed=tuple(tally.crashed),
    )


def _in_order(rows: Iterable[DutyRow], law: Catalogue) -> tuple[DutyRow, ...]:
    """The rows in the order of the catalogue, whatever way each duty was judged."""
    places = {duty: place for place, duty in enumerate(law.duties)}
    return tuple(sorted(rows, key=lambda row: places[row.duty]))


def _apply(bench: Bench, rule: Rule, tally: _Tally) -> None:
    """Runs one rule over its records, each with the law of its own day."""
    missing = [kind for kind in rule.needs if not bench.partnership.readable(kind)]
    if missing:
        tally.skipped.append(f"{rule.id}: {' and '.join(missing)} could not be read in full")
        return
    try:
        for record in _subjects(bench.partnership, rule):
            tally.findings += _found(rule, record, _case(bench, record, tuple(tally.duties)))
    except Exception as error:  # noqa: BLE001 - whatever fails in one rule must not hide the others
        _crashed(rule.id, error, tally)


def _found(rule: Rule, record: Entry | None, case: Case) -> Iterator[Finding]:
    for problem in rule.judge(record, case):
        yield Finding(
            rule.id, problem.severity or rule.severity, rule.basis, problem.message, problem.at,
            problem.help or rule.remedy, subject=problem.subject, source=rule.source, related=problem.related,
            closed=problem.closed,
        )  # fmt: skip


def _case(bench: Bench, record: Entry | None, judged: tuple[DutyRow, ...]) -> Case:
    """A meeting is judged by the law of its own day, everything else by that of the day of the report."""
    profile = bench.partnership.profile
    assert profile is not None  # noqa: S101 - nothing is judged without it
    day = record.date if isinstance(record, Meeting) else bench.dates.as_of
    law = bench.law.on(profile.nation, day)
    return Case(bench.partnership, law, day, bench.dates.as_of, bench.dates.today, bench.shipped, judged)


def _subjects(partnership: Partnership, rule: Rule) -> Iterable[Entry | None]:
    if rule.per is None:
        return (None,)
    kind = rule.per
    return partnership.once((_subjects, kind), lambda: [record for record in partnership if isinstance(record, kind)])


def _judge(bench: Bench, rule: DutyRule, tally: _Tally) -> None:
    try:
        judged = judge(bench, rule)
    except Exception as error:  # noqa: BLE001 - as above
        _crashed(rule.id, error, tally)
        tally.duties += unjudged(bench, rule.id)
        return
    tally.duties += judged.rows
    tally.findings += judged.findings


def _crashed(rule: str, error: Exception, tally: _Tally) -> None:
    tally.crashed.append(rule)
    tally.findings.append(crash(rule, error))


def _subject(bench: Bench) -> Subject:
    profile = bench.partnership.profile
    if profile is None:
        return Subject(None, None, None)
    day = bench.dates.as_of
    return Subject(profile.name_on(day), profile.nation, profile.tier_on(day), assumed_terms(bench.partnership, day))


def _not_looked_at(bench: Bench, tally: _Tally) -> Iterator[str]:
    profile = bench.partnership.profile
    if profile is None:
        yield "nothing was judged: data/partnership.yaml could not be read, and the law needs its nation"
        return
    yield from tally.skipped
    if profile.ends is not None and profile.ends.on <= bench.dates.as_of:
        yield f"no duty was judged: the partnership ended on {say(profile.ends.on)}"
        return
    stated = {rule.id for rule in STATED}
    silent = {row.duty for row in tally.duties if row.duty in stated and row.outcome is Outcome.NOT_ASSESSED}
    if silent:
        many = counted(len(silent), "duty", "duties")
        yield f"{many} that only a statement in data/positions.yaml can show, without one for the year"
