"""Waivers: a finding accepted for a time stays in the report, marked and counted apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.records.waivers import Waiver


def waive(findings: Iterable[Finding], waivers: tuple[Waiver, ...], day: date) -> list[Finding]:
    """The findings, those covered by a waiver marked with its reason; waivers run out or unused are findings too."""
    alive = [waiver for waiver in waivers if day < waiver.until]
    used: set[int] = set()
    marked = []
    for finding in findings:
        waiver = next((each for each in alive if (each.rule, each.subject) == (finding.rule, finding.subject)), None)
        if waiver is not None:
            used.add(id(waiver))
            finding = replace(finding, waived=waiver.reason)  # noqa: PLW2901 - the same finding, marked
        marked.append(finding)
    marked += [_ended(waiver) for waiver in waivers if waiver not in alive]
    marked += [_unused(waiver) for waiver in alive if id(waiver) not in used]
    return marked


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
