"""The result of a run: everything a reader needs to trust or to question it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cdrp_cli.core.finding import Finding, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.outcome import DutyRow


class Dates(Frozen):
    """The clocks of a run, never mixed: the law and facts of `as_of`, the deadlines of `today`, the revision `at`."""

    as_of: date
    today: date
    law_read_to: date
    at: str | None = None

    @property
    def beyond_reading(self) -> bool:
        """Whether the day judged lies after the day to which the law was read."""
        return self.as_of > self.law_read_to


class Subject(Frozen):
    """The partnership a report is about, as it was on the day judged; None where its file could not be read.

    `assumed` names the terms of reference that are in force that day and that nobody has seen, by body and first day.
    """

    name: str | None
    nation: str | None
    tier: str | None
    assumed: tuple[str, ...] = ()


class Report(Frozen):
    """Findings and duties of one run over one root.

    `unread` names the records, or parts of records, that could not be read; `not_looked_at` says in words what was
    not judged and why; `crashed` names rules that failed.
    """

    tool: str
    dates: Dates
    subject: Subject
    records: int
    rules: int
    findings: tuple[Finding, ...]
    duties: tuple[DutyRow, ...]
    unread: tuple[str, ...] = ()
    not_looked_at: tuple[str, ...] = ()
    crashed: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every record was read, the law could be chosen by nation, and every rule ran."""
        return not self.unread and not self.crashed and self.subject.nation is not None

    def count(self, severity: Severity) -> int:
        """How many findings of that severity stand unwaived."""
        return sum(1 for finding in self.findings if finding.severity is severity and finding.waived is None)

    @property
    def waived(self) -> int:
        """How many findings a waiver covers."""
        return sum(1 for finding in self.findings if finding.waived is not None)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings that no waiver covers."""
    return max((finding.severity for finding in findings if finding.waived is None), default=None)
