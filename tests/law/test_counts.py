"""How much law was in force on a day: the whole catalogue counted, so that no row is lost and none comes twice."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.law.catalogue import catalogue

IN_FORCE = [
    ("2009-06-01", 76, 59),
    ("2011-05-31", 80, 72),
    ("2011-06-01", 73, 72),
    ("2011-12-05", 73, 67),
    ("2012-12-01", 77, 68),
    ("2026-11-21", 84, 75),
]


@pytest.mark.parametrize(("day", "england", "wales"), IN_FORCE)
def test_duties_powers_and_structures_in_force(day: str, england: int, wales: int) -> None:
    as_of = date.fromisoformat(day)
    assert len(catalogue().on("england", as_of).in_force()) == england
    assert len(catalogue().on("wales", as_of).in_force()) == wales


def test_no_law_before_the_act_of_1998_came_into_force() -> None:
    eve = catalogue().on("england", date(1998, 9, 29))
    assert eve.in_force() == ()
    assert eve.bodies("responsible") == ()


def test_what_is_in_force_is_told_with_its_own_version() -> None:
    for duty, version in catalogue().on("wales", date(2011, 12, 5)).in_force():
        assert version in duty.wales
        assert version.covers(date(2011, 12, 5))
