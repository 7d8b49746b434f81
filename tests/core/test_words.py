"""Words for people, and the small values that carry them."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.core.report import Dates, Report, Subject, worst
from cdrp_cli.core.words import both, counted, did_you_mean, either, nearest


def test_near_words_come_best_first_and_far_ones_not_at_all() -> None:
    known = ["status", "start", "date", "declarations"]
    assert nearest("statsu", known)[0] == "status"
    assert nearest("zzz", known) == ()
    assert len(nearest("a", [f"a{letter}" for letter in "bcdef"], most=2)) == 2
    assert did_you_mean("declaration", known) == "did you mean declarations?"
    assert did_you_mean("zzz", known) == ""


@pytest.mark.parametrize(
    ("words", "joined_or", "joined_and"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a or b", "a and b"),
        (["a", "b", "c"], "a, b or c", "a, b and c"),
    ],
)
def test_lists_are_joined_as_people_do(words: list[str], joined_or: str, joined_and: str) -> None:
    assert (either(words), both(words)) == (joined_or, joined_and)


@pytest.mark.parametrize(
    ("number", "one", "many", "spoken"),
    [
        (0, "meeting", "", "no meetings"),
        (1, "meeting", "", "1 meeting"),
        (2, "meeting", "", "2 meetings"),
        (1, "body", "bodies", "1 body"),
        (0, "body", "bodies", "no bodies"),
        (3, "body", "bodies", "3 bodies"),
    ],
)
def test_counts_agree_with_their_noun(number: int, one: str, many: str, spoken: str) -> None:
    assert counted(number, one, many) == spoken


def test_an_unknown_id_offers_the_nearest() -> None:
    error = UnknownIdError("duty", "sa-anual", ("sa-annual", "sa-any"))
    assert str(error) == "there is no duty 'sa-anual'; did you mean sa-annual or sa-any?"
    assert str(UnknownIdError("duty", "x")) == "there is no duty 'x'"
    assert isinstance(error, CdrpError)
    assert isinstance(error, KeyError)


def test_a_pointer_leads_further_in_and_a_place_prints_as_editors_read_it() -> None:
    meeting = Pointer("data/meetings/2025-07-22-board.yaml", ("items", 0))
    assert meeting.at("outcomes", 1) == Pointer(meeting.file, ("items", 0, "outcomes", 1))
    assert meeting.at() == meeting
    assert str(Place("data/bodies.yaml", 3, 5)) == "data/bodies.yaml:3:5"


def _finding(severity: Severity, waived: str | None = None) -> Finding:
    return Finding("rule", severity, Basis.RECORD, "fact", Pointer("a"), waived=waived)


def _report(findings: tuple[Finding, ...] = (), **more: object) -> Report:
    dates = Dates(date(2025, 1, 1), date(2025, 1, 2), date(2026, 1, 1))
    values: dict[str, object] = {"subject": Subject("Vale", "england", "two-tier"), **more}
    return Report("cdrp", dates, records=0, rules=0, findings=findings, duties=(), **values)  # type: ignore[arg-type]


def test_a_waived_finding_is_counted_apart_and_is_never_the_worst() -> None:
    findings = (_finding(Severity.ERROR, "agreed"), _finding(Severity.WARNING), _finding(Severity.NOTE))
    report = _report(findings)
    assert worst(findings) is Severity.WARNING
    assert worst(()) is None
    assert worst(findings[:1]) is None
    assert [report.count(severity) for severity in Severity] == [1, 1, 0]
    assert report.waived == 1


def test_gravity_is_ordered_and_has_words() -> None:
    assert Severity.NOTE < Severity.WARNING < Severity.ERROR
    assert [severity.word for severity in Severity] == ["note", "warning", "error"]


@pytest.mark.parametrize(
    ("more", "complete"),
    [
        ({}, True),
        ({"unread": ("data/bodies.yaml",)}, False),
        ({"crashed": ("rule",)}, False),
        ({"subject": Subject(None, None, None)}, False),
        ({"not_looked_at": ("the law after 2026",)}, True),
    ],
)
def test_a_report_is_complete_when_all_was_read_and_every_rule_ran(more: dict[str, object], complete: bool) -> None:
    assert _report(**more).complete is complete


def test_the_day_the_law_was_read_to_is_not_beyond_it() -> None:
    read_to = date(2026, 1, 1)
    assert not Dates(read_to, read_to, read_to).beyond_reading
    assert Dates(date(2026, 1, 2), read_to, read_to).beyond_reading
