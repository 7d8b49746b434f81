"""By when a duty is due next, and in whose hands it is."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.core.dates import Period
from cdrp_cli.core.frozen import replace
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output.judged import in_hand, orphaned
from cdrp_cli.rules.holding.deadlines import next_date

YEAR = Period.of(date(2025, 4, 1), date(2026, 4, 1))
AUTUMN = Period.of(date(2025, 7, 1), date(2025, 10, 1))  # shared by the end of the year
DAY = date(2025, 12, 1)


def row(duty: str, outcome: Outcome, period: Period | None = None, due: date | None = None) -> DutyRow:
    return DutyRow(duty, "board", "", "strategy-group", "partnership", outcome, "", period=period, due=due)


@pytest.mark.parametrize(
    ("duty", "outcome", "period", "due", "expected"),
    [
        ("sa-annual", Outcome.DUE, YEAR, date(2026, 3, 31), date(2026, 3, 31)),
        ("sa-annual", Outcome.CANNOT_TELL, YEAR, None, date(2026, 3, 31)),
        ("sa-annual", Outcome.MET, YEAR, None, date(2027, 3, 31)),
        ("sa-annual", Outcome.NOT_APPLICABLE, YEAR, None, None),
        ("plan-revised-yearly", Outcome.MET, YEAR, None, date(2027, 3, 31)),
        ("data-quarterly", Outcome.DUE, AUTUMN, date(2025, 12, 31), date(2025, 12, 31)),
        ("data-quarterly", Outcome.NOT_MET, AUTUMN, None, date(2025, 12, 31)),
        ("data-quarterly", Outcome.MET, AUTUMN, None, date(2026, 3, 31)),
        ("sg-exists", Outcome.NOT_MET, None, None, None),
        ("sg-exists", Outcome.MET, None, None, None),
        ("scrutiny-response", Outcome.DUE, None, date(2025, 12, 19), date(2025, 12, 19)),
    ],
)
def test_the_next_date_is_the_last_day_of_what_is_still_to_be_done(
    duty: str, outcome: Outcome, period: Period | None, due: date | None, expected: date | None
) -> None:
    assert next_date(row(duty, outcome, period, due), catalogue().duty(duty), DAY) == expected


def test_in_hand_tells_who_on_what_ground() -> None:
    bare = row("sa-annual", Outcome.MET)
    assert in_hand(replace(bare, held_by=("board", "tasking"))) == "board, tasking"
    assert in_hand(replace(bare, held_by=("board",), assumed=True)) == "board (assumed)"
    assert in_hand(replace(bare, may_hold=("executive",))) == "perhaps executive"
    assert in_hand(replace(bare, assumed=True)) == "no body on record"
    assert in_hand(bare) == "nobody (orphaned)"


def test_only_what_terms_once_named_is_orphaned() -> None:
    bare = row("sa-annual", Outcome.MET)
    assert orphaned(bare)
    for held in ({"assumed": True}, {"held_by": ("board",)}, {"may_hold": ("board",)}):
        assert not orphaned(replace(bare, **held))  # type: ignore[arg-type]  # each key has its own type
