"""What `cdrp gap` shows, put together: records judged, the checklist, and the sheet or the papers made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cdrp_cli.cli.exit_codes import exit_code
from cdrp_cli.cli.root import find_root
from cdrp_cli.cli.workspace import Judged, judge
from cdrp_cli.core.dates import day_before
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.report import Report
from cdrp_cli.exchange.table_out import workbook
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output import gap as listed
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.output.table import Table
from cdrp_cli.output.words import NO_ADVICE, assumed_terms, dates_used, title
from cdrp_cli.rendering.files import Audience, Copy, folder, put, stem, text_of, write
from cdrp_cli.rendering.gap import Told, copies
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rules.checklist.gaps import Gaps, gaps
from cdrp_cli.rules.checklist.grouped import BY, By
from cdrp_cli.rules.checklist.progress import Held, held

SHEET = "xlsx"
"""The one format of the report that is no paper and no list."""


@dataclass(frozen=True, slots=True)
class Made:
    """The gaps of the partnership's day, and the exit code that says whether all could be read and judged."""

    root: Path
    report: Report
    gaps: Gaps
    held: Held
    by: By

    @property
    def code(self) -> int:
        """0, 3 or 4: gaps are no findings."""
        return exit_code(self.report, None)

    def sheet(self, name: str) -> Sheet:
        """The report as a list; CSV has the gaps alone."""
        if name == "csv":
            return listed.alone(self.report, self.gaps, self.by)
        return listed.listing(self.report, self.gaps, self.held, self.by)

    def paper(self, names: tuple[str, ...], audience: str | None, out: Path | None, *, stdout: bool) -> str:
        """Writes both copies, or the one asked for, and tells their paths; or the text of the one for --stdout."""
        forms = tuple(Format.named(name) for name in names if name != SHEET)
        wanted = audience or ("members" if stdout else None)
        audiences = tuple(each for each in Audience if wanted in (None, each.value))
        if stdout and SHEET in names:
            raise CdrpError("--stdout: one text document goes there: --format markdown or --format html")
        made = copies(self.gaps, self.held, self.by, self.told(), audiences, forms, Templates(self.root))
        if stdout:
            return text_of(made[0])
        base = folder(self.root, out)
        paths = list(write(made, self.root, out))
        if SHEET in names:
            paths += [put(base / copy.audience / f"{stem(copy)}.{SHEET}", self._book(copy), self.root) for copy in made]
        return "".join(f"{path}\n" for path in paths)

    def _book(self, copy: Copy) -> bytes:
        """The table of the gaps as a workbook, in a public copy with what anybody may read."""
        sheet = listed.alone(self.report, self.gaps, self.by, public=copy.audience is Audience.PUBLIC)
        (table,) = (block for block in sheet.blocks if isinstance(block, Table))
        told = self.told()
        marked = (copy.cover.marking,) if copy.cover.marking else ()
        notes = (*marked, told.partnership, *told.sentences)
        return workbook(table.caption, [column.header for column in table.columns], table.rows, notes)

    def told(self) -> Told:
        """What a paper says of its run: whose it is, its day, the dates used, and what could not be read."""
        report = self.report
        assumed = assumed_terms(report)
        unread = f": not read in full: {', '.join(report.unread)}" if report.unread else ""
        sentences = (
            dates_used(report.dates),
            *([assumed] if assumed else []),
            *([] if report.complete else [f"The verdict is incomplete{unread}."]),
            NO_ADVICE,
        )
        return Told(title(report), report.dates.as_of, sentences)


def judged(given: Path | None, start: Path, days: tuple[date | None, date | None], by: str) -> Made:
    """Reads and judges the records; CdrpError where they do not say under whose law the partnership is."""
    root = find_root(given, start)
    found = judge(root, *days)
    every = gaps_of(found)
    order = next(each for each in BY if each == by)
    return Made(root, found.report, every, held(every.answers, checklist().expected_total), order)


def gaps_of(found: Judged) -> Gaps:
    """The gaps on the day of the report."""
    partnership, dates = found.loaded.partnership, found.report.dates
    profile = partnership.profile
    if profile is None:
        raise CdrpError(
            "data/partnership.yaml could not be read, and the checklist needs its nation: cdrp check says why"
        )
    law = catalogue().on(profile.nation, dates.as_of)
    return gaps(partnership, law, checklist(), found.report.findings, clock(found))


def clock(found: Judged) -> date:
    """The day lateness is counted to: an archive knows nothing of what was done after the last day it keeps."""
    profile, today = found.loaded.partnership.profile, found.report.dates.today
    until = profile.records.until if profile is not None else None
    return today if until is None else min(today, day_before(until))
