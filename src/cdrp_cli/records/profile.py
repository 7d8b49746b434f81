"""`data/partnership.yaml`: what the partnership is and how far its records reach."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from cdrp_cli.core.dates import parse_day
from cdrp_cli.core.errors import MisreadError
from cdrp_cli.core.words import did_you_mean
from cdrp_cli.records.base import PUBLIC, Entry, Record, told
from cdrp_cli.records.dated import Begins, DatedTexts, as_rows, value_on
from cdrp_cli.records.fields import Day, Number, Rows, Text, misread

Nation = Literal["england", "wales"]
Tier = Literal["two-tier", "unitary", "london", "city-of-london", "metropolitan", "county"]

KINDS = (
    "partners",
    "bodies",
    "meetings",
    "documents",
    "papers",
    "returns",
    "requests",
    "engagement",
    "hallmarks",
    "positions",
)
"""The kinds of record whose completeness can be told apart."""


def _completeness(value: Any) -> Any:
    if value is None:
        return None
    return (
        {kind: _first_complete(day) for kind, day in value.items()}
        if isinstance(value, dict)
        else {"": _first_complete(value)}
    )


def _first_complete(value: Any) -> date:
    if value == "never":
        return date.max
    try:
        return parse_day(str(value))
    except MisreadError as error:
        raise misread(error) from None


def _known_kinds(value: dict[str, date] | None) -> dict[str, date] | None:
    for kind in value or ():
        if kind and kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"kinds are {', '.join(KINDS)}"
            raise misread(MisreadError("not-a-choice", f"{kind!r} is no kind of record", hint))
    return value


class DatedTier(Begins):
    """A tier of local government and the first day it holds."""

    value: Tier = told("Value", "The tier from that day.", example="unitary", see=PUBLIC)


DatedTiers = Annotated[tuple[DatedTier, ...], Field(strict=False), BeforeValidator(as_rows)]


class Extent(Record):
    """How far the records reach."""

    complete_from: Annotated[
        dict[str, date] | None, BeforeValidator(lambda value: _known_kinds(_completeness(value)))
    ] = told(
        "Complete from",
        "The first day from which nothing is missing, or never, or a day for each kind of record."
        " Absence proves something only from then on.",
        example="2024-04-01",
        see=PUBLIC,
        default=None,
    )
    until: Day | None = told(
        "Until", "For an archive: the first day no longer kept.", example="2011-07-27", see=PUBLIC, default=None
    )


class Defaults(Record):
    """House values used where a record gives none."""

    stale_after_months: Number = told(
        "Stale after", "Months after which evidence counts as stale.", example=12, see=PUBLIC, default=12
    )
    clear_days: Number = told(
        "Clear days", "Clear days' notice where terms of reference give none.", example=5, see=PUBLIC, default=5
    )


class Ends(Record):
    """How the partnership ended."""

    on: Day = told("On", "The first day it was no more.", example="2028-04-01", see=PUBLIC)
    succeeded_by: Text | None = told(
        "Succeeded by",
        "The partnership that took over.",
        example="Newshire Community Safety Partnership",
        see=PUBLIC,
        default=None,
    )
    instrument: Text | None = told(
        "Instrument",
        "The order or agreement that ended it.",
        example="Combination agreement of 3 March 2028",
        see=PUBLIC,
        default=None,
    )


class Profile(Entry):
    """What the partnership is, where, and how far its records reach."""

    name: DatedTexts = told(
        "Name",
        "The partnership's name, or its names by date.",
        example="Exampleshire Vale Community Safety Partnership",
        see=PUBLIC,
    )
    area: Text = told("Area", "The area it serves.", example="Exampleshire Vale", see=PUBLIC)
    nation: Nation = told("Nation", "Whose law applies.", example="england", see=PUBLIC)
    tier: DatedTiers = told(
        "Tier", "The kind of local government; left out in Wales.", example="two-tier", see=PUBLIC, default=()
    )
    police_area: DatedTexts = told(
        "Police area", "The police area it lies in.", example="Exampleshire", see=PUBLIC, default=()
    )
    records: Extent = told(
        "Records", "How far the records reach.", example={"complete_from": "2024-04-01"}, see=PUBLIC, default=Extent()
    )
    defaults: Defaults = told("Defaults", "House values.", example={"clear_days": 5}, see=PUBLIC, default=Defaults())
    closed_days: Rows[Day] = told(
        "Closed days",
        "Days to treat as bank holidays besides the known ones.",
        example=["2025-12-29"],
        see=PUBLIC,
        default=(),
    )
    ends: Ends | None = told(
        "Ends", "How the partnership ended.", example={"on": "2028-04-01"}, see=PUBLIC, default=None
    )

    def name_on(self, day: date) -> str:
        """The name on the day, the first name before any."""
        return value_on(self.name, day) or (self.name[0].value if self.name else self.area)

    def tier_on(self, day: date) -> Tier | None:
        """The tier on the day; None in Wales and where it is not said."""
        return value_on(self.tier, day)

    def complete_from(self, kind: str) -> date | None:
        """The first day from which the records of that kind are complete; None: throughout."""
        days = self.records.complete_from
        return None if days is None else days.get("") or days.get(kind)
