"""What the exit code says; the gravest of 4, 3 and 1 wins."""

from __future__ import annotations

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.report import Report, worst
from cdrp_cli.core.words import either

CLEAN, FINDINGS, USAGE, INCOMPLETE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130

_THRESHOLDS: dict[str, Severity | None] = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": None}


def threshold(word: str) -> Severity | None:
    """The least severity that fails, for a word of `--fail-on`; None: findings never fail."""
    if word not in _THRESHOLDS:
        raise CdrpError(f"--fail-on: {word!r} is none of {either(tuple(_THRESHOLDS))}")
    return _THRESHOLDS[word]


def exit_code(report: Report, threshold: Severity | None) -> int:
    """4 where a rule failed, 3 where the verdict is incomplete or nothing was checked, 1 at or above the threshold.

    A threshold of None (never) hides neither 4 nor 3; findings that a waiver covers do not count.
    """
    if report.crashed:
        return FAULT
    if not report.complete or report.records == 0:
        return INCOMPLETE
    gravest = worst(report.findings)
    failing = threshold is not None and gravest is not None and gravest >= threshold
    return FINDINGS if failing else CLEAN
