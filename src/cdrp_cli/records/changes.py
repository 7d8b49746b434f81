"""Changes to a record, each at one place, and what the record holds when they are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from cdrp_cli.core.pointer import Step


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at `path`, the key added where it is missing; `order` is the order of the record's keys."""

    path: tuple[Step, ...]
    value: Any
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Take the key at `path` away with its value."""

    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Append:
    """Add an entry at the end of the list at `path`."""

    path: tuple[Step, ...]
    value: Any


@dataclass(frozen=True, slots=True)
class Insert:
    """Add an entry to the list at `path`, before the one at `index`; at the end where that is the list's length."""

    path: tuple[Step, ...]
    index: int
    value: Any


Change: TypeAlias = Put | Drop | Append | Insert


def after(value: Any, change: Change) -> Any:
    """A copy of the value as it must be once the change is made; the places in it exist."""
    tree = _copied(value)
    parent = tree
    for step in change.path[:-1]:
        parent = parent[step]
    if isinstance(change, Put):
        parent[change.path[-1]] = _copied(change.value)
    elif isinstance(change, Drop):
        del parent[change.path[-1]]
    elif isinstance(change, Insert):
        parent[change.path[-1]].insert(change.index, _copied(change.value))
    else:
        parent[change.path[-1]].append(_copied(change.value))
    return tree


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_copied(entry) for entry in value]
    return value
