"""A partnership's folder, loaded and judged: what every command that judges begins with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cdrp_cli.cli.clock import clocks
from cdrp_cli.cli.root import chosen
from cdrp_cli.core.frozen import Frozen, replace
from cdrp_cli.core.report import Report
from cdrp_cli.engine import run
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import read_folder


class Judged(Frozen):
    """What was read, and the report on it."""

    loaded: Loaded
    report: Report

    def within(self, names: tuple[str, ...]) -> Judged:
        """The same, with the findings in those files and folders only; the verdict on what was read stands."""
        found = tuple(finding for finding in self.report.findings if chosen(finding.at.file, names))
        return replace(self, report=replace(self.report, findings=found))

    def looked_at(self, names: tuple[str, ...]) -> bool:
        """Whether any record lies in those files and folders."""
        return any(chosen(file, names) for file in (*self.loaded.sources, *self.report.unread))


def judge(root: Path, as_of: date | None, today: date | None) -> Judged:
    """Reads and judges everything under the root; days that are None are those of the records or the machine."""
    loaded = load(read_folder(root))
    profile = loaded.partnership.profile
    law = catalogue()
    dates = clocks(as_of, today, profile.records.until if profile is not None else None, law.read_to)
    return Judged(loaded, run(loaded, law, dates, checklist()))
