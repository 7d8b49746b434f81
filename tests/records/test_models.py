"""What all records share: nothing changes later, nothing is converted in silence, no key but those of the file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from pydantic import ValidationError

from cdrp_cli import records
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.anatomy import keys, model_at, parts, spoken
from cdrp_cli.records.base import NOWHERE, Entry, Record
from cdrp_cli.records.bodies import Body, Terms
from cdrp_cli.records.items import Item
from cdrp_cli.records.kinds import KINDS
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Action, Decision
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.profile import Extent, Profile


def _below(base: type[Record]) -> Iterator[type[Record]]:
    for model in base.__subclasses__():
        yield model
        yield from _below(model)


def _models() -> list[type[Record]]:
    for module in iter_modules(records.__path__, "cdrp_cli.records."):
        import_module(module.name)
    return sorted(set(_below(Record)), key=lambda model: model.__name__)


MODELS = _models()
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def _example(model: type[Record]) -> dict[str, Any]:
    """The fields that must be there, as their own examples write them."""
    fields = model.model_fields.items()
    return {field.alias or name: field.examples[0] for name, field in fields if field.is_required() and field.examples}


def test_every_kind_of_record_is_among_the_models() -> None:
    assert {kind.model for kind in KINDS} <= set(MODELS)
    assert len(MODELS) > 40


@every_model
def test_nothing_of_a_record_changes_later(model: type[Record]) -> None:
    assert model.model_config["frozen"] is True
    assert model.model_config["strict"] is True
    assert model.model_config["extra"] == "forbid"
    for name, field in model.model_fields.items():
        assert "list[" not in str(field.annotation), f"{name}: a list could change; use Rows"


@every_model
def test_the_name_in_the_program_is_no_key_of_the_file(model: type[Record]) -> None:
    aliased = {name: field.alias for name, field in model.model_fields.items() if field.alias}
    for name, alias in aliased.items():
        assert alias == name.rstrip("_")
        with pytest.raises(ValidationError) as refused:
            model.model_validate({**_example(model), name: "2025-01-01"})
        assert (name,) in [error["loc"] for error in refused.value.errors() if error["type"] == "extra_forbidden"]
        assert name not in keys(model)
        assert alias in keys(model)


@every_model
def test_an_unknown_key_is_refused(model: type[Record]) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate({**_example(model), "zzz": 1})
    assert ("extra_forbidden", ("zzz",)) in [(error["type"], error["loc"]) for error in refused.value.errors()]


@every_model
def test_a_schema_can_be_made_for_editors(model: type[Record]) -> None:
    schema = model.model_json_schema(by_alias=True)
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(keys(model))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_examples_of_a_record_are_records(model: type[Record]) -> None:
    """The editor offers them: each must be what the field takes."""
    base = _example(model)
    for name, field in model.model_fields.items():
        for example in field.examples or ():
            written = {**base, field.alias or name: example}
            try:
                model.model_validate(written)
            except ValidationError as error:
                wrong = [each for each in error.errors() if each["loc"][:1] == ((field.alias or name),)]
                assert wrong == [], name


def test_a_value_cannot_be_set() -> None:
    post = Post.model_validate({"id": "chief", "title": "Chief Executive"})
    with pytest.raises(ValidationError):
        post.title = "Leader"  # type: ignore[misc]


def test_a_record_knows_where_it_was_read_once_it_was_told() -> None:
    body = Body.model_validate({"id": "board", "name": "Board"})
    assert body.pointer == NOWHERE
    body.placed(Pointer("data/bodies.yaml", ("bodies", 2)))
    assert body.at("seats", 0, "from") == Pointer("data/bodies.yaml", ("bodies", 2, "seats", 0, "from"))


def test_places_are_not_part_of_the_schema() -> None:
    assert issubclass(Meeting, Entry)
    assert "_pointer" not in Meeting.model_json_schema()["properties"]


@pytest.mark.parametrize(
    ("model", "article"),
    [
        (Item, "an item"),
        (Post, "a post"),
        (Profile, "a partnership"),
        (Extent, "a records entry"),
        (Action, "an action"),
    ],
)
def test_models_are_spoken_of_in_the_officer_s_words(model: type[Record], article: str) -> None:
    assert spoken(model) == article


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ((), Meeting),
        (("items", 3), Item),
        (("items", 3, "outcomes", 0, "action"), Action),
        (("items", 3, "outcomes", 0, "decision"), Decision),
        (("items", 3, "title"), None),
        (("nothing",), None),
        (("nothing", "deeper"), None),
    ],
)
def test_a_path_leads_to_the_model_that_stands_there(path: tuple[str | int, ...], inside: type[Record] | None) -> None:
    assert model_at(Meeting, path) is inside


def test_the_parts_of_a_model_say_what_they_hold_and_name() -> None:
    held = {part.key: part for part in parts(Item)}
    assert held["outcomes"].models == (Decision, Action)
    assert held["presenter"].refers == "post"
    assert held["refers_to"].refers == "minute"
    assert held["title"].refers is None
    assert {part.name for part in parts(Terms) if part.key == "from"} == {"from_"}
    assert {part.key for part in parts(Partner) if part.models} >= {"posts", "information_lead"}
