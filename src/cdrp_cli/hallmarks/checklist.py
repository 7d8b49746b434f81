"""The shipped checklist, loaded once; whatever is wrong with it is a fault of the program and is raised."""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from cdrp_cli.yamltext import read

T = TypeVar("T")
Listed = Annotated[tuple[T, ...], Field(strict=False)]  # YAML has lists where a frozen value has tuples


class ChecklistRow(BaseModel):
    """One row: what it asks, on what ground, and which duties of the law stand behind it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    ref: str
    guide_ref: str = ""
    section: str
    hallmark: str = ""
    kind: Literal["statutory", "advice"]
    requirement: str
    answerable: bool = True
    nations: Listed[str] = ()
    tiers: Listed[str] = ()
    duties: Listed[str] = ()
    twins: Listed[str] = ()
    recurs: str = ""
    source: str
    confidence: Literal["read", "inferred"]
    note: str = ""


class Checklist(BaseModel):
    """The numbered rows, the supplementary ones that do not count, and the total the guide states."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    expected_total: int
    rows: Listed[ChecklistRow]
    supplementary: Listed[ChecklistRow]

    @cached_property
    def refs(self) -> frozenset[str]:
        """The references of all rows, numbered and supplementary."""
        return frozenset(row.ref for row in (*self.rows, *self.supplementary))


NONE = Checklist(expected_total=0, rows=(), supplementary=())
"""A checklist without rows."""


@cache
def checklist() -> Checklist:
    """The checklist of the package."""
    data = files("cdrp_cli.hallmarks").joinpath("checklist.yaml").read_bytes()
    return Checklist.model_validate(read("checklist.yaml", data).value)
