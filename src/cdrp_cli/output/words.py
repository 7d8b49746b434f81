"""The sentences that several formats share: the dates of a run, its subject, its counts."""

from __future__ import annotations

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.report import Dates, Report
from cdrp_cli.core.words import both, counted

NO_ADVICE = "This is no legal advice."


def dates_used(dates: Dates) -> str:
    """Which days the run was for, and how far the law was read."""
    law = f"law read to {say(dates.law_read_to)}"
    if dates.beyond_reading:
        law += "; later changes not checked"
    if dates.as_of == dates.today:
        return f"As of {say(dates.as_of)}, for law, facts and deadlines; {law}."
    return f"As of {say(dates.as_of)}, deadlines counted from {say(dates.today)}; {law}."


def title(report: Report) -> str:
    """The partnership, its nation and tier; what is unknown is said to be."""
    subject = report.subject
    if subject.name is None:
        return "A partnership whose data/partnership.yaml could not be read"
    return f"{subject.name} ({', '.join(word for word in ((subject.nation or '').title(), subject.tier) if word)})"


def assumed_terms(report: Report) -> str:
    """That verdicts rest on terms of reference that nobody has seen, and whose; empty where they do not."""
    bodies = report.subject.assumed
    return f"Assumed, not seen: the terms of reference of {both(bodies)}." if bodies else ""


def tally(report: Report) -> str:
    """`3 errors, 1 warning and no notes in 214 records; 61 rules ran`."""
    errors, warnings, notes = (
        counted(report.count(severity), severity.word) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    )
    waived = f" ({report.waived} more waived)" if report.waived else ""
    records, rules = counted(report.records, "record"), counted(report.rules, "rule")
    return f"{errors}, {warnings} and {notes}{waived} in {records}; {rules} ran"
