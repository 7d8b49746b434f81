"""The types of single fields: text, days, references; each refuses what it cannot take, in words for the officer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, GetPydanticSchema, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from cdrp_cli.core.citation import SLUG, Citation, Owner, parse_action, parse_meeting, parse_post, parse_slug
from cdrp_cli.core.dates import PartialDate, parse_day
from cdrp_cli.core.errors import MisreadError
from cdrp_cli.core.frozen import Frozen

T = TypeVar("T")
_LONGEST = 1000
"""So many days or months are more than any terms set, and few enough to count from any day."""


class Refers(Frozen):
    """Marks a field that names another record; `kind` says what it may name."""

    kind: str


def misread(error: MisreadError) -> PydanticCustomError:
    """The same refusal, as pydantic wants it."""
    return PydanticCustomError(error.rule, "{fact}", {"fact": error.message, "help": error.help})


def _text(value: Any) -> Any:
    """A whole number is taken as its own text; true, false, lists and mappings are refused by the model."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def _parsed(parse: Callable[[str], T]) -> Callable[[Any], Any]:
    parse = cache(parse)  # the same few hundred names and days stand in every meeting, and what is read is frozen

    def convert(value: Any) -> Any:
        text = _text(value)
        if not isinstance(text, str):
            return text
        try:
            return parse(text)
        except MisreadError as error:
            raise misread(error) from None

    return convert


def _clock(text: str) -> str:
    if re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", text, re.ASCII) is None:
        raise MisreadError("not-a-time", f"{text!r} is not a time of day", 'write hours and minutes in quotes: "10:00"')
    return text


def _number(value: int) -> int:
    if not 0 <= value <= _LONGEST:
        fact = f"{value} is no number that is meant here"
        raise misread(MisreadError("wrong-kind", fact, f"write a whole number from 0 to {_LONGEST}"))
    return value


def _as(convert: Callable[[Any], Any], then: core_schema.CoreSchema | None = None) -> GetPydanticSchema:
    """Reads a field by `convert`, then by `then`, a text unless said; put together once for all fields of the type."""
    whole = core_schema.no_info_before_validator_function(convert, then or core_schema.str_schema())
    return GetPydanticSchema(lambda _source, _handler: whole)


def _instance_of(kind: type[T], parse: Callable[[str], T], schema: dict[str, Any], *marks: Refers) -> Any:
    """A field type that reads text into a value of ours."""
    return Annotated[kind, _as(_parsed(parse), core_schema.is_instance_schema(kind)), WithJsonSchema(schema), *marks]


Text = Annotated[str, _as(_text, core_schema.str_schema(min_length=1))]
"""Words; a plain whole number is taken as its own text."""

Number = Annotated[int, AfterValidator(_number), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": _LONGEST})]
"""How many: days or months counted from a day, minutes of time, meetings, people."""

Slug = Annotated[str, _as(_parsed(parse_slug)), WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"})]
"""An id."""

Clock = Annotated[str, _as(_parsed(_clock))]
"""A time of day, `10:00`."""

Day = _instance_of(date, parse_day, {"type": "string", "format": "date"})
"""A whole day."""

PartialDay = _instance_of(
    PartialDate, PartialDate.parse, {"type": "string", "pattern": r"^(\d{4}(-\d\d(-\d\d)?)?|unknown)$"}
)
"""A day, a month, a year, or `unknown`."""

OwnerText = _instance_of(Owner, Owner.parse, {"type": "string"}, Refers("owner"))
"""A post, `body:ID`, `chair:BODY`, or plain words."""

Asker = _instance_of(Owner, Owner.parse, {"type": "string"}, Refers("party"))
"""A partner, a body, a post, or plain words; what is written as an id links."""

Asked = Annotated[Text, Refers("party")]
"""A partner or a body."""

MinuteRef = _instance_of(Citation, Citation.parse, {"type": "string"}, Refers("minute"))
"""`95 of 2025-07-22-board` or `item 5 of 2025-07-22-board`."""

PartnerId = Annotated[Slug, Refers("partner")]
PostId = Annotated[str, _as(_parsed(parse_post)), Refers("post")]
BodyId = Annotated[Slug, Refers("body")]
MeetingId = Annotated[str, _as(_parsed(parse_meeting)), Refers("meeting")]
ActionId = Annotated[str, _as(_parsed(parse_action)), Refers("action")]
DocumentId = Annotated[Slug, Refers("document")]
PaperName = Annotated[Text, Refers("paper")]
ActivityId = Annotated[Slug, Refers("activity")]
RowRef = Annotated[Text, Refers("checklist row")]
DutyId = Annotated[Slug, Refers("duty")]
DataSetId = Annotated[Slug, Refers("data set")]


def _one_or_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


Rows = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in the file, a tuple in memory."""

OneOrMore = Annotated[tuple[T, ...], Field(strict=False), BeforeValidator(_one_or_list)]
"""One value or a list of them."""
