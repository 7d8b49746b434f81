"""The closed shape of the files beside the duties: the bodies of section 5, and what the catalogue says of itself."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from cdrp_cli.law.model import BodyRule, NotVerified
from cdrp_cli.law.words import Group, Nation, PartnerKind, Tier
from cdrp_cli.law.written import Address, ConfidenceRow, Day, Id, Listed, Row, Text


class BodyRow(Row):
    """One line of section 5 in one nation."""

    id: Id
    group: Group
    label: Text
    kinds: Listed[PartnerKind]
    nation: Nation
    from_: Day = Field(alias="from")
    until: Day | None = None
    citation: Text
    changed_by: Text | None = None
    ended_by: Text | None = None
    confidence: ConfidenceRow
    tiers: Listed[Tier] = ()
    needs_arrangements: bool = False
    sources: Listed[Address]
    note: Text | None = None

    @model_validator(mode="after")
    def _is_a_period_of_a_known_kind(self) -> Self:
        if self.until is not None and self.until <= self.from_:
            raise ValueError(f"until {self.until} is not after from {self.from_}")
        if not self.kinds or not self.sources:
            raise ValueError("a body needs at least one partner kind and one source")
        if self.tiers and self.nation == "wales":
            raise ValueError("tiers belong to England alone")
        return self

    def resolved(self) -> BodyRule:
        """The same as a plain value."""
        return BodyRule(
            id=self.id,
            group=self.group,
            label=self.label,
            kinds=self.kinds,
            nation=self.nation,
            from_=self.from_,
            until=self.until,
            citation=self.citation,
            sources=self.sources,
            confidence=self.confidence.resolved(),
            tiers=self.tiers,
            needs_arrangements=self.needs_arrangements,
            changed_by=self.changed_by or "",
            ended_by=self.ended_by or "",
            note=self.note or "",
        )


class BodiesFile(Row):
    """The bodies of section 5."""

    bodies: Listed[BodyRow]


class NotVerifiedRow(Row):
    """Something not read or checked; no duties and no bodies: the whole catalogue."""

    id: Id
    text: Text
    duties: Listed[Id] = ()
    bodies: Listed[Id] = ()

    def resolved(self) -> NotVerified:
        """The same as a plain value."""
        return NotVerified(self.id, self.text, self.duties, self.bodies)


class AboutFile(Row):
    """How far the law was read, how its instruments are cited, and what is not verified."""

    read_to: Day
    instruments: dict[Text, Text]
    not_verified: Listed[NotVerifiedRow]
