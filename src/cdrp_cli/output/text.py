"""The report for people: what to mend, by gravity and file; how the duties stand; what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.finding import Finding, Severity
from cdrp_cli.core.pointer import Place
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import counted
from cdrp_cli.output.excerpt import excerpt
from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import one_line, wrapped
from cdrp_cli.output.standing import standing
from cdrp_cli.output.view import View
from cdrp_cli.output.words import NO_ADVICE, assumed_terms, dates_used, tally, title

_GROUPS = ((Severity.ERROR, "Must fix"), (Severity.WARNING, "Should fix"), (Severity.NOTE, "For information"))
_INK = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(report: Report, view: View) -> str:
    """The whole report; wrapped where the view has a width, never otherwise."""
    blocks = [
        _head(report, view),
        *_findings(report, view),
        *standing(report, view),
        _foot(report, view),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _head(report: Report, view: View) -> list[str]:
    name = wrapped(title(report), view.width)
    lines = [Ink(view.colour).bold(line) for line in name] + wrapped(dates_used(report.dates), view.width)
    return lines + (wrapped(assumed, view.width) if (assumed := assumed_terms(report)) else [])


def _findings(report: Report, view: View) -> Iterator[list[str]]:
    ordered = view.ordered(report.findings)
    for severity, heading in _GROUPS:
        group = [pair for pair in ordered if pair[1].severity is severity and pair[1].waived is None]
        if group:
            yield [Ink(view.colour).bold(f"{heading}: {counted(len(group), severity.word)}")]
            yield from (_told(place, finding, view) for place, finding in group)
    waived = [pair for pair in ordered if pair[1].waived is not None]
    if waived:
        yield [Ink(view.colour).bold(f"Waived for a time: {counted(len(waived), 'finding')}")]
        yield from (_told(place, finding, view) for place, finding in waived)


def _told(place: Place, finding: Finding, view: View) -> list[str]:
    ink = Ink(view.colour)
    word = getattr(ink, _INK[finding.severity])(finding.severity.word)
    lines = [f"{one_line(str(place))}: {word} {finding.rule}"]
    lines += wrapped(finding.message, view.width, "  ")
    line = None if finding.closed else view.line(place)
    if line is not None:
        lines += excerpt(line, place, view.width, ink)
    for each in finding.related:
        lines += wrapped(f"{view.place(each.at)}: {each.message}", view.width, "  ", "see:  ")
    for label, text in (("help: ", finding.help), ("law:  ", finding.source), ("waived: ", finding.waived)):
        if text:
            lines += wrapped(text.removesuffix("."), view.width, "  ", label)
    return lines


def _foot(report: Report, view: View) -> list[str]:
    counts = tally(report)
    lines = wrapped(f"{counts[0].upper()}{counts[1:]}.", view.width)
    if report.unread:
        lines += wrapped(f"Not read in full: {', '.join(report.unread)}.", view.width)
    if report.crashed:
        lines += wrapped(f"Failed in the program: {', '.join(report.crashed)}.", view.width)
    if report.not_looked_at:
        lines += wrapped(f"Not looked at: {'; '.join(report.not_looked_at)}.", view.width)
    if not report.complete:
        lines += wrapped("The verdict is incomplete.", view.width)
    return [*lines, *wrapped(NO_ADVICE, view.width)]
