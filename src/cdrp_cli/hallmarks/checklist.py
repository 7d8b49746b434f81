"""The shipped checklist, loaded once from what was stored of it: frozen values, no pydantic, no YAML.

`checklist.json` is written from `checklist.yaml` by `python tests/paperwork.py`; a test holds it to that.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

_CLOSED = {"extra": "forbid", "strict": True}
"""How `source` reads the file: no key beyond these, no value of another type."""


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One row: what it asks, on what ground, and which duties of the law stand behind it."""

    __pydantic_config__ = _CLOSED

    ref: str
    section: str
    kind: Literal["statutory", "advice"]
    requirement: str
    source: str
    confidence: Literal["read", "inferred"]
    guide_ref: str = ""
    hallmark: str = ""
    answerable: bool = True
    nations: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    recurs: str = ""
    note: str = ""


@dataclass(frozen=True)
class Checklist:
    """The numbered rows, the supplementary ones that do not count, and the total the guide states."""

    __pydantic_config__ = _CLOSED

    expected_total: int
    rows: tuple[ChecklistRow, ...]
    supplementary: tuple[ChecklistRow, ...]

    @cached_property
    def refs(self) -> frozenset[str]:
        """The references of all rows, numbered and supplementary."""
        return frozenset(row.ref for row in (*self.rows, *self.supplementary))


NONE = Checklist(expected_total=0, rows=(), supplementary=())
"""A checklist without rows."""


@cache
def checklist() -> Checklist:
    """The checklist of the package."""
    return from_json(files("cdrp_cli.hallmarks").joinpath("checklist.json").read_bytes())


def as_json(whole: Checklist) -> str:
    """The text of `checklist.json`; what is empty is left out."""
    rows = {key: [_short(row) for row in getattr(whole, key)] for key in ("rows", "supplementary")}
    return json.dumps({"expected_total": whole.expected_total, **rows}, ensure_ascii=False, indent=1) + "\n"


def from_json(text: bytes) -> Checklist:
    """The same again; the file is taken to be whole, for a test compares it with its source."""
    found = json.loads(text)
    return Checklist(found["expected_total"], *(tuple(map(_row, found[key])) for key in ("rows", "supplementary")))


def _short(row: ChecklistRow) -> dict[str, Any]:
    return {key: value for key, value in asdict(row).items() if value not in ("", ())}


def _row(found: dict[str, Any]) -> ChecklistRow:
    """JSON has lists where a frozen value has tuples."""
    whole: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}
    return ChecklistRow(**whole)
