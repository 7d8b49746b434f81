"""What a template is given, as kinds of values: which names each has, and what its rows are.

A kind is a type as Python writes it: `str`, `tuple[Line, ...]`, `date | None`. Kinds are taken from the values of real
views and from what their classes declare, so that no list of names has to be kept by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache, reduce
from operator import or_
from types import GenericAlias, NoneType, UnionType
from typing import Any, Never, Union, get_args, get_origin, get_type_hints

from jinja2.runtime import LoopContext
from markupsafe import Markup
from pydantic import BaseModel

from cdrp_cli.rendering.marked import Prose, Written

Kind = Any
"""`Any` where nobody can say."""
Names = Mapping[str, Kind]


def kind_of(value: object) -> Kind:
    """The kind of a value of a view."""
    if isinstance(value, Mapping):
        return GenericAlias(dict, (either(map(kind_of, value)), either(map(kind_of, value.values()))))
    if isinstance(value, tuple | list):
        parts = [kind_of(each) for each in value]
        return rows_of(either(parts)) if _alike(value) else GenericAlias(tuple, tuple(parts))
    return type(value)


def rows_of(kind: Kind) -> Kind:
    """The kind of a list with rows of one kind."""
    return GenericAlias(tuple, (kind, ...))


def either(kinds: Iterable[Kind]) -> Kind:
    """One of the kinds, None left out; `Never` where there is none, `Any` where one is."""
    flat = list(dict.fromkeys(each for kind in kinds for each in members(kind)))
    if Any in flat:
        return Any
    rows = [_element(each) for each in flat if _is_rows(each)]
    if len(rows) > 1:
        flat = [*(each for each in flat if not _is_rows(each)), rows_of(either(rows))]
    return reduce(or_, flat) if flat else Never


def members(kind: Kind) -> tuple[Kind, ...]:
    """The kinds that a kind may be, without None."""
    parts = get_args(kind) if _origin(kind) in (Union, UnionType) else (kind,)
    return tuple(each for each in parts if each not in (NoneType, None, Never))


def attribute(kind: Kind, name: str) -> Kind | None:
    """The kind of what a value has under a name; None where it has nothing of that name."""
    if kind is Any or kind is Never:
        return Any
    found = [each for each in (_attribute(member, name) for member in members(kind)) if each is not None]
    return either(found) if found else None


def names_of(kind: Kind) -> tuple[str, ...]:
    """The names that records of this kind have; none for words, days and the like, which templates print whole."""
    return tuple(dict.fromkeys(name for member in members(kind) for name in _declared(member)))


def element(kind: Kind) -> Kind:
    """The kind of what a loop over the value gives."""
    return either(_element(member) for member in members(kind)) if kind is not Any else Any


def unpacked(kind: Kind, count: int) -> tuple[Kind, ...]:
    """The kinds of the parts, where a loop takes each row apart."""
    for member in members(kind):
        if _origin(member) is tuple and len(get_args(member)) == count and Ellipsis not in get_args(member):
            return get_args(member)
    return (element(kind),) * count


def is_list(kind: Kind) -> bool:
    """Whether the value is surely a list."""
    found = members(kind) if kind is not Any else ()
    return bool(found) and all(_origin(each) in (tuple, list) for each in found)


def finished(kind: Kind) -> bool:
    """Whether the value is finished Markdown, of which a template may name nothing."""
    return bool(members(kind)) and all(isinstance(each, type) and issubclass(each, Markup) for each in members(kind))


def _attribute(member: Kind, name: str) -> Kind | None:
    if member is Any:
        return Any
    if name in _declared(member):
        return _declared(member)[name]
    return Any if hasattr(member if _origin(member) is None else _origin(member), name) else None


@cache
def _declared(member: Kind) -> Names:
    """The fields of a class of ours, and what a loop knows of itself; nothing for any other kind."""
    if not isinstance(member, type):
        return {}
    if member is LoopContext:
        return dict.fromkeys((name for name in dir(member) if not name.startswith("_")), Any)
    if issubclass(member, BaseModel):
        return {name: _plain(field.annotation) for name, field in member.model_fields.items()}
    if member in (Prose, Written):
        return {}  # printed whole
    if is_dataclass(member) and member.__module__.startswith("cdrp_cli.rendering"):
        return {name: _plain(hint) for name, hint in get_type_hints(member).items()}
    return {}


def _plain(hint: Kind) -> Kind:
    return either([hint])


def _alike(values: tuple[object, ...] | list[object]) -> bool:
    """Whether they are rows of one kind rather than the parts of one row."""
    return isinstance(values, list) or len({type(each) for each in values}) < 2


def _is_rows(kind: Kind) -> bool:
    return _origin(kind) in (tuple, list) and (_origin(kind) is list or Ellipsis in get_args(kind))


def _element(member: Kind) -> Kind:
    origin, parts = _origin(member), get_args(member)
    if origin in (tuple, list):
        return either(each for each in parts if each is not Ellipsis)
    if origin is dict:
        return parts[0]
    return str if member is str else Any


def rows_of_items(kind: Kind, what: str) -> Kind:
    """The kind of `items()`, `keys()` or `values()` of a table of names; `Any` of what is none."""
    tables = [get_args(each) for each in members(kind) if _origin(each) is dict]
    if not tables:
        return Any
    keys, values = (either(table[place] for table in tables) for place in (0, 1))
    return rows_of({"items": GenericAlias(tuple, (keys, values)), "keys": keys, "values": values}[what])


def told(kind: Kind) -> str:
    """The names that a value has, those of what they hold in brackets: `number, title, decisions (of, text, more)`."""
    return ", ".join(_with_names(name, attribute(kind, name)) for name in names_of(kind))


def _with_names(name: str, kind: Kind) -> str:
    inside = told(kind) or told(element(kind))
    return f"{name} ({inside})" if inside else name


def _origin(kind: Kind) -> object:
    """What a kind is made from: `tuple` of `tuple[str, ...]`; None of a plain one."""
    found: object = get_origin(kind)
    return found
