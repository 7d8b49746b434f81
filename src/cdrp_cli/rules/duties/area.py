"""What kind of area it is on the day judged, and whether all who are bound in it are on record."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.standing import Authority, authorities, is_council
from cdrp_cli.rules.words import Inapplicable, Unknown

_WITH_COUNTY = ("two-tier", "county")


def county_applies(case: DutyCase) -> Inapplicable | Unknown | None:
    """None where the area lies in a county with districts on the day judged; else why not, or that it is not said."""
    profile = case.partnership.profile
    tier = profile.tier_on(case.day) if profile is not None else None
    if tier in _WITH_COUNTY:
        return None
    if tier is None:
        return Unknown(Pointer("data/partnership.yaml"), "whether the area lies in a county with districts is not said")
    return Inapplicable("the area does not lie in a county with districts")


def councils(case: DutyCase) -> tuple[Authority, ...]:
    """The councils that are responsible authorities on the day judged: two of them in a two-tier district."""
    return tuple(found for found in authorities(case.partnership, case.law) if is_council(found.partner))


def unlisted(case: DutyCase) -> Iterator[Unknown]:
    """Doubt about the whole where the list of partners may lack an authority, or names none."""
    if not case.partnership.complete("partners", case.day):
        why = f"whether all responsible authorities of {say(case.day)} are on record is not known"
        yield Unknown(Pointer("data/partners.yaml"), why)
    elif not authorities(case.partnership, case.law):
        yield Unknown(Pointer("data/partners.yaml"), "no partner on record is a responsible authority")
