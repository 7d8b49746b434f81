"""Every field of every record is explained to the officer, and somebody has decided who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from pydantic.fields import FieldInfo

from cdrp_cli import records
from cdrp_cli.records.base import Record, Visibility

PRIVATE_ON_PURPOSE = {"Declaration.reason"}
"""A field that does not say is private; one that means it is written here as well."""


def _models(base: type[Record]) -> Iterator[type[Record]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _fields() -> dict[str, FieldInfo]:
    for module in iter_modules(records.__path__, "cdrp_cli.records."):
        import_module(module.name)
    models = (model for model in _models(Record) if model.__module__.startswith("cdrp_cli."))
    return {f"{model.__name__}.{name}": field for model in models for name, field in model.model_fields.items()}


FIELDS = _fields()


def _sight(field: FieldInfo) -> object:
    extra = field.json_schema_extra
    return extra.get("visibility") if isinstance(extra, dict) else None


def test_the_fields_were_found() -> None:
    assert {"Meeting.date", "Partner.name", "Attendance.post", "Paper.title", "Waiver.reason"} <= FIELDS.keys()


def test_every_field_is_explained() -> None:
    assert [name for name, field in FIELDS.items() if not (field.title and field.description and field.examples)] == []
    assert [name for name, field in FIELDS.items() if not str(field.description).endswith(".")] == []


def test_every_field_says_who_may_see_it() -> None:
    silent = [name for name, field in FIELDS.items() if _sight(field) not in set(Visibility)]
    assert silent == [], "write it with records.base.told"


def test_what_is_private_is_so_on_purpose() -> None:
    private = {name for name, field in FIELDS.items() if _sight(field) == Visibility.PRIVATE}
    assert private == PRIVATE_ON_PURPOSE, "give the field see=PUBLIC or see=MEMBERS, or list it here"
