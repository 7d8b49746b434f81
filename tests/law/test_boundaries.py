"""Each boundary of each duty in each nation, on the day before and on the day.

The expectation is `boundaries.txt`, which gives the last day in force, not the first day no longer.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.words import Nation

ONE_DAY = timedelta(days=1)


class Row(NamedTuple):
    duty: str
    nation: Nation
    first: date
    last: date | None
    citation: str


def read_table() -> list[Row]:
    lines = Path(__file__).with_name("boundaries.txt").read_text(encoding="utf-8").splitlines()
    return [row(line) for line in lines if not line.startswith("#")]


def row(line: str) -> Row:
    duty, nation, first, last, citation = line.split(maxsplit=4)
    assert nation in ("england", "wales")
    end = None if last == "open" else date.fromisoformat(last)
    return Row(duty, "england" if nation == "england" else "wales", date.fromisoformat(first), end, citation)


TABLE = read_table()


def name(case: Row) -> str:
    return f"{case.duty}-{case.nation}"


@pytest.mark.parametrize("case", TABLE, ids=name)
def test_a_duty_begins_on_its_first_day_and_not_the_day_before(case: Row) -> None:
    law = catalogue()
    assert law.on(case.nation, case.first - ONE_DAY).version(case.duty) is None
    version = law.on(case.nation, case.first).version(case.duty)
    assert version is not None
    assert version.citation == case.citation


@pytest.mark.parametrize("case", [case for case in TABLE if case.last], ids=name)
def test_a_duty_that_ended_is_in_force_on_its_last_day_and_not_the_day_after(case: Row) -> None:
    assert case.last is not None
    law = catalogue()
    assert law.on(case.nation, case.last).version(case.duty) is not None
    assert law.on(case.nation, case.last + ONE_DAY).version(case.duty) is None


@pytest.mark.parametrize("case", [case for case in TABLE if not case.last], ids=name)
def test_a_duty_without_an_end_is_in_force_on_the_last_day_read(case: Row) -> None:
    law = catalogue()
    version = law.on(case.nation, law.read_to).version(case.duty)
    assert version is not None
    assert version.until is None


def test_the_table_and_the_catalogue_hold_the_same_duties_in_the_same_nations() -> None:
    nations: tuple[Nation, Nation] = ("england", "wales")
    held = {(duty.id, nation) for duty in catalogue().duties.values() for nation in nations if duty.versions(nation)}
    assert held == {(case.duty, case.nation) for case in TABLE}
    assert len(TABLE) == len(held) == 189


def test_versions_of_a_duty_follow_one_another_without_hole_or_overlap() -> None:
    for duty in catalogue().duties.values():
        for versions in (duty.england, duty.wales):
            assert [one.until for one in versions[:-1]] == [other.from_ for other in versions[1:]]


REWORDED = {
    "england": {
        "2010-04-01": """sa-inputs sa-content-levels sa-content-priorities sa-content-public-priorities csa-content
            plan-strategy-three-year plan-public-help engage-views csg-membership-2007""",
        "2011-06-01": "sg-may-invite sg-value-for-money sg-probation-joint-appointee",
        "2013-04-01": """data-health-admissions data-health-domestic-abuse data-health-mental-drug-counts
            data-health-ambulance""",
        "2023-01-31": """sa-inputs sa-content-levels sa-content-priorities sa-content-public-priorities csa-content
            plan-strategy plan-public-help engage-views""",
    },
    "wales": {
        "2010-04-01": """sa-inputs sa-content-levels sa-content-priorities sa-content-public-priorities
            plan-strategy-three-year plan-public-help engage-views""",
        "2011-12-05": """sg-may-invite sg-value-for-money sg-probation-joint-appointee plan-priorities plan-steps
            plan-resources plan-measures plan-engagement-steps""",
        "2023-01-31": """sa-inputs sa-content-levels sa-content-priorities sa-content-public-priorities
            plan-strategy plan-public-help engage-views""",
    },
}


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_a_duty_is_reworded_on_exactly_these_days(nation: Nation) -> None:
    changes = catalogue().changes(nation, date(1998, 1, 1), date(2026, 11, 21))
    told = {(change.day.isoformat(), change.duty.id) for change in changes.reworded}
    assert told == {(day, duty) for day, duties in REWORDED[nation].items() for duty in duties.split()}


CITED = [
    ("sg-may-invite", "england", "2011-05-31", "SI 2007/1830 reg 3(6)"),
    ("sg-may-invite", "england", "2011-06-01", "SI 2007/1830 reg 3(4)"),
    ("sg-may-invite", "wales", "2011-12-04", "SI 2007/3076 reg 3(6)"),
    ("sg-may-invite", "wales", "2011-12-05", "SI 2007/3076 reg 3(4)"),
    ("sg-value-for-money", "england", "2011-05-31", "SI 2007/1830 reg 3(8)"),
    ("sg-value-for-money", "england", "2011-06-01", "SI 2007/1830 reg 3(5)"),
    ("sg-value-for-money", "wales", "2011-12-04", "SI 2007/3076 reg 3(8)"),
    ("sg-value-for-money", "wales", "2011-12-05", "SI 2007/3076 reg 3(5)"),
    ("sg-probation-joint-appointee", "england", "2011-05-31", "SI 2007/1830 reg 3(3A)"),
    ("sg-probation-joint-appointee", "england", "2011-06-01", "SI 2007/1830 reg 3(3)"),
    ("sg-probation-joint-appointee", "wales", "2011-12-04", "SI 2007/3076 reg 3(3A)"),
    ("sg-probation-joint-appointee", "wales", "2011-12-05", "SI 2007/3076 reg 3(3)"),
    ("plan-strategy-three-year", "wales", "2010-03-31", "SI 2007/3076 reg 9(1)(a)"),
    ("plan-strategy-three-year", "wales", "2010-04-01", "SI 2007/3076 reg 9(1)(a),(aa)"),
    ("plan-strategy", "wales", "2011-12-05", "SI 2007/3076 reg 9(a),(aa)"),
    ("plan-priorities", "wales", "2011-12-04", "SI 2007/3076 reg 9(1)(b)"),
    ("plan-priorities", "wales", "2011-12-05", "SI 2007/3076 reg 9(b)"),
    ("plan-steps", "wales", "2011-12-05", "SI 2007/3076 reg 9(c)"),
    ("plan-resources", "wales", "2011-12-05", "SI 2007/3076 reg 9(d)"),
    ("plan-measures", "wales", "2011-12-05", "SI 2007/3076 reg 9(e)"),
    ("plan-engagement-steps", "wales", "2011-12-05", "SI 2007/3076 reg 9(f)"),
    ("plan-priorities", "england", "2011-12-05", "SI 2007/1830 reg 11(1)(b)"),
]


@pytest.mark.parametrize(("duty", "nation", "day", "citation"), CITED)
def test_a_renumbered_provision_is_cited_by_the_number_of_the_day(
    duty: str, nation: Nation, day: str, citation: str
) -> None:
    version = catalogue().on(nation, date.fromisoformat(day)).version(duty)
    assert version is not None
    assert version.citation == citation


SUBJECTS = [
    ("engage-views", "england", "2010-03-31", "crime-and-disorder substance-misuse"),
    ("engage-views", "england", "2010-04-01", "crime-and-disorder substance-misuse reoffending"),
    ("engage-views", "england", "2023-01-30", "crime-and-disorder substance-misuse reoffending"),
    ("engage-views", "england", "2023-01-31", "crime-and-disorder substance-misuse reoffending serious-violence"),
    ("engage-views", "wales", "2010-03-31", "crime-and-disorder"),
    ("engage-views", "wales", "2010-04-01", "crime-and-disorder reoffending"),
    ("engage-views", "wales", "2023-01-30", "crime-and-disorder reoffending"),
    ("engage-views", "wales", "2023-01-31", "crime-and-disorder reoffending serious-violence"),
    ("plan-strategy", "england", "2011-06-01", "crime-and-disorder substance-misuse reoffending"),
    ("plan-strategy", "wales", "2011-12-05", "crime-and-disorder reoffending"),
    ("strategy-reoffending", "wales", "2010-04-01", "reoffending"),
    ("public-meeting-yearly", "england", "2010-04-01", ""),
]


@pytest.mark.parametrize(("duty", "nation", "day", "subjects"), SUBJECTS)
def test_the_subject_matter_is_that_of_the_day(duty: str, nation: Nation, day: str, subjects: str) -> None:
    version = catalogue().on(nation, date.fromisoformat(day)).version(duty)
    assert version is not None
    assert " ".join(version.subjects) == subjects
