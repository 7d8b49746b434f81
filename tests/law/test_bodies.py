"""Who was a responsible, a co-operating or an invited body: each change, on the day before and on the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.words import Group, Nation

Case = tuple[Group, Nation, str, str, str]

CHANGES: list[Case] = [  # group, nation, day, who goes, who comes
    ("responsible", "england", "1998-09-30", "", "council-england county-council-england chief-officer-england"),
    (
        "responsible",
        "england",
        "2003-04-01",
        "",
        "police-authority-england police-authority-london fire-authority-england",
    ),
    ("responsible", "england", "2004-04-30", "", "pct-england"),
    ("responsible", "england", "2004-10-01", "fire-authority-england", "fire-rescue-authority-england"),
    ("responsible", "england", "2010-04-01", "", "probation-england"),
    ("responsible", "england", "2012-01-16", "police-authority-london", ""),
    ("responsible", "england", "2012-11-22", "police-authority-england", ""),
    ("responsible", "england", "2013-04-01", "pct-england", "ccg-england"),
    ("responsible", "england", "2022-07-01", "ccg-england", "icb-england"),
    ("responsible", "wales", "1998-09-30", "", "council-wales chief-officer-wales"),
    ("responsible", "wales", "2003-04-01", "", "police-authority-wales fire-authority-wales health-authority-wales"),
    ("responsible", "wales", "2004-11-10", "fire-authority-wales", "fire-rescue-authority-wales"),
    ("responsible", "wales", "2007-04-01", "health-authority-wales", "lhb-wales"),
    ("responsible", "wales", "2010-04-01", "", "probation-wales"),
    ("responsible", "wales", "2012-11-22", "police-authority-wales", ""),
    ("co-operating", "england", "1998-09-30", "", "co-police-authority-england co-probation-health-1998-england"),
    ("co-operating", "england", "1998-11-01", "", "co-prescribed-1998-england"),
    (
        "co-operating",
        "england",
        "2002-10-01",
        "co-police-authority-england co-probation-health-1998-england",
        "co-probation-board-england",
    ),
    ("co-operating", "england", "2004-02-23", "co-prescribed-1998-england", "co-prescribed-2004-england"),
    ("co-operating", "england", "2008-04-01", "", "co-probation-provider-england"),
    ("co-operating", "wales", "1998-09-30", "", "co-police-authority-wales co-probation-health-1998-wales"),
    ("co-operating", "wales", "1998-11-01", "", "co-prescribed-1998-wales"),
    (
        "co-operating",
        "wales",
        "2003-04-01",
        "co-police-authority-wales co-probation-health-1998-wales",
        "co-probation-board-wales",
    ),
    ("co-operating", "wales", "2008-04-01", "", "co-probation-provider-wales"),
    ("invited", "england", "1998-11-01", "", "invited-1998-england"),
    ("invited", "england", "2004-02-23", "invited-1998-england", "invited-2004-england"),
    ("invited", "wales", "1998-11-01", "", "invited-1998-wales"),
]


def named(group: Group, nation: Nation, day: date) -> set[str]:
    return {body.id for body in catalogue().on(nation, day).bodies(group)}


@pytest.mark.parametrize(("group", "nation", "day", "gone", "come"), CHANGES)
def test_a_body_comes_and_goes_on_its_day(group: Group, nation: Nation, day: str, gone: str, come: str) -> None:
    first = date.fromisoformat(day)
    before = named(group, nation, first - timedelta(days=1))
    after = named(group, nation, first)
    assert before - after == set(gone.split())
    assert after - before == set(come.split())


def test_there_is_no_other_change() -> None:
    told = {(group, nation, day) for group, nation, day, _, _ in CHANGES}
    held = {(body.group, body.nation, body.from_.isoformat()) for body in catalogue().bodies}
    held |= {(body.group, body.nation, body.until.isoformat()) for body in catalogue().bodies if body.until}
    assert held == told


TYPES = [
    ("england", "1998-09-30", 2),
    ("england", "2003-03-31", 2),
    ("england", "2003-04-01", 4),
    ("england", "2004-04-29", 4),
    ("england", "2004-04-30", 5),
    ("england", "2010-03-31", 5),
    ("england", "2010-04-01", 6),
    ("england", "2012-11-21", 6),
    ("england", "2012-11-22", 5),
    ("england", "2026-11-21", 5),
    ("wales", "2003-04-01", 5),
    ("wales", "2010-04-01", 6),
    ("wales", "2012-11-22", 5),
]


@pytest.mark.parametrize(("nation", "day", "types"), TYPES)
def test_the_number_of_types_of_responsible_authority(nation: Nation, day: str, types: int) -> None:
    assert (
        len({body.citation for body in catalogue().on(nation, date.fromisoformat(day)).bodies("responsible")}) == types
    )


def test_a_commissioner_or_a_combined_authority_was_never_a_responsible_authority() -> None:
    kinds: set[str] = {kind for body in catalogue().bodies for kind in body.kinds}
    never = {"police-and-crime-commissioner", "mayors-office-for-policing-and-crime", "combined-authority"}
    assert not kinds & never


def test_a_county_council_is_one_only_where_there_are_two_tiers() -> None:
    rows = [body for body in catalogue().bodies if "county-council" in body.kinds]
    assert [(body.id, body.tiers) for body in rows] == [("county-council-england", ("two-tier", "county"))]


def test_the_police_authority_in_london_ended_earlier_and_by_inference_and_the_city_never_had_one() -> None:
    rows = {
        body.id: body for body in catalogue().bodies if body.group == "responsible" and "police-authority" in body.kinds
    }
    assert rows["police-authority-london"].tiers == ("london",)
    assert rows["police-authority-london"].confidence.dates == "inferred"
    assert not rows["police-authority-london"].confidence.firm
    assert rows["police-authority-england"].confidence.firm
    assert all("city-of-london" not in body.tiers for body in rows.values() if body.nation == "england")
    assert all(body.tiers for body in rows.values() if body.nation == "england")


def test_probation_providers_need_arrangements_that_say_so() -> None:
    rows = [body for body in catalogue().bodies if "probation-provider" in body.kinds]
    assert {body.id for body in rows} == {
        "probation-england",
        "probation-wales",
        "co-probation-provider-england",
        "co-probation-provider-wales",
    }
    assert all(body.needs_arrangements for body in rows)
    assert not any(body.needs_arrangements for body in catalogue().bodies if body not in rows)
