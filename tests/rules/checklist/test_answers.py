"""What is shown of an answer: never better than what is said, never better than the evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casefiles import BASES, judged
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rules.checklist.answers import Answer, answers

TABLE = Path(__file__).with_name("said-by-evidence.txt")
CELLS = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
DAY = "2025-07-26"
EVIDENCE = {
    "none": "[]",
    "undated": "[{url: https://example.org}]",
    "stale": "[{url: https://example.org, seen: 2024-02-02}]",
    "good": "[{url: https://example.org, seen: 2025-07-01}]",
}
VALE = dict(read_folder(BASES / "vale").files)
PROFILE = VALE["data/partnership.yaml"]


def _answers(rows: str, day: str = DAY, **files: str) -> dict[str, Answer]:
    """The answers that the rows amount to on the day, beside the records of other files given by their path."""
    tree = {**VALE, "data/hallmarks/rows.yaml": f"rows:\n{rows}\n".encode()}
    tree |= {f"data/{name}.yaml": text.encode() for name, text in files.items()}
    loaded, _ = judged(tree, date.fromisoformat(day))
    assert not loaded.unread
    profile = loaded.partnership.profile
    assert profile is not None
    law = catalogue().on(profile.nation, date.fromisoformat(day))
    return {answer.asked.ref: answer for answer in answers(loaded.partnership, law, checklist())}


def _met_on(evidence: str, day: str = DAY, **files: str) -> str:
    """What is shown of a row that says met on that evidence, and why."""
    standing = _answers(f"  - {{ref: 11a, status: met, evidence: [{evidence}]}}", day, **files)["11a"].standing
    return f"{standing.outcome}; {standing.reason}"


def test_the_table_has_every_cell() -> None:
    said = {cell.partition(", ")[0] for cell in CELLS}
    assert len(said) == 6
    assert len(CELLS) == len(set(CELLS)) == 24


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.partition(":")[0])
def test_a_cell_of_the_table(cell: str) -> None:
    key, _, expected = cell.partition(": ")
    said, evidence = key.split(", ")
    status, _, without = said.partition(" without ")
    reason = ", reason: there is one council" if status == "not-applicable" and not without else ""
    rows = f"  - {{ref: 11a, status: {status}{reason}, evidence: {EVIDENCE[evidence]}}}"
    standing = _answers(rows)["11a"].standing
    assert f"{standing.outcome}; {standing.reason}" == expected


STALE = "not-assessed; met is said, but its evidence is more than 12 months old: last known met, "
MAY_BE = "not-assessed; met is said, but its evidence may be more than 12 months old: last known met, "


@pytest.mark.parametrize(
    ("seen", "day", "shown"),
    [
        # twelve months to the day are not more than twelve months
        ("2024-02-02", "2025-02-02", "met; evidence of 2 February 2024"),
        ("2024-02-02", "2025-02-03", f"{STALE}2 February 2024"),
        # the last day of February
        ("2024-02-29", "2025-02-28", "met; evidence of 29 February 2024"),
        ("2024-02-29", "2025-03-01", f"{STALE}29 February 2024"),
        # a month or a year counts from its first day: what may be too old is not good
        ("2024-02", "2025-02-01", "met; evidence of February 2024"),
        ("2024-02", "2025-02-02", f"{MAY_BE}February 2024"),
        ("2024-02", "2025-02-28", f"{MAY_BE}February 2024"),
        ("2024-02", "2025-03-01", f"{STALE}February 2024"),
        ("2024", "2025-01-01", "met; evidence of 2024"),
        ("2024", "2025-01-02", f"{MAY_BE}2024"),
        ("2024", "2026-01-01", f"{STALE}2024"),
        # what is later than the day does not count; a month has come when its first day has
        ("2025-07-26", "2025-07-26", "met; evidence of 26 July 2025"),
        ("2025-07-27", "2025-07-26", "not-assessed; met is said, but its evidence is later than 26 July 2025"),
        ("2025-07", "2025-07-01", "met; evidence of July 2025"),
        ("2025-08", "2025-07-31", "not-assessed; met is said, but its evidence is later than 31 July 2025"),
        ("unknown", "2025-07-26", "not-assessed; met is said, but its evidence bears no date"),
    ],
)
def test_how_long_evidence_carries(seen: str, day: str, shown: str) -> None:
    assert _met_on(f"{{url: https://example.org, seen: {seen}}}", day) == shown


def test_the_partnership_says_itself_when_evidence_grows_stale() -> None:
    files = {"partnership": PROFILE.decode() + "defaults: {stale_after_months: 1}\n"}
    shown = _met_on("{url: https://example.org, seen: 2025-06-25}", **files)
    assert shown == (
        "not-assessed; met is said, but its evidence is more than 1 month old: last known met, 25 June 2025"
    )
    assert _met_on("{url: https://example.org, seen: 2025-06-26}", **files) == "met; evidence of 26 June 2025"


NOWHERE = "not-assessed; met is said, but nothing that its evidence names is on record"


@pytest.mark.parametrize(
    "evidence",
    [
        "{meeting: 2025-07-22-board}",
        "{minute: 95 of 2025-07-22-board}",
        "{document: plan-2025}",
        "{activity: survey-2025}",
        "{action: 2025-07-22-board/a1}",
    ],
)
def test_evidence_that_is_not_on_record_shows_nothing(evidence: str) -> None:
    assert _met_on(evidence) == NOWHERE


MEETING = "body: board\ndate: 2025-07-22\nstatus: {status}\n"
MINUTES = (
    MEETING.format(status="held")
    + "items:\n  - {number: 1, minute: 95, title: Grants, outcomes: [{kind: action, id: a1, text: Apply.}]}\n"
)


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("held", "met; evidence of 22 July 2025"),
        ("inquorate", "met; evidence of 22 July 2025"),
        ("cancelled", "not-assessed; met is said, but no meeting that its evidence names was held"),
        ("planned", "not-assessed; met is said, but no meeting that its evidence names was held"),
    ],
)
def test_only_a_meeting_that_took_place_shows_anything(status: str, shown: str) -> None:
    files = {"meetings/2025-07-22-board": MEETING.format(status=status)}
    assert _met_on("{meeting: 2025-07-22-board}", **files) == shown


@pytest.mark.parametrize("evidence", ["{minute: 95 of 2025-07-22-board}", "{action: 2025-07-22-board/a1}"])
def test_a_minute_and_an_action_are_of_the_day_of_their_meeting(evidence: str) -> None:
    files = {"meetings/2025-07-22-board": MINUTES}
    assert _met_on(evidence, **files) == "met; evidence of 22 July 2025"


def test_an_action_is_of_the_day_on_which_a_meeting_last_heard_of_it() -> None:
    later = (
        "body: board\ndate: 2026-07-21\nstatus: held\n"
        "items:\n  - {number: 1, title: Arising, updates: [{action: 2025-07-22-board/a1, status: done}]}\n"
    )
    files = {"meetings/2025-07-22-board": MINUTES, "meetings/2026-07-21-board": later}
    assert _met_on("{action: 2025-07-22-board/a1}", "2026-12-01", **files) == "met; evidence of 21 July 2026"
    # on a day before that meeting nobody could know of it
    assert _met_on("{action: 2025-07-22-board/a1}", "2026-07-20", **files) == "met; evidence of 22 July 2025"


def test_a_document_is_of_the_last_of_its_days_that_has_come() -> None:
    plan = (
        "documents:\n  - {id: plan-2025, kind: partnership-plan, title: Plan, dated: 2025-03-11,"
        " revisions: [{date: 2026-03-10}], published: {date: 2025-03-28}}\n"
    )
    assert _met_on("{document: plan-2025}", documents=plan) == "met; evidence of 28 March 2025"
    assert _met_on("{document: plan-2025}", "2026-03-09", documents=plan) == "met; evidence of 28 March 2025"
    assert _met_on("{document: plan-2025}", "2026-03-10", documents=plan) == "met; evidence of 10 March 2026"


def test_a_document_without_a_date_is_undated() -> None:
    plan = "documents:\n  - {id: plan-2025, kind: partnership-plan, title: Plan, dated: unknown}\n"
    assert _met_on("{document: plan-2025}", documents=plan) == (
        "not-assessed; met is said, but its evidence bears no date"
    )


def test_an_activity_is_of_its_last_day() -> None:
    survey = "activities:\n  - {id: survey-2025, kind: survey, from: 2025-06-02, until: 2025-07-01}\n"
    assert _met_on("{activity: survey-2025}", engagement=survey) == "met; evidence of 30 June 2025"
    assert _met_on("{activity: survey-2025}", "2025-06-15", engagement=survey) == "met; evidence of 2 June 2025"


def test_the_best_piece_of_evidence_carries() -> None:
    both = "{url: https://example.org, seen: 2024-02-02}, {url: https://example.org}, {document: gone}"
    assert _met_on(both) == f"{STALE}2 February 2024"
    assert _met_on(f"{both}, {{url: https://example.org, seen: 2025-07}}") == "met; evidence of July 2025"


@pytest.mark.parametrize(
    ("first", "second", "day", "applies"),
    [
        ("2024-11", "2025-11-18", "2025-11-17", "first"),
        ("2024-11", "2025-11-18", "2025-11-18", "second"),
        # whichever way they are written, a day that is surely earlier is earlier
        ("2025-11-18", "2024-11", "2025-11-18", "first"),
        ("2025-11-18", "2025-11", "2025-11-18", "second"),
        ("2025-11-18", "2025-11-18", "2025-11-18", "second"),
        # without a day, where it stands is all there is to go by
        ("2025-11-18", "unknown", "2025-11-18", "second"),
        ("unknown", "2025-11-18", "2025-11-17", "first"),
    ],
)
def test_of_two_answers_the_last_that_has_come_applies(first: str, second: str, day: str, applies: str) -> None:
    rows = "\n".join(
        f"  - {{ref: 11a, position: {name}, as_at: {taken}}}" for name, taken in (("first", first), ("second", second))
    )
    row = _answers(rows, day)["11a"].row
    assert row is not None
    assert row.position == applies


def test_a_row_nobody_answered_or_answered_later_is_not_assessed() -> None:
    found = _answers("  - {ref: 11a, status: met, as_at: 2025-08}")
    assert {found[ref].standing.reason for ref in ("11a", "11b")} == {"nobody has answered"}
    assert found["11a"].said == "not-assessed"
    assert found["11a"].gap


def test_a_row_for_another_kind_of_area_does_not_apply_whatever_is_said() -> None:
    unitary = PROFILE.decode().replace("two-tier", "unitary")
    found = _answers("  - {ref: 3g, status: met}\n  - {ref: s03, status: not-met}", partnership=unitary)
    assert found["3g"].standing.outcome == "not-applicable"
    assert found["3g"].standing.reason == "the row is for two-tier areas"
    assert not found["3g"].gap
    wales = PROFILE.decode().replace("nation: england", "nation: wales").replace("tier: two-tier\n", "")
    found = _answers("  - {ref: s03, status: met}", partnership=wales)
    assert (found["s03"].standing.reason, found["s03"].asked.ended) == ("the row is for England", "")
    assert found["3g"].standing.reason == "the row is for two-tier areas"


@pytest.mark.parametrize(
    ("day", "ended"),
    [
        ("2007-07-31", "not yet law"),
        ("2007-08-01", ""),
        ("2011-05-31", ""),
        ("2011-06-01", "no longer law since 1 June 2011; in its place: sg-two-members"),
    ],
)
def test_a_statutory_row_is_law_while_a_duty_stands_behind_it(day: str, ended: str) -> None:
    found = _answers("  - {ref: 2b}", day)
    assert found["2b"].asked.ended == ended
    # the duty that came in its place stands behind 1a as well, and no duty behind what is advice
    assert found["1a"].asked.ended == ("not yet law" if day == "2007-07-31" else "")
    assert found["3a"].asked.ended == ""


def test_supplementary_rows_are_asked_where_they_are_answered_and_local_ones_always() -> None:
    own = "rows:\n  - {ref: v1, requirement: Every panel has a councillor., kind: local, section: assess}\n"
    found = _answers("  - {ref: s01, status: not-met}", checklist=own)
    assert [ref for ref in found if ref.startswith(("s", "v"))] == ["s01", "v1"]
    assert not found["s01"].asked.numbered
    assert not found["v1"].asked.numbered
    assert found["v1"].standing.reason == "nobody has answered"
