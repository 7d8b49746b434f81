"""The order of the exit codes: 4, 3, 1, 0."""

from __future__ import annotations

import pytest

from cdrp_cli.cli.exit_codes import exit_code, threshold
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.frozen import replace
from cdrp_cli.core.report import Report, Subject
from richreport import rich_report

RICH = rich_report().report
READ = replace(RICH, unread=(), crashed=())
NOTES = tuple(finding for finding in RICH.findings if finding.severity is Severity.NOTE)
WAIVED = tuple(replace(finding, waived="agreed") for finding in RICH.findings)


@pytest.mark.parametrize(
    ("report", "error", "warning", "never"),
    [
        (RICH, 4, 4, 4),
        (replace(RICH, unread=()), 4, 4, 4),
        (replace(RICH, crashed=()), 3, 3, 3),
        (replace(READ, findings=(), records=0), 3, 3, 3),
        (replace(READ, findings=(), subject=Subject(None, None, None)), 3, 3, 3),
        (READ, 1, 1, 0),
        (replace(READ, findings=RICH.findings[2:]), 0, 1, 0),
        (replace(READ, findings=NOTES), 0, 0, 0),
        (replace(READ, findings=WAIVED), 0, 0, 0),
        (replace(READ, findings=()), 0, 0, 0),
    ],
)
def test_the_gravest_code_wins(report: Report, error: int, warning: int, never: int) -> None:
    given = [exit_code(report, threshold(word)) for word in ("error", "warning", "never")]
    assert given == [error, warning, never]


def test_a_word_that_is_no_threshold_is_refused() -> None:
    with pytest.raises(CdrpError, match="'note' is none of error, warning or never"):
        threshold("note")
