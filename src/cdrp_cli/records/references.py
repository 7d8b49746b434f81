"""Where a record names others: every field that refers, with its place, read off the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from cdrp_cli.core.citation import Citation, Owner, is_slug
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.anatomy import Part, parts
from cdrp_cli.records.base import Entry

KINDS = (
    "partner", "post", "body", "changed body", "party", "meeting", "minute", "action", "document", "paper", "activity",
    "checklist row", "duty", "data set",
)  # fmt: skip
"""What a field can name. A `changed body` may be one that the change begins; a `party` is a partner or a body."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming of a record by another: where, what kind, and what is written there.

    `value` is a Citation for a minute or an item, text otherwise. `closed`: it stands in exempt matter or in a
    declaration, so that a report must not repeat it.
    """

    at: Pointer
    kind: str
    value: str | Citation
    closed: bool = False


def references(record: Entry) -> Iterator[Reference]:
    """Every naming of another record in this one, in the order of its model; owners in plain words name nothing."""
    yield from _inside(record, record.pointer, closed=False)


def _inside(record: BaseModel, at: Pointer, *, closed: bool) -> Iterator[Reference]:
    closed = closed or getattr(record, "exempt", None) is not None
    for part in _naming(type(record)):
        value = getattr(record, part.name)
        if value is None:
            continue
        here = at.at(part.key)
        for spot, each in _each(value, here):
            yield from _one(part, each, spot, closed=closed or part.key == "declarations")


def _each(value: Any, at: Pointer) -> Iterator[tuple[Pointer, Any]]:
    if isinstance(value, tuple):
        yield from ((at.at(index), each) for index, each in enumerate(value))
    else:
        yield at, value


def _one(part: Part, value: Any, at: Pointer, *, closed: bool) -> Iterator[Reference]:
    if isinstance(value, BaseModel):
        yield from _inside(value, at, closed=closed)
    elif part.refers in ("owner", "party"):
        kind, name = _owner(value if isinstance(value, Owner) else Owner.parse(value), part.refers)
        if kind:
            yield Reference(at, kind, name, closed)
    elif part.refers == "partner or all":
        if value != "all":
            yield Reference(at, "partner", value, closed)
    elif part.refers is not None:
        yield Reference(at, part.refers, value, closed)


def _owner(owner: Owner, refers: str) -> tuple[str, str]:
    """The kind and id that an owner links to; of a party in plain words only what is written as an id."""
    if owner.kind == "post":
        return "post", owner.ident
    if owner.kind in ("body", "chair"):
        return "body", owner.ident
    return ("party", owner.ident) if refers == "party" and is_slug(owner.ident) else ("", "")


@cache
def _naming(model: type[BaseModel]) -> tuple[Part, ...]:
    """The fields of a model that name a record, or hold a model that does."""
    return tuple(part for part in parts(model) if part.refers or any(_naming(inner) for inner in part.models))
