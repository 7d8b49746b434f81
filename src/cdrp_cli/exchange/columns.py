"""The columns of the table: what each is called, how wide it is, and by what other names people know it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NamedTuple

FIELDS = ("status", "position", "as_at", "reason", "further_action", "action", "owner", "due", "note")
"""What of an answer goes out and comes back. Evidence does not: it points at records, and is kept there."""

STATUSES = ("met", "partly-met", "not-met", "not-applicable", "not-assessed")


class Column(NamedTuple):
    """A column: the field it holds, its heading, its width in characters, and other headings it is known by."""

    field: str
    heading: str
    width: int
    known_as: tuple[str, ...] = ()


COLUMNS = (
    Column("ref", "Ref", 6, ("reference", "no", "number", "row", "id")),
    Column("guidance", "Guidance", 18, ("guide",)),
    Column("detail", "Detail", 45, ("details", "requirement", "recommendation", "what is asked")),
    Column("status", "Status", 14, ("assessment",)),
    Column("position", "Partnership position", 45, ("position", "current position", "response", "position statement")),
    Column("as_at", "Date of position", 12, ("as at", "position date", "date", "date of response")),
    Column("reason", "Reason if not applicable", 20, ("reason",)),
    Column("further_action", "Further action", 30, ("further actions", "action required", "actions", "next steps")),
    Column("action", "Action in the minutes", 20, ("minuted action",)),
    Column("owner", "Owner", 22, ("lead", "lead officer", "responsible", "responsibility", "who")),
    Column("due", "Due", 12, ("due date", "deadline", "by when", "target date", "when", "timescale")),
    Column("note", "Note", 30, ("notes", "comment", "comments")),
    Column("stamp", "Stamp (leave as it is)", 12, ("stamp",)),
)
_DATED = ("and date", "date")
_NAMES = {name: column.field for column in COLUMNS for name in (column.heading.lower(), *column.known_as)}
NAMED = frozenset(column.field for column in COLUMNS)


def plain(heading: str) -> str:
    """The heading's letters, in small, for comparing."""
    return " ".join(re.findall(r"[a-z]+", heading.lower()))


def field_of(heading: str) -> str | None:
    """The field that a column of this heading holds; None where nobody can tell."""
    words = plain(heading)
    if not words:
        return None
    known = {plain(name): field for name, field in _NAMES.items()}
    if words in known:
        return known[words]
    if words.endswith(_DATED) and words.removesuffix("date").removesuffix("and ").strip() in known:
        return known[words.removesuffix("date").removesuffix("and ").strip()]
    near = get_close_matches(words, list(known), n=1, cutoff=0.85)
    return known[near[0]] if near else None


def holds_its_date(heading: str) -> bool:
    """Whether the heading says that the cell ends in a date: `Partnership position and date`."""
    return plain(heading).endswith(" and date")
