"""What meetings hand on, to another body or to a later day, and which meetings went back to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.follow_up import citing
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.records.partnership import Partnership


def decisions(meeting: Meeting, verb: Literal["deferred", "referred"]) -> Iterator[tuple[Minuted, Pointer, Decision]]:
    """The decisions of that verb, each with its item and its place."""
    for index, item in enumerate(meeting.items):
        for position, outcome in enumerate(item.outcomes):
            if isinstance(outcome, Decision) and outcome.verb == verb:
                minuted = Minuted(meeting, index, item)
                yield minuted, minuted.pointer.at("outcomes", position), outcome


def went_back(partnership: Partnership, minuted: Minuted, body: str | None = None) -> Iterator[Meeting]:
    """The meetings, by date, with an item that goes back to this one; those of one body, where it is named."""
    for each in citing(partnership, minuted):
        if body is None or each.meeting.body == body:
            yield each.meeting
