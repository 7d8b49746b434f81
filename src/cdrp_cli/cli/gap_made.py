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
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output import gap as listed
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.output.words import NO_ADVICE, assumed_terms, dates_used, title
from cdrp_cli.rendering.files import Audience, text_of, write
from cdrp_cli.rendering.gap import Told, copies
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rules.checklist.gaps import Gaps, gaps
from cdrp_cli.rules.checklist.grouped import BY, By
from cdrp_cli.rules.checklist.progress import Held, held


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

    def paper(self, forms: tuple[str, ...], audience: str | None, out: Path | None, *, stdout: bool) -> str:
        """Writes both copies, or the one asked for, and tells their paths; or the text of the one for --stdout."""
        wanted = audience or ("members" if stdout else None)
        audiences = tuple(each for each in Audience if wanted in (None, each.value))
        made = copies(
            self.gaps, self.held, self.by, self.told(), audiences, tuple(map(Format.named, forms)),
            Templates(self.root),
        )  # fmt: skip
        if stdout:
            return text_of(made[0])
        return "".join(f"{path}\n" for path in write(made, self.root, out))

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
    until = profile.records.until
    clock = dates.today if until is None else min(dates.today, day_before(until))
    law = catalogue().on(profile.nation, dates.as_of)
    return gaps(partnership, law, checklist(), found.report.findings, clock)
