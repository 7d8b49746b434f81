"""Frozen values: built like dataclasses, compared by class and content, and never changed."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from cdrp_cli.core.frozen import Frozen


class Told(Frozen):
    """Two fields, one of which may be left out."""

    text: str
    parts: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The first letter."""
        return self.text[:1]


class Gone(Frozen):
    """The same fields, and another thing all the same."""

    text: str
    parts: tuple[str, ...] = ()


class Dated(Told):
    """One that adds to another."""

    day: str = "today"


def test_fields_are_given_by_place_or_name_and_may_be_left_out_where_they_have_a_value() -> None:
    assert (Told("a").text, Told("a").parts) == ("a", ())
    assert Told(parts=("x",), text="a") == Told("a", ("x",))
    assert Told("abc").short == "a"


@pytest.mark.parametrize("given", [(), ("a", (), "more")], ids=["too few", "too many"])
def test_other_numbers_of_fields_are_refused(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        Told(*given)


def test_values_are_equal_by_class_and_content() -> None:
    assert Told("a") == Told("a", ())
    assert Told("a") != Told("b")
    assert Told("a") != Gone("a")
    assert Told("a") != Dated("a")
    assert Told("a") != "a"
    assert len({Told("a"), Told("a"), Told("b")}) == 2


def test_what_holds_something_unhashable_is_not_hashable_either() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Told("a", []))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["text", "other"])
def test_nothing_can_be_set_or_deleted(name: str) -> None:
    value = Told("a")
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(value, name)
    assert value == Told("a")
    assert not hasattr(value, "__dict__")


def test_a_class_that_extends_another_has_the_fields_of_both() -> None:
    assert repr(Dated("a", ("x",))) == "Dated(text='a', parts=('x',), day='today')"
    assert Dated("a", day="then").day == "then"


def test_it_can_be_matched_by_place() -> None:
    match Dated("a", ("x",), "then"):
        case Dated(text, _, day):
            assert (text, day) == ("a", "then")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])  # noqa: S301 - our own bytes
def test_a_copy_is_equal(copied: Any) -> None:
    value = Dated("a", ("x",), "then")
    assert copied(value) == value


def test_what_takes_a_dataclass_is_refused_when_the_class_is_made() -> None:
    with pytest.raises(TypeError, match="Listed: a field that field"):

        class Listed(Frozen):
            rows: list[str] = field(default_factory=list)
