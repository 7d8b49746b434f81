"""The contract with other programs, `cdrp-check/1`: fields may be added, none renamed (docs/check-schema.json)."""

from __future__ import annotations

import json
from typing import Any

from cdrp_cli.core.dates import Period
from cdrp_cli.core.finding import Finding, Severity
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.pointer import Place
from cdrp_cli.core.report import Report
from cdrp_cli.output.head import head
from cdrp_cli.output.view import View

FORMAT = "cdrp-check/1"


def render(report: Report, view: View) -> str:
    """The report as one JSON object; days are ISO, periods half-open, lines and columns counted from 1."""
    shown = head(report, FORMAT) | {
        "counts": _counts(report),
        "not_looked_at": list(report.not_looked_at),
        "duties": [duty_row(row, view) for row in report.duties],
        "findings": [_finding(place, finding, view) for place, finding in view.ordered(report.findings)],
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _counts(report: Report) -> dict[str, int]:
    counts = {"records": report.records, "rules": report.rules}
    counts.update((severity.word, report.count(severity)) for severity in sorted(Severity, reverse=True))
    return counts | {"waived": report.waived}


def duty_row(row: DutyRow, view: View) -> dict[str, Any]:
    """One duty as every command writes it for programs."""
    return {
        "duty": row.duty,
        "subject": row.subject,
        "source": row.source,
        "bound": row.bound,
        "binds": row.binds,
        "held_by": list(row.held_by),
        "assumed": row.assumed,
        "outcome": row.outcome.value,
        "reason": row.reason,
        "period": _period(row.period),
        "due": row.due.isoformat() if row.due is not None else None,
        "parts": [{part.kind: part.name, "outcome": part.outcome.value} for part in row.parts],
        "confidence": row.confidence,
        "evidence": [_spot(view.place(shown.at)) | {"text": shown.text} for shown in row.evidence],
    }


def _finding(place: Place, finding: Finding, view: View) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "basis": finding.basis.value,
        "subject": finding.subject,
        "period": _period(finding.period),
        "message": finding.message,
        "help": finding.help,
        "source": finding.source,
        **_spot(place),
        "related": [_spot(view.place(each.at)) | {"message": each.message} for each in finding.related],
        "waived": finding.waived,
    }


def _spot(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _period(period: Period | None) -> dict[str, str | None] | None:
    if period is None:
        return None
    return {"from": _bound(period.start), "until": _bound(period.end)}


def _bound(bound: object) -> str | None:
    return None if bound is None else str(bound)
