"""Periods: what runs is due until its last day; what closed unmet is an error through the next, a note from then on."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.finding import Finding
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.records.tree import read_folder

VALE = dict(read_folder(BASES / "vale").files)
HELD = b"body: board\ndate: 2024-06-11\nstatus: held\n"
"""A meeting that was not public: the records reach back to it."""


def said(
    files: dict[str, bytes], day: date, duty: str = "public-meeting-yearly"
) -> tuple[list[DutyRow], list[Finding]]:
    _, report = judged(files, day)
    assert not report.crashed
    rows = [row for row in report.duties if row.duty == duty]
    return rows, [finding for finding in report.findings if finding.rule == duty]


@pytest.mark.parametrize(
    ("day", "due", "found"),
    [
        (date(2024, 4, 1), date(2025, 3, 31), []),
        (date(2025, 3, 31), date(2025, 3, 31), []),
        (date(2025, 4, 1), date(2026, 3, 31), ["error"]),
        (date(2026, 3, 31), date(2026, 3, 31), ["error"]),
        (date(2026, 4, 1), date(2027, 3, 31), ["error", "note"]),
        (date(2027, 4, 1), date(2028, 3, 31), ["error", "note", "note"]),
    ],
)
def test_a_year_is_due_to_its_last_day_then_an_error_for_a_year_then_a_note(
    day: date, due: date, found: list[str]
) -> None:
    rows, findings = said(VALE | {"data/meetings/2024-06-11-board.yaml": HELD}, day)
    assert [(row.outcome, row.due) for row in rows] == [("due", due)]
    assert [finding.severity.word for finding in findings] == found


def test_a_finding_names_the_period_that_closed() -> None:
    _, findings = said(VALE, date(2025, 4, 1))
    assert [finding.period.say() for finding in findings if finding.period] == ["1 April 2024 to 31 March 2025"]


def test_a_year_that_begins_before_the_records_are_complete_proves_nothing() -> None:
    later = VALE["data/partnership.yaml"].replace(b"2024-04-01", b"2024-04-02")
    rows, findings = said(VALE | {"data/partnership.yaml": later}, date(2025, 3, 31))
    assert [row.outcome for row in rows] == ["cannot-tell"]
    _, findings = said(VALE | {"data/partnership.yaml": later}, date(2025, 4, 1))
    assert findings == []


@pytest.mark.parametrize(("kinds", "outcome"), [("{meetings: never}", "cannot-tell"), ("{returns: never}", "due")])
def test_completeness_is_told_apart_by_kind(kinds: str, outcome: str) -> None:
    profile = VALE["data/partnership.yaml"].replace(b"2024-04-01", kinds.encode())
    rows, _ = said(VALE | {"data/partnership.yaml": profile}, date(2025, 3, 31))
    assert [row.outcome for row in rows] == [outcome]


def test_what_is_on_record_is_judged_also_where_the_records_are_not_complete() -> None:
    never = VALE["data/partnership.yaml"].replace(b"2024-04-01", b"never")
    public = b"body: board\ndate: 2024-10-15\nstatus: held\npublic: true\n"
    files = VALE | {"data/partnership.yaml": never, "data/meetings/2024-10-15-board.yaml": public}
    assert [row.outcome for row in said(files, date(2025, 3, 31))[0]] == ["met"]


def test_a_duty_that_ended_inside_a_year_makes_no_finding_of_that_year() -> None:
    files = dict(read_folder(BASES / "england-2009").files)
    assert [found.period.say() for found in said(files, date(2012, 3, 31), "sg-skills-review")[1] if found.period] == [
        "1 April 2010 to 31 March 2011"
    ]
    assert said(files, date(2012, 3, 31), "sg-skills-review")[0] == []


def test_the_year_that_closed_is_judged_for_the_group_that_closed_it() -> None:
    bodies = b"""bodies:
  - {id: old, name: Old Board, functions: [strategy-group], until: 2025-06-01}
  - {id: new, name: New Board, functions: [strategy-group], from: 2025-06-01}
"""
    rows, findings = said(VALE | {"data/bodies.yaml": bodies}, date(2025, 6, 1))
    assert [row.subject for row in rows] == ["new"]
    assert [finding.subject for finding in findings] == ["old"]


def test_two_strategy_groups_have_a_row_each() -> None:
    bodies = b"""bodies:
  - {id: one, name: One, functions: [strategy-group]}
  - {id: two, name: Two, functions: [strategy-group]}
"""
    rows, findings = said(VALE | {"data/bodies.yaml": bodies}, date(2025, 4, 1))
    assert [row.subject for row in rows] == ["one", "two"]
    assert [finding.subject for finding in findings] == ["one", "two"]


@pytest.mark.parametrize("bodies", [b"bodies: []\n", b"bodies:\n  - {id: board, name: Board, functions: [tasking]}\n"])
def test_without_a_strategy_group_one_duty_is_found_and_the_others_cannot_be_told(bodies: bytes) -> None:
    _, report = judged(VALE | {"data/bodies.yaml": bodies}, date(2025, 4, 1))
    found = [finding.rule for finding in report.findings if finding.rule in {"sg-exists", "sa-annual", "plan-steps"}]
    assert found == ["sg-exists"]
    outcomes = {row.duty: row.outcome for row in report.duties}
    assert outcomes["sg-exists"] == "not-met"
    assert {outcomes[duty] for duty in ("sa-annual", "plan-steps", "public-meeting-yearly")} == {"cannot-tell"}


def test_a_partnership_that_ended_is_judged_no_longer() -> None:
    ended = VALE["data/partnership.yaml"] + b"ends: {on: 2025-06-01}\n"
    _, before = judged(VALE | {"data/partnership.yaml": ended}, date(2025, 5, 31))
    _, after = judged(VALE | {"data/partnership.yaml": ended}, date(2025, 6, 1))
    assert before.duties != ()
    assert after.duties == ()
    assert "no duty was judged: the partnership ended on 1 June 2025" in after.not_looked_at
