"""Actions followed from the minute that raised them through every update: state, owner, due day, times put off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cdrp_cli.core.citation import Citation, Owner
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.items import Item
from cdrp_cli.records.minuted import Minuted, Raised, Updated
from cdrp_cli.records.partnership import Partnership

State = Literal["open", "done", "withdrawn", "overtaken"]


@dataclass(frozen=True, slots=True)
class Followed:
    """An action as it stands on a day: what it was raised with, and what meetings have heard of it by then."""

    raised: Raised
    updates: tuple[Updated, ...]
    partnership: Partnership = field(repr=False)

    @property
    def exempt(self) -> bool:
        """Whether it is not for the public."""
        return exempt_action(self.partnership, self.raised)

    @property
    def id(self) -> str:
        """`2025-07-22-board/a1`."""
        return self.raised.id

    @property
    def raised_on(self) -> date:
        """The day of the meeting that raised it."""
        day: date = self.raised.minuted.meeting.date
        return day

    @property
    def status(self) -> State:
        """How it stands by the last that was heard of it; open where nothing was."""
        return self.updates[-1].update.status if self.updates else "open"

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status == "open"

    @property
    def closed_by(self) -> Updated | None:
        """The update that closed it; None while it is open."""
        return None if self.open else self.updates[-1]

    @property
    def owner(self) -> Owner | None:
        """Who owns it now; None where nobody was ever named."""
        named = [heard.update.owner for heard in self.updates if heard.update.owner is not None]
        return named[-1] if named else self.raised.action.owner

    @property
    def owner_at(self) -> Pointer:
        """Where the owner stands that counts now; where one would stand, if nobody was ever named."""
        for heard in reversed(self.updates):
            if heard.update.owner is not None:
                return heard.pointer.at("owner")
        return self.raised.pointer.at("owner")

    @property
    def due(self) -> date | None:
        """The last day to do it, as last agreed; None where no day was ever set."""
        days: list[date] = [heard.update.due for heard in self.updates if heard.update.due is not None]
        return days[-1] if days else self.raised.action.due

    @property
    def due_at(self) -> Pointer:
        """Where the last day stands; where the action does, if it has none."""
        for heard in reversed(self.updates):
            if heard.update.due is not None:
                return heard.pointer.at("due")
        return self.raised.pointer.at("due") if self.raised.action.due is not None else self.raised.pointer

    @property
    def put_off(self) -> tuple[Updated, ...]:
        """The updates that set a later last day than the one before."""
        found: list[Updated] = []
        last = self.raised.action.due
        for heard in self.updates:
            day = heard.update.due
            if day is not None:
                if last is not None and day > last:
                    found.append(heard)
                last = day
        return tuple(found)

    def late_days(self, today: date) -> int:
        """Days past the last day: until today while it is open, until it was done otherwise; 0 where it is not late."""
        if self.due is None or self.status in ("withdrawn", "overtaken"):
            return 0
        closing = self.closed_by
        end = today if closing is None else closing.update.on or closing.minuted.meeting.date
        return max(0, (end - self.due).days)

    def age(self, today: date) -> int:
        """Days since it was raised: until today while it is open, until the meeting that closed it otherwise."""
        end = self.closed_by.minuted.meeting.date if self.closed_by is not None else today
        return max(0, (end - self.raised_on).days)


def follow(partnership: Partnership, raised: Raised, day: date) -> Followed:
    """The action as the meetings up to and including the day left it."""
    heard = tuple(each for each in partnership.updates_of(raised) if each.minuted.meeting.date <= day)
    return Followed(raised, heard, partnership)


def followed(partnership: Partnership, day: date) -> Iterator[Followed]:
    """All actions raised by the end of the day, in the order of the meetings that raised them."""
    for raised in partnership.actions:
        if raised.minuted.meeting.date <= day:
            yield follow(partnership, raised, day)


def exempt_item(partnership: Partnership, item: Item) -> bool:
    """Whether the item is not for the public: marked so itself, or by the report before it."""
    paper = partnership.paper(item.paper) if item.paper is not None else None
    return item.exempt is not None or (paper is not None and paper.exempt is not None)


def exempt_action(partnership: Partnership, raised: Raised) -> bool:
    """Whether the action is not for the public: raised, or at any time spoken of, under an exempt item."""
    items = [raised.minuted.item, *(heard.minuted.item for heard in partnership.updates_of(raised))]
    return any(exempt_item(partnership, item) for item in items)


def exempt_citation(partnership: Partnership, citation: Citation) -> bool:
    """Whether the cited minute or item is exempt, so that what is said of it elsewhere is too."""
    cited = partnership.minuted(citation)
    return cited is not None and exempt_item(partnership, cited.item)


def goes_back_to_exempt(partnership: Partnership, item: Item) -> bool:
    """Whether the item, or the report before it, refers to exempt matter; matters arising close nothing."""
    paper = partnership.paper(item.paper) if item.paper is not None else None
    cited = (*item.refers_to, *(paper.refers_to if paper is not None else ()))
    return any(exempt_citation(partnership, each) for each in cited)


def exempt_update(partnership: Partnership, updated: Updated) -> bool:
    """Whether what was heard of an action is not for the public: the strictest of its own item and the action wins."""
    raised = partnership.action(updated.update.action)
    own = exempt_item(partnership, updated.minuted.item)
    return own or (raised is not None and exempt_action(partnership, raised))


def citing(partnership: Partnership, cited: Minuted) -> Iterator[Minuted]:
    """The items of other meetings, by date, that go back to the item: refers to, matters arising, or their report."""
    going_back = partnership.once(_going_back, lambda: _going_back(partnership))
    for minuted in going_back.get(cited.meeting.id, ()):
        if minuted.meeting is not cited.meeting and any(
            _same(partnership.minuted(citation), cited) for citation in citations(partnership, minuted.item)
        ):
            yield minuted


def _going_back(partnership: Partnership) -> dict[str, list[Minuted]]:
    """The items that go back to others, by the meeting that they name."""
    found: dict[str, list[Minuted]] = {}
    for minuted in partnership.business:
        named = (partnership.meeting(each.meeting) for each in citations(partnership, minuted.item))
        for meeting in dict.fromkeys(each.id for each in named if each is not None):
            found.setdefault(meeting, []).append(minuted)
    return found


def citations(partnership: Partnership, item: Item) -> Iterator[Citation]:
    """The minutes and items that an item goes back to, itself or in its report."""
    yield from item.refers_to
    yield from (arising.minute for arising in item.arising if arising.minute is not None)
    paper = partnership.paper(item.paper) if item.paper is not None else None
    if paper is not None:
        yield from paper.refers_to


def _same(found: Minuted | None, cited: Minuted) -> bool:
    return found is not None and found.meeting is cited.meeting and found.index == cited.index
