"""A report that has something of everything, over a small workspace: every format is tried on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import Period
from cdrp_cli.core.finding import Basis, Finding, Related, Severity
from cdrp_cli.core.outcome import DutyRow, Outcome, Part, Shown
from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.core.report import Dates, Report, Subject
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import Tree

PARTNERS = """\
partners:
  - id: vale
    name: Exampleshire Vale District Council
    kind: district-council
    posts:
      - id: chief-executive
        title: Chief Executive
        holders: [{name: A name, from: 2023-01-09}]
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
"""
MEETING = """\
body: board
date: 2025-07-22
status: held
declarations:
  - post: homes/manager
    kind: prejudicial
    reason: The association owns the site.
items:
  - title: 'The [redacted] contract, :100: per cent'
    number: 1
  - title: Two addresses
    number: 2
    exempt:
      reason: Prevention of crime.
    text: |
      Nobody may read this.
  - title: Any other business
    number: 3
"""
LONG_PATH = "data/meetings/2025-07-22-a-body-with-a-very-long-name-that-nobody-would-want-to-see-cut.yaml"


@dataclass(frozen=True)
class Rich:
    """The report, and what it was made from."""

    report: Report
    loaded: Loaded


def rich_report() -> Rich:
    """The report; its findings point into the workspace's files, and into one that is not there."""
    files = {
        "data/partners.yaml": PARTNERS.encode(),
        "data/bodies.yaml": BODIES.encode(),
        "data/meetings/2025-07-22-board.yaml": MEETING.encode(),
    }
    report = Report(
        tool="0.1.0",
        dates=Dates(date(2025, 7, 26), date(2025, 8, 1), date(2025, 2, 5)),
        subject=Subject("Exampleshire Vale Community Safety Partnership", "england", "two-tier"),
        records=3,
        rules=2,
        findings=_findings(),
        duties=_duties(),
        unread=("data/partners.yaml",),
        not_looked_at=("seat-vacant: partners could not be read in full",),
        crashed=("a-rule-that-fails",),
    )
    return Rich(report, load(Tree(files)))


def _findings() -> tuple[Finding, ...]:
    meeting = "data/meetings/2025-07-22-board.yaml"
    year = Period.of(date(2024, 4, 1), date(2025, 4, 1))
    return (
        Finding(
            "unknown-partner", Severity.ERROR, Basis.RECORD, "there is no partner 'homse'", Place(meeting, 9, 12),
            "did you mean homes?",
            related=(Related(Place("data/partners.yaml", 2, 5), "the partners are listed here"),),
        ),
        Finding(
            "public-meeting-yearly", Severity.ERROR, Basis.STATUTORY,
            "no public meeting was held between 1 April 2024 and 31 March 2025",
            Pointer("data/bodies.yaml", ("bodies", 0)), "hold one before 31 March",
            subject="board", period=year, source="SI 2007/1830 reg 12(4)(a)",
        ),
        Finding("declaration-unclear", Severity.WARNING, Basis.HOUSE, "a fact", Place(meeting, 7, 13), closed=True),
        Finding("exempt-text", Severity.WARNING, Basis.RECORD, "another fact", Place(meeting, 16, 7)),
        Finding(
            "long-path", Severity.NOTE, Basis.ADVICE, "a message that has the [redacted] mark", Place(LONG_PATH, 100, 1)
        ),
        Finding(
            "seat-vacant", Severity.WARNING, Basis.HOUSE, "the seat is vacant",
            Pointer("data/bodies.yaml", ("bodies", 0, "name")), subject="board", waived="being filled in May",
        ),
    )  # fmt: skip


def _duties() -> tuple[DutyRow, ...]:
    year = Period.of(date(2025, 4, 1), date(2026, 4, 1))
    return (
        DutyRow(
            "public-meeting-yearly", "board", "SI 2007/1830 reg 12(4)(a)", "strategy-group", "partnership", Outcome.DUE,
            "no public meeting yet since 1 April 2025", held_by=("board",), assumed=True, period=year,
            due=date(2026, 3, 31),
        ),
        DutyRow(
            "sg-senior-representative", "board", "SI 2007/1830 reg 3", "strategy-group", "partnership",
            Outcome.PARTLY_MET, "the board has nobody senior of icb", held_by=("board",),
            parts=(Part("partner", "vale", Outcome.MET), Part("partner", "icb", Outcome.NOT_MET)),
            evidence=(Shown(Place("data/partners.yaml", 6, 9), "the Chief Executive is senior"),),
        ),
        DutyRow(
            "sg-exists", "partnership", "SI 2007/1830 reg 2", "responsible-authorities", "partnership", Outcome.MET,
            "seen",
        ),
        DutyRow(
            "sg-chair-arrangements", "board", "SI 2007/1830 reg 4", "strategy-group", "partnership",
            Outcome.CANNOT_TELL, "the terms of reference were not seen",
        ),
        DutyRow(
            "s17-duty", "vale", "Crime and Disorder Act 1998 s 17", "specified-authorities", "others",
            Outcome.NOT_ASSESSED, "nobody has said", confidence="annotation",
        ),
    )  # fmt: skip
