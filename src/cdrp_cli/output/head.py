"""What every JSON of a report says of itself before it says anything else."""

from __future__ import annotations

from typing import Any

from cdrp_cli.core.report import Report


def head(report: Report, name: str) -> dict[str, Any]:
    """Its format, the tool, the days used, whose records, and whether all could be read."""
    dates, subject = report.dates, report.subject
    return {
        "format": name,
        "tool": report.tool,
        "as_of": dates.as_of.isoformat(),
        "today": dates.today.isoformat(),
        "at": dates.at,
        "law_read_to": dates.law_read_to.isoformat(),
        "partnership": {"name": subject.name, "nation": subject.nation, "tier": subject.tier},
        "assumed_terms": list(subject.assumed),
        "complete": report.complete,
        "unread": list(report.unread),
        "crashed": list(report.crashed),
    }
