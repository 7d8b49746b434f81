"""The shipped catalogue of law: loaded once from the package, then asked for a nation and a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.law.model import BodyRule, Change, Changes, Duty, LawOn, NotVerified, find
from cdrp_cli.law.stored import from_json
from cdrp_cli.law.words import Nation


class Catalogue(Frozen):
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
    """The packaged catalogue, read once."""
    found = from_json(files("cdrp_cli.law").joinpath("catalogue.json").read_bytes())
    return Catalogue(
        duties=MappingProxyType({duty.id: duty for duty in found.duties}),
        bodies=found.bodies,
        read_to=found.read_to,
        instruments=MappingProxyType(found.instruments),
        not_verified=found.not_verified,
    )


def _events(duty: Duty, nation: Nation) -> Iterable[Change]:
    before = None
    for version in duty.versions(nation):
        yield Change(duty, version.from_, before, version)
        before = version
    if before is not None and before.until is not None:
        yield Change(duty, before.until, before, None)
