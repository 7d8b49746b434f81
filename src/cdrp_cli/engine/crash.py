"""A rule that fails: a fault of the program, told as one and never as a verdict."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.pointer import Place
from cdrp_cli.engine.cases import Bench
from cdrp_cli.engine.duties import WHOLE


def crash(rule: str, error: Exception) -> Finding:
    """The finding that names the rule, with what is needed to report the fault."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_name}, line {last.tb_lineno}" if last is not None else "unknown"
    return Finding(
        rule,
        Severity.ERROR,
        Basis.RECORD,
        f"this rule failed and judged nothing: {type(error).__name__} in {where}",
        Place("data/partnership.yaml", 1, 1),
        "the fault is in the tool, not in the records: please report it with this line",
    )


def unjudged(bench: Bench, duty_id: str) -> Iterator[DutyRow]:
    """The row of a duty whose rule failed; none where the duty is not in force on the day of the report."""
    profile, duty = bench.partnership.profile, bench.law.duty(duty_id)
    version = duty.on(profile.nation, bench.dates.as_of) if profile is not None else None
    if version is not None:
        yield DutyRow(
            duty.id,
            WHOLE,
            version.citation,
            duty.bound,
            duty.binds,
            Outcome.CANNOT_TELL,
            "the rule failed and judged nothing: see the finding that names it",
            confidence=version.confidence.weakest,
        )
