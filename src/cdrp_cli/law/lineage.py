"""Which duties came in the place of which, and what a new version changed in the words of the one before."""

from __future__ import annotations

from datetime import date

from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.law.words import Nation


def lineage(law: Catalogue, duty: Duty) -> tuple[Duty, ...]:
    """The duty, those it came in the place of and those that came in its place, however often; the oldest first."""
    found = {duty.id}
    while True:
        near = {each.id for each in law.duties.values() if found & {each.id, *each.follows}}
        near |= {before for ident in near for before in law.duties[ident].follows}
        if near == found:
            break
        found = near
    return tuple(sorted((law.duties[ident] for ident in law.duties if ident in found), key=_begins))


def successors(law: Catalogue, duty: Duty, nation: Nation) -> tuple[Duty, ...]:
    """The duties that came in its place in that nation."""
    return tuple(each for each in law.duties.values() if duty.id in each.follows and each.versions(nation))


def differences(before: Version, after: Version) -> tuple[str, ...]:
    """What the law changed between two versions, in words: the provision, who holds it, its subjects, its text."""
    told = []
    if before.citation != after.citation:
        told.append(f"{before.citation} until then")
    told += _lists("subject", before.subjects, after.subjects)
    told += _lists("holder", before.holders, after.holders)
    if before.requirement != after.requirement:
        told.append(f"asked until then: {before.requirement}")
    return tuple(told)


def _lists(what: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    new = [each for each in after if each not in before]
    gone = [each for each in before if each not in after]
    told = [f"new {what}: {', '.join(new)}"] if new else []
    return told + ([f"no longer a {what}: {', '.join(gone)}"] if gone else [])


def _begins(duty: Duty) -> date:
    return min(version.from_ for version in (*duty.england, *duty.wales))
