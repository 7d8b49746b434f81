"""The sources of the catalogue of law: the YAML files in which it is kept, checked against their shape and each other.

A run reads what was stored of them (`stored`); this is for whoever changes the law, and for the tests.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from importlib.resources import files
from itertools import chain
from typing import TypeVar

from cdrp_cli.law.model import BodyRule, Duty, NotVerified
from cdrp_cli.law.stored import Stored
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
    """The law as written contradicts itself or its own shape."""


def from_sources() -> Stored:
    """The law as its files say it; BrokenCatalogueError where they are damaged."""
    families = (_load(f"duties/{family}.yaml", DutyFile).resolved(family) for family in FAMILIES)
    bodies = [row.resolved() for row in _load("bodies.yaml", BodiesFile).bodies]
    return assemble(chain.from_iterable(families), bodies, _load("about.yaml", AboutFile))


def assemble(duties: Iterable[Duty], bodies: Iterable[BodyRule], about: AboutFile) -> Stored:
    """One whole of what stands in several files; BrokenCatalogueError where they contradict one another."""
    by_id = _by_id("duty", duties)
    bodies_by_id = _by_id("body", bodies)
    doubts = _by_id("doubt", (row.resolved() for row in about.not_verified)).values()
    _refuse_unknown("duty", chain.from_iterable(duty.follows for duty in by_id.values()), by_id)
    _refuse_unknown("duty", chain.from_iterable(doubt.duties for doubt in doubts), by_id)
    _refuse_unknown("body", chain.from_iterable(doubt.bodies for doubt in doubts), bodies_by_id)
    for duty in by_id.values():
        _check_succession(duty, by_id)
    return Stored(
        duties=tuple(by_id.values()),
        bodies=tuple(bodies_by_id.values()),
        read_to=about.read_to,
        instruments=about.instruments,
        not_verified=tuple(doubts),
    )


def _load(name: str, shape: type[_File]) -> _File:
    path = files("cdrp_cli.law").joinpath(name)
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
