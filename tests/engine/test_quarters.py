"""Quarters: which one a row stands for, from the first on, and what becomes of those before it."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.dates import Period
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.report import Report
from cdrp_cli.records.tree import read_folder

SETTING = b"name: Millford\narea: Millford\nnation: england\ntier: unitary\n"
FORCE = b"partners:\n  - {id: police, name: Exampleshire Constabulary, kind: police-force}\n"


def _report(day: str, **files: bytes) -> Report:
    tree = {"data/partnership.yaml": SETTING, "data/partners.yaml": FORCE}
    tree |= {f"data/{name}.yaml": text for name, text in files.items()}
    return judged(tree, date.fromisoformat(day))[1]


def _row(report: Report, duty: str = "data-police-crimes") -> DutyRow:
    (row,) = [row for row in report.duties if row.duty == duty]
    return row


@pytest.mark.parametrize(
    ("day", "start", "outcome", "due"),
    [
        ("2007-08-01", (2007, 7, 1), "due", date(2007, 12, 31)),
        ("2007-12-31", (2007, 7, 1), "due", date(2007, 12, 31)),
        ("2008-01-01", (2007, 7, 1), "not-met", None),
        ("2008-03-31", (2007, 7, 1), "not-met", None),
        ("2008-04-01", (2007, 10, 1), "not-met", None),
        ("2008-07-01", (2008, 1, 1), "not-met", None),
        ("2008-10-01", (2008, 4, 1), "not-met", None),
    ],
)
def test_each_quarter_is_due_by_the_end_of_the_next(
    day: str, start: tuple[int, int, int], outcome: str, due: date | None
) -> None:
    row = _row(_report(day))
    assert (row.outcome, row.due) == (outcome, due)
    assert row.period is not None
    assert row.period.first == date(*start)


def test_the_day_before_the_duty_began_nothing_is_judged() -> None:
    assert [row for row in _report("2007-07-31").duties if row.duty.startswith("data-")] == []


def test_an_ended_partnership_owes_nothing() -> None:
    ended = SETTING + b"ends: {on: 2011-01-01}\n"
    assert _row(_report("2010-12-31", partnership=ended)).outcome == "not-met"
    assert _report("2011-01-01", partnership=ended).duties == ()


def test_a_waiver_marks_the_finding_of_its_authority_and_leaves_the_outcome() -> None:
    files = dict(read_folder(BASES / "quarterly-2010").files)
    files["data/waivers.yaml"] = (
        b"waivers:\n  - {rule: data-quarterly, subject: police, reason: The system was replaced., until: 2011-04-01}\n"
    )
    report = judged(files, date(2011, 1, 1))[1]
    (found,) = [finding for finding in report.findings if finding.rule == "data-quarterly"]
    assert (found.subject, found.waived) == ("police", "The system was replaced.")
    assert found.period == Period.of(date(2010, 7, 1), date(2010, 10, 1))
    assert _row(report, "data-quarterly").outcome == "partly-met"


def test_the_row_of_a_missed_quarter_says_who() -> None:
    report = judged(dict(read_folder(BASES / "quarterly-2010").files), date(2011, 1, 1))[1]
    parts = {part.name: str(part.outcome) for part in _row(report, "data-quarterly").parts}
    assert parts == {"police": "not-met", "fire": "met", "council": "met", "pct": "met"}


def test_sets_are_in_the_hands_of_whoever_has_the_quarterly_data() -> None:
    bodies = (
        b"bodies:\n"
        b"  - {id: board, name: Board, functions: [strategy-group]}\n"
        b"  - {id: tasking, name: Tasking, functions: [tasking], terms: [{duties: [data-quarterly]}]}\n"
    )
    row = _row(_report("2010-12-31", bodies=bodies))
    assert (row.held_by, row.assumed) == (("tasking",), False)
