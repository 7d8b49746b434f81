"""What a model is made of: the models inside each field, and which fields name other records."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.records.fields import Refers


class Part(Frozen):
    """One field: its key in the file, its name in the model, the models inside, the kind of record it names."""

    key: str
    name: str
    models: tuple[type[BaseModel], ...]
    refers: str | None


@cache
def parts(model: type[BaseModel]) -> tuple[Part, ...]:
    """The fields of a model in the order of its file."""
    found = []
    for name, field in model.model_fields.items():
        models: list[type[BaseModel]] = []
        refers: list[str] = [mark.kind for mark in field.metadata if isinstance(mark, Refers)]
        _look(field.annotation, models, refers)
        found.append(Part(field.alias or name, name, tuple(models), refers[0] if refers else None))
    return tuple(found)


def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys a mapping of this model may hold."""
    return tuple(part.key for part in parts(model))


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model of the mapping at `path`; None where the path leaves the models."""
    here: type[BaseModel] | None = model
    tags: tuple[type[BaseModel], ...] = ()
    for step in path:
        if isinstance(step, int):
            continue
        named = next((each for each in tags if _tag(each) == step), None)
        if named is not None:
            here, tags = named, ()
            continue
        part = next((part for part in parts(here) if part.key == step), None) if here is not None else None
        if part is None or not part.models:
            return None
        here, tags = part.models[0], part.models if len(part.models) > 1 else ()
    return here


_SPOKEN = {
    "profile": "partnership",
    "extent": "records entry",
    "defaults": "defaults entry",
    "ends": "ends entry",
    "terms": "block of terms of reference",
    "chair arrangements": "chair entry of terms of reference",
    "minutes": "minutes entry",
    "governs": "period",
    "arrangements": "period",
    "published": "published entry",
    "sent": "sent entry",
}
"""What a mapping is called where the model's name would not make a sentence."""


def spoken(model: type[BaseModel]) -> str:
    """The model's name with its article: `an item`, `a hallmark row`."""
    name = "".join(
        f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__.split("[")[0]
    ).strip()
    name = _SPOKEN.get(name, name)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _tag(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("kind")
    choices = get_args(field.annotation) if field is not None else ()
    return choices[0] if len(choices) == 1 else None


def _look(annotation: Any, models: list[type[BaseModel]], refers: list[str]) -> None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        models.append(annotation)
        return
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        refers.extend(mark.kind for mark in marks if isinstance(mark, Refers))
        _look(inner, models, refers)
    elif origin in (Union, UnionType, tuple, list):
        for inner in get_args(annotation):
            _look(inner, models, refers)
