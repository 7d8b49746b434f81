"""A kind of table: its columns, what they hold, by what other names they are known, and what a line is stamped with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Literal, NamedTuple

Holds = Literal["given", "text", "choice", "day", "whole-day"]
"""What a column is filled in with; a given one only goes out, and nothing in it is taken back."""
_DATED = ("and date", "date")


class Column(NamedTuple):
    """A column: its field, heading, width in characters, what it holds, and other headings it is known by."""

    field: str
    heading: str
    width: int
    holds: Holds = "given"
    known_as: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """One kind of table.

    `row` is what a line is about, in words; `again` the command that writes the table; `named_by` the fields that can
    say which row a line means; `stamped` the fields whose cells, as they went out, a line's stamp can vouch for.
    A `locked` sheet lets nobody type into what is given.
    """

    kind: str
    title: str
    row: str
    again: str
    columns: tuple[Column, ...]
    named_by: tuple[str, ...]
    stamped: tuple[str, ...]
    locked: bool = False

    @property
    def schema(self) -> str:
        """What a stamp of this kind begins with."""
        return f"cdrp-{self.kind}/1"

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that are filled in and come back."""
        return tuple(column.field for column in self.columns if column.holds != "given")

    @cached_property
    def by_field(self) -> Mapping[str, Column]:
        """Every column by its field."""
        return {column.field: column for column in self.columns}

    def field_of(self, heading: str) -> str | None:
        """The field that a column of this heading holds; None where nobody can tell."""
        words = plain(heading)
        if words in self._known:
            return self._known[words]
        bare = words.removesuffix("date").removesuffix("and ").strip()
        if words.endswith(_DATED) and bare in self._known:
            return self._known[bare]
        near = get_close_matches(words, list(self._known), n=1, cutoff=0.85)
        return self._known[near[0]] if near else None

    def headed(self, heading: str) -> bool:
        """Whether the heading is the very one that goes out, which goes before all others for the same field."""
        return plain(heading) in {plain(column.heading) for column in self.columns}

    @cached_property
    def _known(self) -> dict[str, str]:
        return {plain(name): each.field for each in self.columns for name in (each.heading, *each.known_as)}


def plain(heading: str) -> str:
    """The heading's letters, in small, for comparing."""
    return " ".join(re.findall(r"[a-z]+", heading.lower()))


def holds_its_date(heading: str) -> bool:
    """Whether the heading says that the cell ends in a date: `Partnership position and date`."""
    return plain(heading).endswith(" and date")
