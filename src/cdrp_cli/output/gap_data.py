"""The gap report for other programs, `cdrp-gap/1`: fields may be added, none renamed."""

from __future__ import annotations

from typing import Any

from cdrp_cli.core.report import Report
from cdrp_cli.output.head import head
from cdrp_cli.output.law_words import iso
from cdrp_cli.rules.checklist.gaps import Gap, Gaps, Touched, apart
from cdrp_cli.rules.checklist.grouped import By, grouped
from cdrp_cli.rules.checklist.progress import Count, Held, count, count_by

FORMAT = "cdrp-gap/1"


def data(report: Report, gaps: Gaps, held: Held, by: By) -> dict[str, Any]:
    """Counts, the gaps with statutory ones first and in the order asked for, and the rows in no count."""
    ordered = [gap for part in (gaps.statutory, gaps.others) for group in grouped(part, by).values() for gap in group]
    return head(report, FORMAT) | {
        "by": by,
        "held": {"rows": held.rows, "stated": held.stated},
        "counts": {
            "all": figures(count(gaps.answers)),
            "kind": _counts(gaps, "kind"),
            "section": _counts(gaps, "section"),
            "hallmark": _counts(gaps, "hallmark"),
        },
        "gaps": [_gap(gap) for gap in ordered],
        "apart": [{"row": each.asked.ref, "why": why} for each in gaps.answers if (why := apart(each))],
        "undated": list(gaps.undated),
    }


def figures(each: Count) -> dict[str, int]:
    """A count with the words of the outcomes as keys."""
    return {
        "rows": each.rows,
        "gaps": each.asked - each.met,
        "met": each.met,
        "partly-met": each.partly_met,
        "not-met": each.not_met,
        "not-assessed": each.not_assessed,
        "not-applicable": each.not_applicable,
        "no-longer-law": each.ended,
        "unanswerable": each.unanswerable,
    }


def _counts(gaps: Gaps, key: str) -> list[dict[str, Any]]:
    groups = count_by(gaps.answers, lambda answer: getattr(answer.asked, key)).items()
    return [{"name": name or None} | figures(each) for name, each in groups]


def _gap(gap: Gap) -> dict[str, Any]:
    asked, row = gap.answer.asked, gap.answer.row
    return {
        "row": gap.ref,
        "kind": asked.kind,
        "section": asked.section,
        "hallmark": asked.hallmark or None,
        "requirement": asked.requirement,
        "duties": list(asked.duties),
        "said": gap.answer.said,
        "outcome": gap.answer.standing.outcome.value,
        "reason": gap.answer.standing.reason,
        "position": row.position if row is not None else None,
        "as_at": str(row.as_at) if row is not None and row.as_at is not None else None,
        "found": [remark.text for remark in gap.remarks],
        "action": gap.planned or None,
        "owner": gap.owner or None,
        "due": iso(gap.due),
        "late": gap.late,
        "last_minute": _touched(gap.touched),
        "exempt": gap.exempt,
    }


def _touched(touched: Touched | None) -> dict[str, str] | None:
    return None if touched is None else {"minute": touched.words, "date": touched.day.isoformat()}
