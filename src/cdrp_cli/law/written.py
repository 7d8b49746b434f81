"""The closed shape of a file of duties, and the step from what is written to what is complete in itself.

A version ends where the next begins: a file holds starts, and at most one `until`, the end of the duty. What a
version leaves out it has from its duty; sources that neither has come from the head of the file, by nation.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from cdrp_cli.core.dates import parse_day
from cdrp_cli.law.model import Confidence, Duty, Version
from cdrp_cli.law.words import Binds, Bound, Kind, PartnerKind, Subject, Time, Trust

T = TypeVar("T")


def _day(text: object) -> date:
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is not a day: write 2011-06-01")  # noqa: TRY004 - pydantic reports ValueError
    return parse_day(text)


def _first(*found: T | None) -> T:
    """The first that is said; that one of them is said was checked when the file was read."""
    return next(one for one in found if one is not None)


Listed = Annotated[tuple[T, ...], Field(strict=False)]  # YAML has lists where a frozen value has tuples
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Row(BaseModel):
    """Closed, strict and frozen: an unknown key is refused, and nothing is turned into what it is not."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ConfidenceRow(Row):
    """How text, dates and holder are known."""

    text: Trust
    dates: Trust
    holder: Trust

    def resolved(self) -> Confidence:
        """The same as a plain value."""
        return Confidence(self.text, self.dates, self.holder)


class SourcesRow(Row):
    """The addresses at which the law of a whole file was read, by nation."""

    england: Listed[Address] = ()
    wales: Listed[Address] = ()


class VersionRow(Row):
    """One version as written."""

    from_: Day = Field(alias="from")
    citation: Text
    until: Day | None = None
    changed_by: Text | None = None
    ended_by: Text | None = None
    confidence: ConfidenceRow | None = None
    subjects: Listed[Subject] = ()
    holders: Listed[PartnerKind] | None = None
    requirement: Text | None = None
    evidence: Text | None = None
    test: Text | None = None
    sources: Listed[Address] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until is not None and self.until <= self.from_:
            raise ValueError(f"until {self.until} is not after from {self.from_}")
        if self.ended_by and self.until is None:
            raise ValueError("ended_by without until: nothing ended")
        return self


class DutyRow(Row):
    """One duty as written; its texts hold for every version that has none of its own."""

    id: Id
    title: Text
    kind: Kind
    bound: Bound
    binds: Binds
    period: Time
    checklist: Listed[Text] = ()
    follows: Listed[Id] = ()
    gap: Text | None = None
    requirement: Text | None = None
    evidence: Text | None = None
    test: Text | None = None
    sources: Listed[Address] = ()
    confidence: ConfidenceRow | None = None
    holders: Listed[PartnerKind] = ()
    note: Text | None = None
    england: Listed[VersionRow] = ()
    wales: Listed[VersionRow] = ()

    @model_validator(mode="after")
    def _has_versions_in_order(self) -> Self:
        if not self.england and not self.wales:
            raise ValueError("no version in either nation")
        for versions in (self.england, self.wales):
            for one, other in pairwise(versions):
                if one.until is not None:
                    raise ValueError(f"until {one.until} stands on a version that another follows")
                if other.from_ <= one.from_:
                    raise ValueError(f"the version from {other.from_} stands after the one from {one.from_}")
        if self.gap and not self.follows:
            raise ValueError("gap without follows: there is nothing before it")
        return self

    @model_validator(mode="after")
    def _every_version_is_complete(self) -> Self:
        for version in (*self.england, *self.wales):
            for name in ("requirement", "evidence", "test", "confidence"):
                if not getattr(version, name) and not getattr(self, name):
                    raise ValueError(f"the version from {version.from_} has no {name}, nor has the duty")
        return self

    def resolved(self, family: str, heads: SourcesRow) -> Duty:
        """The duty with versions complete in themselves; `family` is its file, `heads` the sources at its head."""
        return Duty(
            id=self.id,
            family=family,
            title=self.title,
            kind=self.kind,
            bound=self.bound,
            binds=self.binds,
            period=self.period,
            checklist=self.checklist,
            follows=self.follows,
            gap=self.gap or "",
            england=self._line(self.england, heads.england),
            wales=self._line(self.wales, heads.wales),
        )

    def _line(self, rows: tuple[VersionRow, ...], sources: tuple[Address, ...]) -> tuple[Version, ...]:
        ends = [row.from_ for row in rows[1:]] + [row.until for row in rows[-1:]]
        return tuple(self._version(row, end, sources) for row, end in zip(rows, ends, strict=True))

    def _version(self, row: VersionRow, until: date | None, sources: tuple[Address, ...]) -> Version:
        return Version(
            from_=row.from_,
            until=until,
            citation=row.citation,
            requirement=_first(row.requirement, self.requirement),
            evidence=_first(row.evidence, self.evidence),
            test=_first(row.test, self.test),
            sources=row.sources or self.sources or sources,
            confidence=_first(row.confidence, self.confidence).resolved(),
            subjects=row.subjects,
            holders=_first(row.holders, self.holders),
            note=row.note or self.note or "",
            changed_by=row.changed_by or "",
            ended_by=row.ended_by or "",
        )


class DutyFile(Row):
    """One family of duties."""

    sources: SourcesRow = SourcesRow()
    duties: Listed[DutyRow]

    @model_validator(mode="after")
    def _every_version_has_a_source(self) -> Self:
        for duty in self.duties:
            for heads, versions in ((self.sources.england, duty.england), (self.sources.wales, duty.wales)):
                if not heads and not duty.sources and not all(version.sources for version in versions):
                    raise ValueError(f"{duty.id}: a version without sources")
        return self

    def resolved(self, family: str) -> tuple[Duty, ...]:
        """The duties of the file, complete in themselves."""
        return tuple(duty.resolved(family, self.sources) for duty in self.duties)
