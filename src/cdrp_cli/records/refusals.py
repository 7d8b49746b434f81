"""What a model refuses, told to the officer: the fact, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Step
from cdrp_cli.core.words import did_you_mean, either, nearest
from cdrp_cli.records.anatomy import keys, model_at, spoken

_MAPPING = "a mapping (keys and values)"
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "is_instance_of": "a date or a reference in text",
}
_IN_GENERAL = {
    "not-a-date": "write year-month-day: 2025-07-22",
    "not-a-time": 'write hours and minutes in quotes: "10:00"',
    "not-an-id": "ids are lower-case words joined by hyphens: plan-2025",
    "not-a-reference": "write 95 of 2025-07-22-board, 2025-07-22-board, 2025-07-22-board/a1 or vale/chief-executive",
}
"""What to write instead, where nothing of the record may be quoted."""

_READABLE = 12
"""As many words to choose from are named even where one of them is near."""


class Refusal(Frozen):
    """One refusal: the rule it breaks, fact and remedy, and the path of the value (or key) it is about."""

    rule: str
    message: str
    help: str
    path: tuple[Step, ...]
    at_key: bool = False


def refusal(model: type[BaseModel], detail: ErrorDetails, *, closed: bool) -> Refusal:
    """The refusal that pydantic's error stands for; with `closed` no word of the record is repeated."""
    kind, path = detail["type"], detail["loc"]
    if kind in _EXPECTED:
        return _wrong_kind(model, _EXPECTED[kind], detail["input"], path)
    if kind in ("string_too_short", "too_short"):
        return _nothing(model, path)
    explain = _EXPLAINED.get(kind)
    if explain is not None:
        return explain(model, detail, closed)
    if closed:
        return Refusal(kind, "the value here is not what this place asks for", _IN_GENERAL.get(kind, ""), path)
    return Refusal(kind, detail["msg"], str(detail.get("ctx", {}).get("help", "")), path)


def _unknown_key(model: type[BaseModel], detail: ErrorDetails, closed: bool) -> Refusal:
    path = detail["loc"]
    inside = model_at(model, path[:-1]) or model
    key = str(path[-1])
    known = keys(inside)
    hint = did_you_mean(key, known) or f"the keys of {spoken(inside)} are {', '.join(known)}"
    named = "a key here" if closed else repr(key)
    return Refusal("unknown-key", f"{named} is not a key of {spoken(inside)}", hint, path, at_key=True)


def _missing_key(model: type[BaseModel], detail: ErrorDetails, _closed: bool) -> Refusal:
    path = detail["loc"]
    inside = model_at(model, path[:-1]) or model
    key = str(path[-1])
    field = _field(inside, key)
    example = _example(field.examples[0]) if field is not None and field.examples else "…"
    return Refusal("missing-key", f"{spoken(inside)} needs the key {key}", f"add {key}: {example}", path)


def _example(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(_example(entry) for entry in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_example(entry)}" for key, entry in value.items()) + "}"
    return str(value).lower()


def _tag(_model: type[BaseModel], detail: ErrorDetails, closed: bool) -> Refusal:
    path, context = detail["loc"], detail.get("ctx", {})
    known = [word.strip(" '") for word in str(context.get("expected_tags", "decision, action")).split(",")]
    if detail["type"] == "union_tag_not_found":
        return Refusal("missing-key", "an outcome needs the key kind", f"write kind: {either(known)}", path)
    return _none_of("" if closed else str(context.get("tag")), known, (*path, "kind"))


def _choice(model: type[BaseModel], detail: ErrorDetails, closed: bool) -> Refusal:
    path, given = detail["loc"], detail["input"]
    known = [
        word.strip("'") for word in str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", ")
    ]
    if given is None:
        return _nothing(model, path)
    return _none_of("" if closed else str(given), known, path)


def _none_of(given: str, known: list[str], path: tuple[Step, ...]) -> Refusal:
    """`given` empty: it must not be repeated. A list too long to read is left out where a near word is known."""
    near = nearest(given, known, most=1) if given else ()
    remedy = f"write {either(known)}"
    if near:
        remedy = f"did you mean {near[0]}? {remedy if len(known) <= _READABLE else ''}".strip()
    named = repr(given) if given else "the value"
    return Refusal("not-a-choice", f"{named} is not one of the words that {_named(path)} may have", remedy, path)


def _wrong_kind(model: type[BaseModel], expected: str, given: Any, path: tuple[Step, ...]) -> Refusal:
    if given is None:
        return _nothing(model, path)
    if isinstance(given, bool):
        remedy = (
            f'put it in quotes if the word is meant: "{str(given).lower()}"'
            if expected == "text"
            else f"write {expected}"
        )
        return Refusal("wrong-kind", f"{str(given).lower()} stands where {expected} belongs", remedy, path)
    if expected == "true or false" and isinstance(given, str):
        return Refusal(
            "wrong-kind",
            "a word stands where true or false belongs",
            "write true or false, without quotes; yes and no are words",
            path,
        )
    what = {dict: "a mapping (keys and values)", list: "a list", str: "text", int: "a number"}
    found = next((word for kind, word in what.items() if isinstance(given, kind)), "something else")
    return Refusal("wrong-kind", f"{found} stands where {expected} belongs", _instead(expected), path)


def _instead(expected: str) -> str:
    if expected == "a list":
        return "begin each entry on its own line with a hyphen and a space, or write [a, b]"
    if expected.startswith("a mapping"):
        return "write keys and values: each key, a colon, a space, the value"
    return f"write {expected}"


def _nothing(model: type[BaseModel], path: tuple[Step, ...]) -> Refusal:
    if not path or isinstance(path[-1], int):
        return Refusal("nothing-written", "an entry of the list is empty", "write it, or delete its hyphen", path)
    inside = model_at(model, path[:-1]) or model
    field = _field(inside, path[-1])
    needed = field is not None and field.is_required()
    remedy = "write it: the record needs it" if needed else "write it, or delete the key"
    return Refusal("nothing-written", f"{_named(path)} is there but empty", remedy, path)


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    return next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)


_EXPLAINED: dict[str, Callable[[type[BaseModel], ErrorDetails, bool], Refusal]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _tag,
    "literal_error": _choice,
}


def _named(path: tuple[Step, ...]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "the value")
