"""What may not happen to an agenda once it was issued: new numbers, and late business without a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting


def broken(meeting: Meeting, issued: Meeting) -> Iterator[str]:
    """What is wrong with the agenda as it stands, beside the meeting as it was issued; items go by their numbers."""
    yield from _renumbered(meeting, issued)
    titles, numbers = {item.title for item in issued.items}, {item.number for item in issued.items}
    for item in meeting.items:
        added = item.title not in titles and (item.number is None or item.number not in numbers)
        if added and item.late is None:
            fact = f"{_called(item)} was added after the agenda was issued, and no reason is recorded"
            yield f"{fact}: write late: {{reason: …}} at the item, in the words of the chair"


def _renumbered(meeting: Meeting, issued: Meeting) -> Iterator[str]:
    """Items that go by another number than they were issued under; a title that stands twice tells nothing."""
    before = {item.title: item.number for item in issued.items}
    twice = Counter(item.title for item in (*meeting.items, *issued.items))
    for item in meeting.items:
        was = before.get(item.title)
        if was is not None and was != item.number and twice[item.title] == 2:
            fact = f"item {was} was issued under that number, and goes by {item.number or 'none'} now"
            yield f"{fact}: numbers are fixed once issued, and late items get letters (5a)"


def _called(item: Item) -> str:
    return f"item {item.number}" if item.number is not None else "an item without a number"
