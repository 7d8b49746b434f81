"""A suggestion for an agenda: the item as it would be written, why, and what on record it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cdrp_cli.core.citation import Citation
from cdrp_cli.core.dates import say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.follow_up import citations, exempt_citation, exempt_item, goes_back_to_exempt
from cdrp_cli.records.items import Exempt, Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.partnership import Partnership

Kind = Literal["standing", "minutes", "report-back", "put-off", "referred", "statutory", "crime-data", "panel"]


@dataclass(frozen=True, slots=True)
class Suggested:
    """An item that an agenda lacks.

    `item` is what would be written; `reason` says why, in a sentence without its full stop, for members only;
    `takes_up` holds the earlier business it goes back to; `closed`: neither title nor reason is for the public.
    """

    kind: Kind
    item: Item
    reason: str
    takes_up: tuple[Minuted, ...] = ()
    closed: bool = False

    @property
    def title(self) -> str:
        """The title of the item."""
        title: str = self.item.title
        return title


def again(partnership: Partnership, minuted: Minuted, item: Item, kind: Kind, reason: str) -> Suggested:
    """Earlier business brought back: `item` goes back to it, and is closed wherever that was closed."""
    earlier = minuted.item
    own = () if (cited := citation_of(minuted)) is None else (cited,)
    refers_to = tuple(dict.fromkeys((*own, *item.refers_to, *_closing(partnership, earlier))))
    written = item.model_copy(update={"refers_to": refers_to, "exempt": _marked(partnership, earlier)})
    closed = exempt_item(partnership, earlier) or goes_back_to_exempt(partnership, earlier)
    return Suggested(kind, written, reason, (minuted,), closed)


def citation_of(minuted: Minuted) -> Citation | None:
    """The item as a later one cites it: by its minute, else by its agenda number; None where it has neither."""
    if minuted.item.minute:
        return Citation("minute", minuted.item.minute[0], minuted.meeting.id)
    return None if minuted.item.number is None else Citation("item", minuted.item.number, minuted.meeting.id)


def told_of(minuted: Minuted) -> str:
    """`minute 95 of 22 July 2025`, `item 5 of 22 July 2025`, or the day of the meeting alone."""
    cited, day = citation_of(minuted), say(minuted.meeting.day)
    return f"{cited.kind} {cited.number} of {day}" if cited is not None else f"the meeting of {day}"


def has(partnership: Partnership, meeting: Meeting, suggested: Suggested) -> bool:
    """Whether the agenda has it already: an item that goes back to the same business, or has its title and source."""
    earlier = {each.pointer for each in suggested.takes_up}
    title, source = suggested.title.casefold(), suggested.item.source
    for item in meeting.items:
        if not earlier.isdisjoint(_gone_back_to(partnership, item)):
            return True
        if item.title.casefold() == title and (source in ("standing", item.source) or item.source is None):
            return True
    return False


def _gone_back_to(partnership: Partnership, item: Item) -> Iterator[Pointer]:
    for citation in citations(partnership, item):
        found = partnership.minuted(citation)
        if found is not None:
            yield found.pointer


def _marked(partnership: Partnership, item: Item) -> Exempt | None:
    """The marking of the item, or of the report that was before it."""
    paper = partnership.paper(item.paper) if item.paper is not None else None
    return item.exempt or (paper.exempt if paper is not None else None)


def _closing(partnership: Partnership, item: Item) -> Iterator[Citation]:
    """The exempt matter that the item, or the report before it, goes back to: naming it closes the new item too."""
    paper = partnership.paper(item.paper) if item.paper is not None else None
    for each in (*item.refers_to, *(paper.refers_to if paper is not None else ())):
        if exempt_citation(partnership, each):
            yield each
