"""The list of duties for other programs, `cdrp-duties/1`: fields may be added, none renamed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from cdrp_cli.core.outcome import Outcome
from cdrp_cli.core.report import Report
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.output.head import head
from cdrp_cli.output.json import duty_row
from cdrp_cli.output.judged import Chosen, Judged, orphaned
from cdrp_cli.output.law_words import iso
from cdrp_cli.output.view import View

FORMAT = "cdrp-duties/1"


def data(
    report: Report,
    view: View,
    chosen: Chosen,
    own: list[Judged],
    others: list[Judged],
    unjudged: list[tuple[Duty, Version]],
) -> dict[str, Any]:
    """The rows as `cdrp check` writes them, with title, next date and orphanhood; counts are of the rows shown."""
    return head(report, FORMAT) | {
        "not_looked_at": list(report.not_looked_at),
        "shown": {"body": chosen.body[0] if chosen.body else None, "due_within_days": chosen.days},
        "counts": {"own": _counts(own), "others": _counts(others)},
        "duties": [_row(each, view) for each in own],
        "others": [_row(each, view) for each in others],
        "not_judged": [_unjudged(duty, version) for duty, version in unjudged],
    }


def _counts(rows: list[Judged]) -> dict[str, int]:
    number = Counter(each.row.outcome for each in rows)
    return {outcome.value: number[outcome] for outcome in Outcome}


def _row(each: Judged, view: View) -> dict[str, Any]:
    added = {
        "title": each.duty.title,
        "may_hold": list(each.row.may_hold),
        "orphaned": orphaned(each.row),
        "next": iso(each.next),
    }
    return duty_row(each.row, view) | added


def _unjudged(duty: Duty, version: Version) -> dict[str, str]:
    return {
        "duty": duty.id,
        "title": duty.title,
        "kind": duty.kind,
        "bound": duty.bound,
        "binds": duty.binds,
        "source": version.citation,
    }
