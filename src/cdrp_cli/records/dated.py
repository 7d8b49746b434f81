"""Values that change on a day: a name, a tier, a police area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import BeforeValidator, Field

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.records.base import PUBLIC, Record, told
from cdrp_cli.records.fields import PartialDay, Text

T_co = TypeVar("T_co", covariant=True)


class Begins(Record):
    """The first day on which a value holds."""

    from_: PartialDay | None = told(
        "From",
        "The first day the value holds; none: since before the records.",
        example="2025-04-01",
        see=PUBLIC,
        default=None,
        key="from",
    )


class DatedText(Begins):
    """A text and the first day it holds."""

    value: Text = told("Value", "What holds from that day.", example="Exampleshire", see=PUBLIC)


class Holding(Protocol[T_co]):
    """Anything that says from when a value holds."""

    @property
    def from_(self) -> PartialDate | None:
        """The first day, None: since before the records."""

    @property
    def value(self) -> T_co:
        """What holds."""


def as_rows(value: Any) -> Any:
    """One value on its own is a list of one, without a first day."""
    return value if isinstance(value, list) or value is None else [{"value": value}]


DatedTexts = Annotated[tuple[DatedText, ...], Field(strict=False), BeforeValidator(as_rows)]
"""One text, or a list of texts with the day each begins."""


def value_on(values: Sequence[Holding[T_co]], day: date) -> T_co | None:
    """The value that holds on the day: the last whose first day has surely come; None before the first."""
    held: T_co | None = None
    for entry in values:
        if entry.from_ is None or entry.from_.latest <= day:
            held = entry.value
    return held
