"""Where a record names others: every field that refers, with its place, read off the models."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from cdrp_cli.core.citation import Citation, Owner, is_slug
from cdrp_cli.core.pointer import Pointer, Step
from cdrp_cli.records.anatomy import Part, parts
from cdrp_cli.records.base import Entry

KINDS = (
    "partner", "post", "body", "changed body", "party", "meeting", "minute", "action", "document", "paper", "activity",
    "checklist row", "duty", "data set",
)  # fmt: skip
"""What a field can name. A `changed body` may be one that the change begins; a `party` is a partner or a body."""


_CALLED = ("id", "name", "ref", "duty", "rule", "partner")
"""The fields that name a record, the best first."""


class Reference(NamedTuple):
    """One naming of a record by another: where, what kind, and what is written there.

    `value` is a Citation for a minute or an item, text otherwise; `by` the id of the record that names it. `closed`: it
    stands in exempt matter or in a declaration, so that a report must not repeat it.
    """

    at: Pointer
    kind: str
    value: str | Citation
    by: str = ""
    closed: bool = False


class _Source(NamedTuple):
    """The file, and what the record in it is called."""

    file: str
    by: str


def references(record: Entry) -> Iterator[Reference]:
    """Every naming of another record in this one, in the order of its model; owners in plain words name nothing."""
    found: list[Reference] = []
    at = record.pointer
    _gather(record, at.path, _Source(at.file, named(record)), False, found)
    return iter(found)


def named(record: Entry) -> str:
    """What the record is called in a report: its id, its reference, or what it is about."""
    names = (getattr(record, key, None) for key in _CALLED)
    return next((name for name in names if isinstance(name, str)), "partnership")


def _gather(part: BaseModel, path: tuple[Step, ...], source: _Source, closed: bool, found: list[Reference]) -> None:
    """Adds the references in a part of a record, which stands at `path` and is `closed` where what holds it is."""
    naming, may_be_exempt = _anatomy(type(part))
    closed = closed or (may_be_exempt and getattr(part, "exempt", None) is not None)
    for field in naming:
        value = getattr(part, field.name)
        if not value:
            continue
        within = closed or field.key == "declarations"
        if isinstance(value, tuple):
            for index, each in enumerate(value):
                _one(field, each, (*path, field.key, index), source, within, found)
        else:
            _one(field, value, (*path, field.key), source, within, found)


def _one(
    field: Part, value: Any, path: tuple[Step, ...], source: _Source, closed: bool, found: list[Reference]
) -> None:
    kind, name = field.refers or "", value
    if field.models and type(value) in field.models:
        _gather(value, path, source, closed, found)
        return
    if kind in ("owner", "party"):
        kind, name = _owner(value if isinstance(value, Owner) else Owner.parse(value), kind)
    elif kind == "partner or all":
        kind = "partner" if value != "all" else ""
    if kind:
        found.append(Reference(Pointer(source.file, path), kind, name, source.by, closed))


def _owner(owner: Owner, refers: str) -> tuple[str, str]:
    """The kind and id that an owner links to; of a party in plain words only what is written as an id."""
    if owner.kind == "post":
        return "post", owner.ident
    if owner.kind in ("body", "chair"):
        return "body", owner.ident
    return ("party", owner.ident) if refers == "party" and is_slug(owner.ident) else ("", "")


@cache
def _anatomy(model: type[BaseModel]) -> tuple[tuple[Part, ...], bool]:
    """The fields of a model that name a record, or hold a model that does; and whether it can be exempt."""
    naming = tuple(part for part in parts(model) if part.refers or any(_anatomy(inner)[0] for inner in part.models))
    return naming, "exempt" in model.model_fields
