"""Waivers: they mark a finding and change no outcome; run out or unused they are found themselves."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.report import Report
from cdrp_cli.records.tree import read_folder

VALE = dict(read_folder(BASES / "vale").files)


def report(waiver: str, day: date) -> Report:
    _, told = judged(VALE | {"data/waivers.yaml": f"waivers:\n  - {{{waiver}}}\n".encode()}, day)
    return told


COVERED = "rule: public-meeting-yearly, subject: board, reason: Hall flooded, until: 2025-10-01"


def test_a_waived_finding_stays_marked_and_counted_apart() -> None:
    bare, waived = judged(VALE, date(2025, 4, 1))[1], report(COVERED, date(2025, 4, 1))
    found = [finding for finding in waived.findings if finding.rule == "public-meeting-yearly"]
    assert [finding.waived for finding in found] == ["Hall flooded"]
    assert waived.waived == 1
    assert waived.count(Severity.ERROR) == bare.count(Severity.ERROR) - 1
    assert waived.duties == bare.duties


@pytest.mark.parametrize(
    ("day", "rules"), [(date(2025, 9, 30), []), (date(2025, 10, 1), ["waiver-ended"])], ids=["last day", "ended"]
)
def test_a_waiver_holds_to_the_day_before_its_end(day: date, rules: list[str]) -> None:
    told = report(COVERED, day)
    assert [finding.rule for finding in told.findings if finding.rule.startswith("waiver")] == rules
    marked = [finding.waived for finding in told.findings if finding.rule == "public-meeting-yearly"]
    assert marked == ([None] if rules else ["Hall flooded"])


@pytest.mark.parametrize(
    "wrong", ["rule: public-meeting-yearly, subject: executive", "rule: public-meeting, subject: board"]
)
def test_a_waiver_that_covers_nothing_is_found(wrong: str) -> None:
    told = report(f"{wrong}, reason: Hall flooded, until: 2025-10-01", date(2025, 4, 1))
    assert [finding.rule for finding in told.findings if finding.rule.startswith("waiver")] == ["waiver-unused"]
    assert told.waived == 0


def test_a_waiver_counts_from_the_meeting_that_agreed_it() -> None:
    agreed = f"{COVERED}, agreed_by: 95 of 2025-04-15-board"
    before, after = report(agreed, date(2025, 4, 14)), report(agreed, date(2025, 4, 15))
    assert (before.waived, after.waived) == (0, 1)
    assert [finding.rule for finding in before.findings if finding.rule.startswith("waiver")] == []


def test_a_waiver_is_not_called_unused_while_what_it_covers_may_only_be_unread() -> None:
    waiver = f"waivers:\n  - {{{COVERED.replace('public-meeting-yearly', 'seat-vacant')}}}\n".encode()
    files = VALE | {"data/waivers.yaml": waiver, "data/returns.yaml": b"returns: [\n"}
    _, told = judged(files, date(2025, 4, 1))
    assert not told.complete
    assert [finding.rule for finding in told.findings if finding.rule.startswith("waiver")] == []
