"""Rows of the checklist in groups, under names that people read: by section, hallmark, kind or owner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from cdrp_cli.rules.checklist.asked import Asked
from cdrp_cli.rules.checklist.gaps import Gap

By = Literal["section", "hallmark", "kind", "owner"]
BY: tuple[By, ...] = ("section", "hallmark", "kind", "owner")
"""What gaps can be put in order by."""

_KINDS = {"statutory": "Statutory", "advice": "Advice", "local": "The partnership's own"}


def section(asked: Asked) -> str:
    """`Lead and guide`."""
    return asked.section.replace("-", " ").capitalize()


def hallmark(asked: Asked) -> str:
    """The hallmark; the guide names none for its statutory rows, nor for those on two-tier areas."""
    return asked.hallmark or "No hallmark named"


def kind(asked: Asked) -> str:
    """On what ground the row stands."""
    return _KINDS[asked.kind]


def owner(gap: Gap) -> str:
    """Who has the gap in hand."""
    return gap.owner or "Nobody named"


_NAMES: Mapping[By, Callable[[Gap], str]] = {
    "section": lambda gap: section(gap.answer.asked),
    "hallmark": lambda gap: hallmark(gap.answer.asked),
    "kind": lambda gap: kind(gap.answer.asked),
    "owner": owner,
}


def grouped(gaps: Iterable[Gap], by: By) -> dict[str, tuple[Gap, ...]]:
    """The gaps by the name of their group: owners by the alphabet after nobody, else as the checklist runs."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(_NAMES[by](gap), []).append(gap)
    names = sorted(found, key=lambda name: (name != "Nobody named", name)) if by == "owner" else list(found)
    return {name: tuple(found[name]) for name in names}
