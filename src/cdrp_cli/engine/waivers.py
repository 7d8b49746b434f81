"""Waivers: a finding accepted for a time stays in the report, marked and counted apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cdrp_cli.core.dates import parse_day, say
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.frozen import replace
from cdrp_cli.records.waivers import Waiver


def waive(findings: Iterable[Finding], waivers: tuple[Waiver, ...], day: date, *, complete: bool) -> list[Finding]:
    """The findings, those covered by a waiver marked with its reason; waivers run out or unused are findings too.

    A waiver counts from the meeting that agreed it; one without a minute has always counted. Where the run was not
    `complete`, the finding it covers may only be hidden, so none is called unused.
    """
    agreed = [waiver for waiver in waivers if _agreed(waiver, day)]
    alive = [waiver for waiver in agreed if day < waiver.until]
    used: set[int] = set()
    marked = []
    for finding in findings:
        waiver = next((each for each in alive if (each.rule, each.subject) == (finding.rule, finding.subject)), None)
        if waiver is not None:
            used.add(id(waiver))
            finding = replace(finding, waived=waiver.reason)  # noqa: PLW2901 - the same finding, marked
        marked.append(finding)
    marked += [_ended(waiver) for waiver in agreed if waiver.until <= day]
    marked += [_unused(waiver) for waiver in alive if complete and id(waiver) not in used]
    return marked


def _agreed(waiver: Waiver, day: date) -> bool:
    """Whether the meeting that agreed it had been held; a meeting's id begins with its day."""
    return waiver.agreed_by is None or parse_day(waiver.agreed_by.meeting[: len("2025-07-22")]) <= day


def _ended(waiver: Waiver) -> Finding:
    return Finding(
        "waiver-ended", Severity.WARNING, Basis.RECORD,
        f"the waiver of {waiver.rule} for {waiver.subject} ended on {say(waiver.until)} and covers nothing now",
        waiver.at("until"), "delete it, or agree a new one with a later day", subject=waiver.subject,
    )  # fmt: skip


def _unused(waiver: Waiver) -> Finding:
    return Finding(
        "waiver-unused", Severity.WARNING, Basis.RECORD,
        f"the waiver of {waiver.rule} for {waiver.subject} covers no finding", waiver.pointer,
        "delete it, or see that rule and subject are spelt as the report spells them", subject=waiver.subject,
    )  # fmt: skip
