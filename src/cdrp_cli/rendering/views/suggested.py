"""What an agenda still lacks, as its members' copy shows it: numbered, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.agenda.suggestions import open_to_suggestions, suggestions


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion by its number; `closed`: it is not for publication."""

    number: str
    title: str
    why: str
    closed: bool


def suggested(partnership: Partnership, meeting: Meeting, rows: Iterable[DutyRow]) -> tuple[Suggestion, ...]:
    """The suggestions S1, S2 …; none where the meeting was held or its agenda sent, with business on record."""
    if not open_to_suggestions(meeting):
        return ()
    found = suggestions(partnership, meeting, catalogue(), rows)
    return tuple(
        Suggestion(f"S{number}", each.title, f"{each.reason[0].upper()}{each.reason[1:]}", each.closed)
        for number, each in enumerate(found, 1)
    )
