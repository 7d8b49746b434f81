"""Small workspaces of every kind of area: who is bound in each on a day, and what reaches it at all."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.report import Report
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import Loaded
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rules.standing import authorities

WORKSPACES = [
    ("wales", "2025-07-26", "council police fire health probation"),
    ("wales-2011", "2011-07-26", "council police authority fire health probation"),
    ("london", "2025-07-26", "council police fire icb probation"),
    ("city-of-london", "2025-07-26", "corporation police fire icb probation"),
    ("reorganised", "2023-03-31", "vale county police fire icb probation"),
    ("reorganised", "2023-04-01", "newshire police fire icb probation"),
    ("commissioner-fire", "2025-03-31", "council police fire icb"),
    ("commissioner-fire", "2025-04-01", "council police pcfc icb"),
    ("county-fire", "2025-07-26", "vale county police icb"),
    ("county-group", "2026-03-31", "county vale hills police fire icb"),
]
"""Base, day, and the responsible authorities of that day in the order of their file."""

ROWS = [
    # In Wales there is no county tier, no copy to the policing body, no meeting that a commissioner calls, no
    # combination; the Local Health Board holds the health data.
    ("wales", "2025-07-26", "csg-exists", None),
    ("wales", "2025-07-26", "csa-annual", None),
    ("wales", "2025-07-26", "sa-content-county-matters", None),
    ("wales", "2025-07-26", "plan-copy-to-lpb", None),
    ("wales", "2025-07-26", "pcc-meeting-attendance", None),
    ("wales", "2025-07-26", "combination-agreement", None),
    ("wales", "2025-07-26", "data-health-admissions", "not-met"),
    ("wales", "2025-07-26", "scrutiny-committee", "met"),
    # Between 1 June and 4 December 2011 Wales still had what England had given up.
    ("wales-2011", "2011-07-26", "sg-each-authority-represented", "partly-met"),
    ("wales-2011", "2011-07-26", "sg-two-members", None),
    ("wales-2011", "2011-12-05", "sg-each-authority-represented", None),
    ("wales-2011", "2011-12-05", "sg-two-members", "met"),
    # London has no county; the Mayor's Office calls no meetings under regulation 14A.
    ("london", "2025-07-26", "csg-exists", "not-applicable"),
    ("london", "2025-07-26", "pcc-meeting-attendance", "not-applicable"),
    ("london", "2025-07-26", "data-health-admissions", "cannot-tell"),
    ("london", "2025-07-26", "sg-two-members", "met"),
    # In the City of London the council may be its own committee, and no plan is owed to a policing body.
    ("city-of-london", "2025-07-26", "csg-exists", "not-applicable"),
    ("city-of-london", "2025-07-26", "plan-copy-to-lpb", "not-applicable"),
    ("city-of-london", "2025-07-26", "scrutiny-committee", "cannot-tell"),
    # The day before vesting the county tier is there; on the day it is gone.
    ("reorganised", "2023-03-31", "csg-exists", "not-met"),
    ("reorganised", "2023-03-31", "csg-two-members", "cannot-tell"),
    ("reorganised", "2023-03-31", "csa-annual", "due"),
    ("reorganised", "2023-04-01", "csg-exists", "not-applicable"),
    ("reorganised", "2023-04-01", "csg-two-members", "not-applicable"),
    ("reorganised", "2023-04-01", "csa-annual", "not-applicable"),
    # A commissioner is no responsible authority, unless it is the fire authority too.
    ("commissioner-fire", "2025-03-31", "sg-two-members", "not-met"),
    ("commissioner-fire", "2025-04-01", "sg-two-members", "met"),
    # A county group's own records: the duties of partnerships are its districts'.
    ("county-group", "2026-03-31", "csg-exists", "met"),
    ("county-group", "2026-03-31", "csg-two-members", "met"),
    ("county-group", "2026-03-31", "csa-annual", "met"),
    ("county-group", "2026-03-31", "csa-content", "met"),
    ("county-group", "2026-03-31", "csa-copy-to-lpb", "met"),
    ("county-group", "2026-03-31", "public-meeting-yearly", "not-applicable"),
    ("county-group", "2026-03-31", "sg-exists", "not-applicable"),
    ("county-group", "2026-03-31", "data-quarterly", "not-applicable"),
    ("county-group", "2026-03-31", "combination-agreement", "not-applicable"),
]
"""Base, day, duty, outcome; None where the duty is not in force."""

BOUND = [
    # Both councils of a two-tier district owe what they hold, the day before vesting; the new one owes all from then.
    ("reorganised", "2023-03-31", "data-la-asb", ["vale"]),
    ("reorganised", "2023-03-31", "data-la-school-exclusions", ["county"]),
    ("reorganised", "2023-03-31", "scrutiny-committee", ["vale", "county"]),
    ("reorganised", "2023-04-01", "scrutiny-committee", ["newshire"]),
    ("reorganised", "2023-07-01", "data-la-asb", ["newshire"]),
    # A county that runs the fire service owes the fire data, and is one authority.
    ("county-fire", "2025-07-26", "data-fire-fires", ["county"]),
    ("county-fire", "2025-07-26", "isp-liaison", ["vale", "county", "police", "icb"]),
    # What fell due the day before the commissioner took over was the old authority's to share.
    ("commissioner-fire", "2025-04-01", "data-fire-fires", ["fire"]),
    ("commissioner-fire", "2025-07-01", "data-fire-fires", ["pcfc"]),
]
"""Base, day, duty, and the partners for whom it has a part."""


def _judged(base: str, day: str) -> tuple[Loaded, Report]:
    loaded, report = judged(dict(read_folder(BASES / base).files), date.fromisoformat(day))
    assert loaded.findings == ()
    assert report.crashed == ()
    return loaded, report


@pytest.mark.parametrize(("base", "day", "expected"), WORKSPACES)
def test_who_is_a_responsible_authority(base: str, day: str, expected: str) -> None:
    loaded, _ = _judged(base, day)
    profile = loaded.partnership.profile
    assert profile is not None
    found = authorities(loaded.partnership, catalogue().on(profile.nation, date.fromisoformat(day)))
    assert [each.partner.id for each in found] == expected.split()
    assert all(each.sure for each in found)


@pytest.mark.parametrize(("base", "day", "duty", "outcome"), ROWS)
def test_what_reaches_the_area(base: str, day: str, duty: str, outcome: str | None) -> None:
    _, report = _judged(base, day)
    assert [row.outcome for row in report.duties if row.duty == duty] == ([outcome] if outcome else [])


@pytest.mark.parametrize(("base", "day", "duty", "partners"), BOUND)
def test_for_whom_a_duty_is_judged(base: str, day: str, duty: str, partners: list[str]) -> None:
    _, report = _judged(base, day)
    row = next(row for row in report.duties if row.duty == duty)
    assert [part.name for part in row.parts if part.kind == "partner"] == partners


def test_a_council_that_runs_the_fire_service_next_door_is_no_authority_here() -> None:
    files = dict(read_folder(BASES / "county-fire").files)
    files["data/partnership.yaml"] = b"name: Exampley Partnership\narea: Exampley\nnation: england\ntier: unitary\n"
    loaded, _ = judged(files, date(2025, 7, 26))
    found = authorities(loaded.partnership, catalogue().on("england", date(2025, 7, 26)))
    assert [each.partner.id for each in found] == ["vale", "police", "icb"]


def test_a_provider_of_probation_without_its_arrangements_is_not_surely_an_authority() -> None:
    files = dict(read_folder(BASES / "london").files)
    partners = files["data/partners.yaml"]
    files["data/partners.yaml"] = partners.replace(b"    arrangements: {from: 2021-06-26}\n", b"")
    loaded, report = judged(files, date(2025, 7, 26))
    found = authorities(loaded.partnership, catalogue().on("england", date(2025, 7, 26)))
    assert [each.partner.id for each in found if not each.sure] == ["probation"]
    liaison = next(row for row in report.duties if row.duty == "isp-liaison")
    assert {part.name: str(part.outcome) for part in liaison.parts}["probation"] == "cannot-tell"
