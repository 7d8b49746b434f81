"""All that an agenda still lacks, in the order in which it would be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.agenda.handed_on import not_reached, put_off, referred
from cdrp_cli.rules.agenda.reported import crime_data, decided_by_correspondence, from_panels
from cdrp_cli.rules.agenda.standing import minutes_to_approve, standing_items
from cdrp_cli.rules.agenda.statutory import statutory
from cdrp_cli.rules.agenda.suggested import Suggested, has


def suggestions(
    partnership: Partnership, meeting: Meeting, law: Catalogue, rows: Iterable[DutyRow] = ()
) -> tuple[Suggested, ...]:
    """What the meeting's agenda lacks by what was on record before its day; each business once.

    `rows` is how every duty stands on the day of the meeting; without it nothing statutory is suggested.
    """
    found: list[Suggested] = []
    for each in _every(partnership, meeting, law, rows):
        if not has(partnership, meeting, each) and not any(_same(each, other) for other in found):
            found.append(each)
    return tuple(found)


def open_to_suggestions(meeting: Meeting) -> bool:
    """Whether its agenda can still grow: it is planned and nothing was sent out; or no business is on record at all."""
    planned = meeting.status == "planned" and not meeting.issued and meeting.agenda_published is None
    return planned or not meeting.items


def _every(partnership: Partnership, meeting: Meeting, law: Catalogue, rows: Iterable[DutyRow]) -> Iterator[Suggested]:
    if meeting.how != "correspondence":  # nobody is absent from an exchange of letters, and none reports to the next
        yield from standing_items(partnership, meeting)
        yield from minutes_to_approve(partnership, meeting)
        yield from decided_by_correspondence(partnership, meeting)
    yield from put_off(partnership, meeting)
    yield from not_reached(partnership, meeting)
    yield from referred(partnership, meeting)
    yield from statutory(partnership, meeting, rows, law)
    yield from crime_data(partnership, meeting, law)
    yield from from_panels(partnership, meeting, law)


def _same(one: Suggested, other: Suggested) -> bool:
    """Whether both bring the same business."""
    earlier = {each.pointer for each in one.takes_up} & {each.pointer for each in other.takes_up}
    return bool(earlier) or (one.title, one.item.source) == (other.title, other.item.source)
