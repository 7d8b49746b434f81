"""Which duty came in the place of which: the families by hand, joined to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.words import Nation

FAMILIES = [
    ("strategy-crime-disorder", "strategy-triennial-1998", "2007-08-01", "2007-11-19"),
    ("strategy-substance-misuse", "strategy-triennial-1998", "2007-08-01", "2007-11-19"),
    ("strategy-keep-under-review", "strategy-triennial-1998", "2007-08-01", "2007-11-19"),
    ("invite-participation", "invite-participation-1998", "2004-02-23", "2004-02-23"),
    (
        "sg-two-members",
        "sg-each-authority-represented sg-senior-representative sg-elected-member",
        "2011-06-01",
        "2011-12-05",
    ),
    ("csg-two-members", "csg-membership-2007", "2011-06-01", None),
    ("plan-strategy", "plan-strategy-three-year", "2011-06-01", "2011-12-05"),
    ("report-to-local-policing-body", "report-to-home-secretary", "2012-01-16", "2012-01-16"),
    ("s17-2007", "s17-1998", "2007-08-01", "2007-11-19"),
    ("scrutiny-cooption-2010", "scrutiny-cooption-2009", "2010-04-01", "2010-04-01"),
    ("combination-agreement", "combined-area-order-2002", "2012-01-16", None),
]

ENDED_WITHOUT_SUCCESSOR = {
    "strategy-yearly-report-2002",
    "sg-chair-arrangements",
    "sg-meets-as-appropriate",
    "sg-skills-review",
    "csg-chair-arrangements",
    "csg-meets",
}


@pytest.mark.parametrize(("after", "before", "england", "wales"), FAMILIES)
def test_a_duty_begins_the_day_that_the_one_it_follows_ends(
    after: str, before: str, england: str, wales: str | None
) -> None:
    law = catalogue()
    assert law.duty(after).follows == tuple(before.split())
    assert law.duty(after).gap == ""
    days: list[tuple[Nation, str | None]] = [("england", england), ("wales", wales)]
    for nation, day in days:
        if day is None:
            assert law.duty(after).versions(nation) == ()
            continue
        first = date.fromisoformat(day)
        for ident in before.split():
            assert law.on(nation, first - timedelta(days=1)).version(ident) is not None
            assert law.on(nation, first).version(ident) is None
        assert law.on(nation, first - timedelta(days=1)).version(after) is None
        assert law.on(nation, first).version(after) is not None


def test_no_other_duty_follows_one() -> None:
    assert {duty.id for duty in catalogue().duties.values() if duty.follows} == {after for after, *_ in FAMILIES}


def test_every_duty_that_ended_has_a_successor_or_is_known_to_have_none() -> None:
    followed = {before for _, befores, *_ in FAMILIES for before in befores.split()}
    ended = {
        duty.id
        for duty in catalogue().duties.values()
        if any(versions and versions[-1].until for versions in (duty.england, duty.wales))
    }
    assert ended == followed | ENDED_WITHOUT_SUCCESSOR
