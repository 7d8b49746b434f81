"""What all records share: frozen, strict, closed; each field says what it is and who may see it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from cdrp_cli.core.pointer import Pointer, Step

NOWHERE = Pointer("")


class Visibility(StrEnum):
    """Who may see a field; a field that does not say is private."""

    PUBLIC = "public"
    MEMBERS = "members"
    PRIVATE = "private"


PUBLIC, MEMBERS, PRIVATE = Visibility.PUBLIC, Visibility.MEMBERS, Visibility.PRIVATE


class Record(BaseModel):
    """A mapping in a record: unknown keys are refused, values are never converted in silence, nothing changes later."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", regex_engine="python-re", defer_build=True)


class Entry(Record):
    """A record that can be pointed at: it knows the file and the position it was read from."""

    _pointer: Pointer = PrivateAttr(default_factory=lambda: NOWHERE)  # a default would be copied for each record

    @property
    def pointer(self) -> Pointer:
        """Where the record begins."""
        return self._pointer

    def at(self, *steps: Step) -> Pointer:
        """The place of a field: `meeting.at("items", 3, "owner")`; keys as they are written in the file."""
        return self._pointer.at(*steps)

    def placed(self, pointer: Pointer) -> None:
        """Tells the record where it was read from; done once, by the loader."""
        object.__setattr__(self, "_pointer", pointer)
        private = self.__pydantic_private__
        if private is not None:
            private["_pointer"] = pointer


def told(
    title: str,
    description: str,
    *,
    example: Any,
    see: Visibility = PRIVATE,
    default: Any = ...,
    key: str | None = None,
) -> Any:
    """A field in the officer's words: they become editor help. `key` is the key in the file where Python forbids it."""
    return Field(
        default,
        alias=key,
        title=title,
        description=description,
        examples=[example],
        json_schema_extra={"visibility": see.value},
    )
