"""What each template is given, told to the people who write their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.template_check_kinds import Kind, Names, element, rows_of_items, told
from cdrp_cli.rendering.template_check_sample import always_empty, given


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a template is given: printed whole, a record with names inside, rows of such, or groups of rows.

    `members`: in the example no copy for the public has it filled in.
    """

    name: str
    holds: Literal["whole", "record", "rows", "groups"]
    inside: str
    members: bool

    @property
    def said(self) -> str:
        """How to speak of what has the names inside."""
        return {"rows": f"each of {self.name}", "groups": f"each of each group of {self.name}"}.get(
            self.holds, self.name
        )


@dataclass(frozen=True, slots=True)
class Given:
    """What the template of a paper is given."""

    paper: str
    names: tuple[Name, ...]

    @property
    def whole(self) -> str:
        """The names of what is printed whole."""
        return ", ".join(each.name for each in self.names if each.holds == "whole")

    @property
    def members(self) -> str:
        """The names of what no copy for the public has filled in."""
        return ", ".join(each.name for each in self.names if each.members)


def given_to(documents: Iterable[Document], templates: Iterable[str]) -> Iterator[Given]:
    """What each of the templates is given in the documents, whoever the copy is for."""
    every = tuple(documents)
    known = given(every)
    for paper in templates:
        names: Names = {name: kind for audience in Audience for name, kind in known.get((paper, audience), {}).items()}
        empty = always_empty(every, paper)
        yield Given(paper, tuple(_name(name, kind, members=name in empty) for name, kind in names.items()))


def _name(name: str, kind: Kind, *, members: bool) -> Name:
    if inside := told(kind):
        return Name(name, "record", inside, members)
    if inside := told(element(kind)):
        return Name(name, "rows", inside, members)
    groups = told(element(element(rows_of_items(kind, "values"))))
    return Name(name, "groups" if groups else "whole", groups, members)
