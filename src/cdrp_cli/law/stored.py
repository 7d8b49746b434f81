"""The law as it is stored beside its sources: already resolved and checked, so that a run need not do it again.

`catalogue.json` is written from the sources by `python tests/paperwork.py`; a test holds it to them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from cdrp_cli.core.frozen import Frozen, held
from cdrp_cli.law.model import BodyRule, Confidence, Duty, NotVerified, Version


class Stored(Frozen):
    """What the catalogue holds, in the order of its files."""

    duties: tuple[Duty, ...]
    bodies: tuple[BodyRule, ...]
    read_to: date
    instruments: dict[str, str]
    not_verified: tuple[NotVerified, ...]


def as_json(stored: Stored) -> str:
    """The text of `catalogue.json`; what is empty is left out, days are written `2011-06-01`."""
    return json.dumps(_short(stored), default=date.isoformat, ensure_ascii=False, indent=1) + "\n"


def from_json(text: bytes) -> Stored:
    """The same again; the file is taken to be whole, for a test compares it with its sources."""
    found = json.loads(text)
    return Stored(
        duties=tuple(map(_duty, found["duties"])),
        bodies=tuple(BodyRule(**_dated(row)) for row in found["bodies"]),
        read_to=date.fromisoformat(found["read_to"]),
        instruments=found["instruments"],
        not_verified=tuple(NotVerified(**_listed(row)) for row in found["not_verified"]),
    )


_MAY_BE_LEFT_OUT = frozenset(("subjects", "holders", "tiers", "note", "changed_by", "ended_by", "needs_arrangements"))
"""The fields that the model fills in by itself."""


def _short(node: Any) -> Any:
    if isinstance(node, Frozen):
        node = held(node)
    if isinstance(node, Mapping):
        return {key: _short(value) for key, value in node.items() if value or key not in _MAY_BE_LEFT_OUT}
    return [_short(each) for each in node] if isinstance(node, tuple) else node


def _duty(row: dict[str, Any]) -> Duty:
    for nation in ("england", "wales"):
        row[nation] = tuple(Version(**_dated(version)) for version in row[nation])
    return Duty(**_listed(row))


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """A version or a body with its days and its confidence."""
    row["from_"] = date.fromisoformat(row["from_"])
    row["until"] = None if row["until"] is None else date.fromisoformat(row["until"])
    row["confidence"] = Confidence(**row["confidence"])
    return _listed(row)


def _listed(row: dict[str, Any]) -> dict[str, Any]:
    """JSON has lists where a frozen value has tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
