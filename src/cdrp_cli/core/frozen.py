"""Frozen values, compared by what they hold; their classes are made in a fifth of the time that dataclasses take.

A check makes some ninety such classes before it reads its first record: docs/decisions/0011-frozen-values.md.
"""

from __future__ import annotations

from dataclasses import Field, FrozenInstanceError
from operator import attrgetter
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class _Fields(type):
    """Gives a class slots and a constructor for its annotated fields, those of the class it extends before its own."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        """The class; a field with a value in the class body may be left out."""
        if not bases:
            return super().__new__(cls, name, bases, body)
        own = tuple(body.get("__annotations__", ()))
        given = {field: body.pop(field) for field in own if field in body}
        if any(isinstance(value, Field) for value in given.values()):
            raise TypeError(f"{name}: a field that field() describes takes a dataclass")
        fields = (*bases[0].__dict__["__match_args__"], *own)
        defaults = bases[0].__dict__["_defaults"] | given
        added = {"__slots__": own, "__match_args__": fields, "_defaults": defaults, "_held": attrgetter(*fields)}
        return super().__new__(cls, name, bases, {**body, **added, "__init__": _constructor(fields, defaults)})


V = TypeVar("V", bound="Frozen")


class Frozen(metaclass=_Fields):
    """A frozen value: `class Owed(Frozen): partners: tuple[Partner, ...] = ()`.

    Equal to another of the same class that holds the same, and as hashable as what it holds. What `dataclasses` offers
    beside that (a field with a factory, keyword-only fields) takes a dataclass.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}
    _held: ClassVar[Any]

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._held(self) == self._held(other)

    def __hash__(self) -> int:
        return hash(self._held(self))

    def __repr__(self) -> str:
        held = ", ".join(f"{field}={getattr(self, field)!r}" for field in self.__match_args__)
        return f"{type(self).__name__}({held})"

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), tuple(getattr(self, field) for field in self.__match_args__)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"{name!r} of a frozen value cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"{name!r} of a frozen value cannot be deleted")


def held(value: Frozen) -> dict[str, Any]:
    """What the value holds, by field."""
    return {field: getattr(value, field) for field in value.__match_args__}


def replace(value: V, **changed: Any) -> V:
    """The same value but for the fields named."""
    return type(value)(**(held(value) | changed))


def _constructor(fields: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    taken = ", ".join(f"{field}=defaults[{field!r}]" if field in defaults else field for field in fields)
    put = "; ".join(f"put(self, {field!r}, {field})" for field in fields)
    made: dict[str, Any] = {"put": object.__setattr__, "defaults": defaults}
    exec(f"def __init__(self, {taken}): {put}", made)  # noqa: S102 - of the names of our own fields, as dataclasses do
    return made["__init__"]
