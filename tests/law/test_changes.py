"""What the law changed between two days: the lists stand here by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.model import Change
from cdrp_cli.law.words import Nation


def ids(changes: Iterable[Change]) -> set[str]:
    return {change.duty.id for change in changes}


RELAXED_IN_2011 = {
    "sg-each-authority-represented",
    "sg-senior-representative",
    "sg-elected-member",
    "sg-chair-arrangements",
    "sg-meets-as-appropriate",
    "sg-skills-review",
    "plan-strategy-three-year",
}


def test_england_from_june_2009_to_june_2011() -> None:
    changes = catalogue().changes("england", date(2009, 6, 1), date(2011, 6, 1))
    assert ids(changes.ended) == RELAXED_IN_2011 | {
        "csg-chair-arrangements",
        "csg-meets",
        "csg-membership-2007",
        "scrutiny-cooption-2009",
    }
    assert ids(changes.begun) == {
        "csg-two-members",
        "domestic-homicide-review",
        "plan-strategy",
        "s17-reoffending",
        "scrutiny-cooption-2010",
        "sg-probation-joint-appointee",
        "sg-two-members",
        "strategy-reoffending",
    }


def test_england_on_the_first_of_june_2011() -> None:
    changes = catalogue().changes("england", date(2011, 5, 31), date(2011, 12, 4))
    assert ids(changes.ended) == RELAXED_IN_2011 | {"csg-chair-arrangements", "csg-meets", "csg-membership-2007"}
    assert ids(changes.begun) == {"sg-two-members", "plan-strategy", "csg-two-members"}
    assert ids(changes.reworded) == {"sg-may-invite", "sg-value-for-money", "sg-probation-joint-appointee"}
    every = (*changes.ended, *changes.begun, *changes.reworded)
    assert {change.day for change in every} == {date(2011, 6, 1)}


def test_wales_stands_still_until_the_fifth_of_december_2011() -> None:
    quiet = catalogue().changes("wales", date(2011, 5, 31), date(2011, 12, 4))
    assert (quiet.ended, quiet.begun, quiet.reworded) == ((), (), ())
    changes = catalogue().changes("wales", date(2011, 12, 4), date(2011, 12, 5))
    assert ids(changes.ended) == RELAXED_IN_2011
    assert ids(changes.begun) == {"sg-two-members", "plan-strategy"}
    assert ids(changes.reworded) == {
        "sg-may-invite",
        "sg-value-for-money",
        "sg-probation-joint-appointee",
        "plan-priorities",
        "plan-steps",
        "plan-resources",
        "plan-measures",
        "plan-engagement-steps",
    }


@pytest.mark.parametrize("day", [date(2011, 6, 1), date(2011, 12, 4)])
def test_england_and_wales_differ_between_june_and_december_2011(day: date) -> None:
    england = {duty.id for duty, _ in catalogue().on("england", day).in_force()}
    wales = {duty.id for duty, _ in catalogue().on("wales", day).in_force()}
    assert wales - england == RELAXED_IN_2011
    assert england - wales == {
        "sg-two-members",
        "plan-strategy",
        "sa-content-county-matters",
        "csg-exists",
        "csg-two-members",
        "csa-annual",
        "csa-content",
        "combined-area-order-2002",
    }


def test_what_england_had_in_2012_that_wales_never_had() -> None:
    changes = catalogue().changes("england", date(2012, 1, 15), date(2012, 11, 22))
    assert ids(changes.begun) == {
        "report-to-local-policing-body",
        "combination-agreement",
        "regard-police-crime-objectives",
        "csa-copy-to-lpb",
        "plan-copy-to-lpb",
        "pcc-meeting-attendance",
    }
    for duty in ("combination-agreement", "csa-copy-to-lpb", "plan-copy-to-lpb", "pcc-meeting-attendance"):
        assert catalogue().duty(duty).wales == ()


def test_a_duty_that_began_and_ended_between_the_two_days_is_in_both_lists() -> None:
    changes = catalogue().changes("england", date(2000, 1, 1), date(2010, 1, 1))
    assert "strategy-yearly-report-2002" in ids(changes.begun) & ids(changes.ended)


def test_a_change_tells_the_day_and_the_version_on_either_side() -> None:
    changes = catalogue().changes("england", date(2011, 5, 31), date(2011, 6, 1))
    renumbered = next(change for change in changes.reworded if change.duty.id == "sg-may-invite")
    assert renumbered.before is not None
    assert renumbered.after is not None
    assert renumbered.before.citation == "SI 2007/1830 reg 3(6)"
    assert renumbered.after.citation == "SI 2007/1830 reg 3(4)"
    assert renumbered.after.changed_by == "SI 2011/1230 reg 3"
    ended = next(change for change in changes.ended if change.duty.id == "sg-skills-review")
    assert ended.before is not None
    assert ended.before.ended_by == "SI 2011/1230 reg 3"


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_the_day_itself_is_the_end_of_the_span_and_not_its_start(nation: Nation) -> None:
    begun = catalogue().changes(nation, date(2010, 3, 31), date(2010, 4, 1)).begun
    assert "strategy-reoffending" in ids(begun)
    assert "strategy-reoffending" not in ids(catalogue().changes(nation, date(2010, 4, 1), date(2010, 4, 2)).begun)
