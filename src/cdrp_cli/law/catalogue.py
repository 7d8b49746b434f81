"""The shipped catalogue of law: loaded once from the package, then asked for a nation and a day.

Whatever is wrong with the packaged files is a fault of the program, never of the records: it is raised.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from cdrp_cli.law.model import BodyRule, Change, Changes, Duty, LawOn, NotVerified, find
from cdrp_cli.law.words import Nation
from cdrp_cli.law.written import DutyFile
from cdrp_cli.law.written_beside import AboutFile, BodiesFile
from cdrp_cli.yamltext import read

FAMILIES = (
    "strategies",
    "partner-bodies",
    "strategy-group",
    "information-sharing",
    "data-sets",
    "strategic-assessment",
    "county",
    "partnership-plan",
    "engagement",
    "local-policing-body",
    "section-17",
    "scrutiny",
    "serious-violence",
    "reviews",
    "combination",
)
"""The files of duties, in the order in which they are listed."""

_NATIONS: tuple[Nation, ...] = ("england", "wales")
_File = TypeVar("_File", AboutFile, BodiesFile, DutyFile)
_Row = TypeVar("_Row", Duty, BodyRule, NotVerified)


class BrokenCatalogueError(RuntimeError):
    """The packaged law contradicts itself or its own shape: a fault of the program."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every duty of the law as read up to and including `read_to`; `instruments` spells out short citations."""

    duties: Mapping[str, Duty]
    bodies: tuple[BodyRule, ...]
    read_to: date
    instruments: Mapping[str, str]
    not_verified: tuple[NotVerified, ...]

    def duty(self, duty_id: str) -> Duty:
        """The duty of that id; UnknownIdError with the nearest ids where there is none."""
        return find(self.duties, duty_id)

    def on(self, nation: Nation, day: date) -> LawOn:
        """The law of that nation as it stood on that day."""
        return LawOn(nation, day, self.duties, self.bodies)

    def changes(self, nation: Nation, start: date, end: date) -> Changes:
        """What ended, began or was reworded after `start`, up to and including `end`.

        A duty that began and ended between the two days is in both lists.
        """
        every = (event for duty in self.duties.values() for event in _events(duty, nation))
        events = sorted((event for event in every if start < event.day <= end), key=lambda event: event.day)
        return Changes(
            ended=tuple(event for event in events if event.after is None),
            begun=tuple(event for event in events if event.before is None),
            reworded=tuple(event for event in events if event.before and event.after),
        )


@cache
def catalogue() -> Catalogue:
    """The packaged catalogue, read once; BrokenCatalogueError where the package is damaged."""
    families = (_load(f"duties/{family}.yaml", DutyFile).resolved(family) for family in FAMILIES)
    bodies = [row.resolved() for row in _load("bodies.yaml", BodiesFile).bodies]
    return assemble(chain.from_iterable(families), bodies, _load("about.yaml", AboutFile))


def assemble(duties: Iterable[Duty], bodies: Iterable[BodyRule], about: AboutFile) -> Catalogue:
    """One catalogue of what stands in several files; BrokenCatalogueError where they contradict one another."""
    by_id = _by_id("duty", duties)
    bodies_by_id = _by_id("body", bodies)
    doubts = _by_id("doubt", (row.resolved() for row in about.not_verified)).values()
    _refuse_unknown("duty", chain.from_iterable(duty.follows for duty in by_id.values()), by_id)
    _refuse_unknown("duty", chain.from_iterable(doubt.duties for doubt in doubts), by_id)
    _refuse_unknown("body", chain.from_iterable(doubt.bodies for doubt in doubts), bodies_by_id)
    for duty in by_id.values():
        _check_succession(duty, by_id)
    return Catalogue(
        duties=MappingProxyType(by_id),
        bodies=tuple(bodies_by_id.values()),
        read_to=about.read_to,
        instruments=MappingProxyType(about.instruments),
        not_verified=tuple(doubts),
    )


def _load(name: str, shape: type[_File]) -> _File:
    path = files(__package__).joinpath(name)
    document = read(name, path.read_bytes())
    if document.problems:
        raise BrokenCatalogueError(f"{name}: {document.problems[0].message}")
    try:
        return shape.model_validate(document.value)
    except ValueError as error:
        raise BrokenCatalogueError(f"{name}: {error}") from error


def _by_id(kind: str, rows: Iterable[_Row]) -> dict[str, _Row]:
    found: dict[str, _Row] = {}
    for row in rows:
        if row.id in found:
            raise BrokenCatalogueError(f"the {kind} {row.id} stands twice")
        found[row.id] = row
    return found


def _refuse_unknown(kind: str, idents: Iterable[str], known: Container[str]) -> None:
    for ident in idents:
        if ident not in known:
            raise BrokenCatalogueError(f"{ident} is named, but there is no such {kind}")


def _check_succession(duty: Duty, by_id: Mapping[str, Duty]) -> None:
    """A duty begins the day that the one it follows ends, in each nation that had both, or `gap` says why not."""
    broken = [before for before in duty.follows if not all(_joins(by_id[before], duty, nation) for nation in _NATIONS)]
    if broken and not duty.gap:
        raise BrokenCatalogueError(f"{duty.id} does not begin the day that {broken[0]} ends")
    if duty.gap and not broken:
        raise BrokenCatalogueError(f"{duty.id} explains a gap where there is none")


def _joins(before: Duty, after: Duty, nation: Nation) -> bool:
    old, new = before.versions(nation), after.versions(nation)
    return not old or not new or old[-1].until == new[0].from_


def _events(duty: Duty, nation: Nation) -> Iterable[Change]:
    before = None
    for version in duty.versions(nation):
        yield Change(duty, version.from_, before, version)
        before = version
    if before is not None and before.until is not None:
        yield Change(duty, before.until, before, None)
