"""What is on every agenda: the standing items of the terms of that day, and the minutes to approve."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.words import both
from cdrp_cli.records.bodies import Body, Terms
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.agenda.sittings import to_approve
from cdrp_cli.rules.agenda.suggested import Suggested

_MINUTES = ("minutes", "cofnodion")
"""Words by which an item that approves minutes is known, in English and in Welsh."""


def standing_titles(partnership: Partnership, meeting: Meeting) -> tuple[str, ...]:
    """The standing items of the terms in force on the day, in their order."""
    body = partnership.body(meeting.body)
    terms = body.terms_on(meeting.day) if body is not None else None
    return tuple(terms.standing_items or ()) if terms is not None else ()


def standing_items(partnership: Partnership, meeting: Meeting) -> Iterator[Suggested]:
    """Each standing item of the terms in force on the day."""
    body = partnership.body(meeting.body)
    since = _since(body, meeting) if body is not None else ""
    for title in standing_titles(partnership, meeting):
        item = Item(title=title, source="standing")
        yield Suggested("standing", item, f"standing item of the terms of reference{since}")


def minutes_to_approve(partnership: Partnership, meeting: Meeting) -> Iterator[Suggested]:
    """The minutes that wait for approval, as one item, where no standing item brings them."""
    held = [each for each in to_approve(partnership, meeting) if not _approved(each)]
    titles = (*standing_titles(partnership, meeting), *(item.title for item in meeting.items))
    if not held or any(word in title.casefold() for title in titles for word in _MINUTES):
        return
    item = Item(title=f"Minutes of {both([say(each.day) for each in held])}", purpose="decide", source="standing")
    yield Suggested("minutes", item, "; ".join(map(_waiting, held)))


def _approved(held: Meeting) -> bool:
    return held.minutes is not None and held.minutes.status == "approved"


def _waiting(held: Meeting) -> str:
    state = "are a draft" if held.minutes is not None else "are not on record as approved"
    return f"the minutes of {say(held.day)} {state}"


def _since(body: Body, meeting: Meeting) -> str:
    """` from 1 April 2024`: the first day of the terms that list the items; empty where they have none."""
    listing = [block for block in body.terms if "standing_items" in block.model_fields_set and _begun(block, meeting)]
    start = listing[-1].from_ if listing else None
    return f" from {start.say()}" if start is not None and start.year is not None else ""


def _begun(block: Terms, meeting: Meeting) -> bool:
    return block.from_ is None or block.from_.latest <= meeting.day
