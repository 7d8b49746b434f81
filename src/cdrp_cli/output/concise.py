"""One unwrapped line for each finding, for editors, scripts and pre-commit."""

from __future__ import annotations

from cdrp_cli.core.report import Report
from cdrp_cli.output.plain import one_line
from cdrp_cli.output.view import View


def render(report: Report, view: View) -> str:
    """`path:line:column: severity rule: message`, by path, line and rule; a waiver's reason stands at the end."""
    lines = []
    for place, finding in view.ordered(report.findings):
        waived = f" (waived: {finding.waived})" if finding.waived is not None else ""
        lines.append(one_line(f"{place}: {finding.severity.word} {finding.rule}: {finding.message}{waived}"))
    return "".join(f"{line}\n" for line in lines)
