"""Records with one word planted wherever the public may not look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from cdrp_cli.core.citation import Citation, Owner
from cdrp_cli.records.base import Record, Visibility
from cdrp_cli.records.fields import Refers
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.records.partners import Holder, Post
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.views.closed import closed_item

CANARY = "Kanarienvogel"


def planted(partnership: Partnership, *, links: bool) -> Partnership:
    """The records with the word in every field that is for members or private, and in all that a closed item says.

    The title of an open item is left, since agendas are made of it. `links`: also in place of each name of another
    record; without, what is named is still found.
    """
    meetings = tuple(_meeting(partnership, meeting, links=links) for meeting in partnership.meetings)
    return replace(
        partnership,
        partners=tuple(_sown(each, links=links) for each in partnership.partners),
        bodies=tuple(_sown(each, links=links) for each in partnership.bodies),
        meetings=meetings,
        papers=tuple(_sown(each, links=links) for each in partnership.papers),
    )


def _meeting(partnership: Partnership, meeting: Meeting, *, links: bool) -> Meeting:
    items = tuple(_item(partnership, item, links=links) for item in meeting.items)
    sown: Meeting = _sown(meeting.model_copy(update={"items": ()}), links=links)
    return sown.model_copy(update={"items": items})


def _item(partnership: Partnership, item: Item, *, links: bool) -> Item:
    sown: Item = _sown(item, links=links)
    if not closed_item(partnership, item):
        return sown.model_copy(update={"title": item.title})
    outcomes = tuple(
        each.model_copy(update={"text": CANARY}) if isinstance(each, Decision) else each for each in sown.outcomes
    )
    return sown.model_copy(update={"outcomes": outcomes, "purpose": CANARY, "duty": CANARY})


def _sown(record: Any, *, links: bool) -> Any:
    update = {name: _value(getattr(record, name), field, links=links) for name, field in _fields(record)}
    if isinstance(record, Post):
        update["holders"] = (Holder(name=CANARY),)
    return record.model_copy(update=update)


def _fields(record: Record) -> Iterator[tuple[str, FieldInfo]]:
    yield from type(record).model_fields.items()


def _value(value: Any, field: FieldInfo, *, links: bool) -> Any:
    if isinstance(value, Record):
        return _sown(value, links=links)
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return tuple(_sown(each, links=links) for each in value)
    extra = field.json_schema_extra
    if not isinstance(extra, dict) or extra.get("visibility") == Visibility.PUBLIC:
        return value
    return _hidden(value, set(_parts(field)), links=links)


def _hidden(value: Any, kinds: set[Any], *, links: bool) -> Any:
    if isinstance(value, Owner) or (value is None and Owner in kinds):
        return Owner("words", CANARY)
    if isinstance(value, Citation):
        return Citation("minute", CANARY, value.meeting) if links else value
    if isinstance(value, tuple) and value and isinstance(value[0], Owner | Citation):
        return tuple(_hidden(each, kinds, links=links) for each in value)
    linked = any(isinstance(kind, Refers) for kind in kinds)
    if str not in kinds or Literal in kinds or (linked and not links):
        return value
    if isinstance(value, tuple):
        return tuple(f"{each} {CANARY}" for each in value)
    return CANARY if linked or value is None else f"{value}\n\n{CANARY}"


def _parts(field: FieldInfo) -> Iterator[Any]:
    yield from (each for each in field.metadata if isinstance(each, Refers))
    yield from _flat(field.annotation)


def _flat(kind: Any) -> Iterator[Any]:
    if get_origin(kind) is Literal:
        yield Literal
        return
    yield kind if isinstance(kind, type | Refers) else None
    for part in (*get_args(kind), *getattr(kind, "__metadata__", ())):
        yield from _flat(part)
