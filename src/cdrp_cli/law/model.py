"""The law as rules and documents see it: frozen values, each complete in itself. No pydantic, no YAML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.words import nearest
from cdrp_cli.law.words import TRUST, Binds, Bound, Group, Kind, Nation, PartnerKind, Subject, Tier, Time, Trust


class Confidence(Frozen):
    """How the text, the dates and the holder of a version are known, each for itself."""

    text: Trust
    dates: Trust
    holder: Trust

    @property
    def weakest(self) -> Trust:
        """The least firm of the three: the one word for a table."""
        return max((self.text, self.dates, self.holder), key=TRUST.index)

    @property
    def firm(self) -> bool:
        """Whether all three were read, or taken from an annotation; else no finding goes beyond a warning."""
        return self.weakest in ("read", "annotation")


class Version(Frozen):
    """What one provision asked from one day to another; `until` is the first day no longer, None: still in force.

    `subjects`: what it is about, where the text lists that. `holders`: the kinds of partner that hold a prescribed
    data set; empty on a data set means that nobody knows who holds it.
    """

    from_: date
    until: date | None
    citation: str
    requirement: str
    evidence: str
    test: str
    sources: tuple[str, ...]
    confidence: Confidence
    subjects: tuple[Subject, ...] = ()
    holders: tuple[PartnerKind, ...] = ()
    note: str = ""
    changed_by: str = ""
    ended_by: str = ""

    def covers(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.from_ <= day and (self.until is None or day < self.until)


class Duty(Frozen):
    """One duty, power or structure, with its versions in each nation, earliest first and without a break."""

    id: str
    family: str
    title: str
    kind: Kind
    bound: Bound
    binds: Binds
    period: Time
    checklist: tuple[str, ...]
    follows: tuple[str, ...]
    gap: str
    england: tuple[Version, ...]
    wales: tuple[Version, ...]

    def versions(self, nation: Nation) -> tuple[Version, ...]:
        """All versions in that nation, earliest first; none where the nation never had it."""
        return self.england if nation == "england" else self.wales

    def on(self, nation: Nation, day: date) -> Version | None:
        """The version in force that day in that nation."""
        return next((version for version in self.versions(nation) if version.covers(day)), None)


class BodyRule(Frozen):
    """Which partners section 5 of the Act of 1998 makes responsible, co-operating or invited bodies, and when.

    `tiers` empty: in any area. `needs_arrangements`: only a provider whose arrangements under section 3 of the
    Offender Management Act 2007 say so. `until` is the first day no longer.
    """

    id: str
    group: Group
    label: str
    kinds: tuple[PartnerKind, ...]
    nation: Nation
    from_: date
    until: date | None
    citation: str
    sources: tuple[str, ...]
    confidence: Confidence
    tiers: tuple[Tier, ...] = ()
    needs_arrangements: bool = False
    changed_by: str = ""
    ended_by: str = ""
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether section 5 names it that day."""
        return self.from_ <= day and (self.until is None or day < self.until)


class NotVerified(Frozen):
    """Something not read or checked, and the duties and bodies it touches; both empty: the whole catalogue."""

    id: str
    text: str
    duties: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Change(Frozen):
    """One event in the life of a duty: begun has no `before`, ended no `after`, reworded both."""

    duty: Duty
    day: date
    before: Version | None
    after: Version | None


class Changes(Frozen):
    """What changed between two days, each list by day and then in the catalogue's order."""

    ended: tuple[Change, ...]
    begun: tuple[Change, ...]
    reworded: tuple[Change, ...]


class LawOn(Frozen):
    """The law of one nation as it stood on one day."""

    nation: Nation
    day: date
    duties: Mapping[str, Duty]
    all_bodies: tuple[BodyRule, ...]

    def version(self, duty_id: str) -> Version | None:
        """The version in force, None where it is not in force that day; UnknownIdError where no such duty exists."""
        return find(self.duties, duty_id).on(self.nation, self.day)

    def in_force(self) -> tuple[tuple[Duty, Version], ...]:
        """Every duty, power and structure in force that day, in the catalogue's order."""
        found = ((duty, duty.on(self.nation, self.day)) for duty in self.duties.values())
        return tuple((duty, version) for duty, version in found if version is not None)

    def bodies(self, group: Group) -> tuple[BodyRule, ...]:
        """The bodies of that group that section 5 names that day; whether the area has one is not said here."""
        return tuple(
            body
            for body in self.all_bodies
            if body.group == group and body.nation == self.nation and body.covers(self.day)
        )


def find(duties: Mapping[str, Duty], duty_id: str) -> Duty:
    """The duty of that id; UnknownIdError with the nearest ids where there is none."""
    duty = duties.get(duty_id)
    if duty is None:
        raise UnknownIdError("duty", duty_id, nearest(duty_id, duties))
    return duty
