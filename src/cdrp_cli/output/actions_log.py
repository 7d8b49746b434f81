"""The action log of a day: each action as it stands, whose it is, and the minutes that spoke of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cdrp_cli.core.citation import Owner
from cdrp_cli.core.dates import say
from cdrp_cli.records.follow_up import Followed, followed, goes_back_to_exempt
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.partnership import Partnership

CLOSED = "a closed item"
"""What an exempt action is called in every list and message."""
NOBODY = "nobody named"
_NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Logged:
    """An action as the meetings up to and including `day` left it; age and lateness are counted to `clock`."""

    action: Followed
    day: date
    clock: date

    @property
    def meeting(self) -> Meeting:
        """The meeting that raised it."""
        return self.action.raised.minuted.meeting

    @property
    def closed(self) -> bool:
        """Whether its words are withheld: exempt, or under an item that goes back to exempt matter."""
        records, raised = self.action.partnership, self.action.raised
        items = [raised.minuted.item, *(heard.minuted.item for heard in records.updates_of(raised))]
        return self.action.exempt or any(goes_back_to_exempt(records, item) for item in items)

    @property
    def text(self) -> str:
        """What is to be done, in no words where it is closed."""
        return CLOSED if self.closed else self.action.raised.action.text.strip()

    @property
    def late(self) -> int:
        """Days past the last day."""
        return self.action.late_days(self.clock)

    @property
    def overdue(self) -> bool:
        """Whether it is still to be done and its last day has gone by."""
        return self.action.open and self.late > 0

    @property
    def age(self) -> int:
        """Days since it was raised, until it was closed."""
        return self.action.age(self.clock)

    @property
    def put_off(self) -> str:
        """How often its last day was moved back: `once`, `twice`, `3 times`; empty where it never was."""
        times = len(self.action.put_off)
        return {0: "", 1: "once", 2: "twice"}.get(times, f"{times} times")

    @property
    def certain(self) -> bool:
        """Whether no minute that might have changed it is missing from the records."""
        return "items" not in self.meeting.not_seen and self.action.partnership.complete("meetings", self.meeting.date)

    @property
    def last(self) -> Minuted:
        """The last item that spoke of it."""
        heard = self.action.updates
        return heard[-1].minuted if heard else self.action.raised.minuted

    @property
    def addressee(self) -> tuple[Partner, Post] | None:
        """The partner and post that can be written to; None where the owner is none, or is no more on the day."""
        owner, records = self.action.owner, self.action.partnership
        if owner is None:
            return None
        name = _in_the_chair(records, owner.ident, self.day) if owner.kind == "chair" else owner.ident
        found = records.post(name) if owner.kind in ("post", "chair") else None
        if found is None or any(each.life.over(self.day) is True for each in found):
            return None
        return found

    @property
    def partner(self) -> str:
        """The id of the partner whose post owns it, or chairs the body that does; empty where none does."""
        owner, found = self.action.owner, self.addressee
        if found is not None:
            return found[0].id
        return owner.ident.partition("/")[0] if owner is not None and owner.kind == "post" else ""

    def owned(self, owner: Owner | None) -> str:
        """An owner as the records write it; plain words are withheld where the action is closed."""
        if owner is None:
            return ""
        return _NOT_SHOWN if self.closed and owner.kind == "words" else str(owner)


ORDERS: Mapping[str, tuple[str, Callable[[Logged], Any]]] = {
    "owner": (
        "by owner, those with none last",
        lambda each: (each.owned(each.action.owner) == "", each.partner, each.owned(each.action.owner)),
    ),
    "body": ("by the body that raised them", lambda each: body_name(each.action.partnership, each.meeting.body)),
    "overdue": ("the longest overdue first", lambda each: -each.late if each.overdue else 0),
    "age": ("the oldest first", lambda each: -each.age),
    "put-off": ("those put off most often first", lambda each: -len(each.action.put_off)),
}
"""The orders a list may be asked for in: each in words, and what it goes by."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which actions are wanted: `body` by id and name; `owner` a partner's id, or an owner as the records write it.

    `by` is one of ORDERS; without it they stand in the order of the meetings that raised them.
    """

    open: bool = False
    overdue: bool = False
    owner: str = ""
    body: tuple[str, str] | None = None
    by: str = ""

    def of(self, every: Iterable[Logged]) -> tuple[Logged, ...]:
        """Those wanted, in the order asked for; alike ones in the order of their meetings."""
        wanted = [each for each in every if self.wants(each)]
        return tuple(sorted(wanted, key=ORDERS[self.by][1]) if self.by else wanted)

    def wants(self, each: Logged) -> bool:
        """Whether the action is among them."""
        if (self.open and not each.action.open) or (self.overdue and not each.overdue):
            return False
        if self.body is not None and each.meeting.body != self.body[0]:
            return False
        return not self.owner or self.owner in (each.partner, str(each.action.owner))


def log(partnership: Partnership, day: date, clock: date) -> tuple[Logged, ...]:
    """Every action raised by the end of the day, in the order of the meetings that raised them."""
    return tuple(Logged(each, day, clock) for each in followed(partnership, day))


def minute(minuted: Minuted) -> str:
    """`minute 95`, or the item where it was not minuted under a number."""
    item = minuted.item
    if item.minute:
        return f"minute {item.minute[0]}"
    return f"item {item.number}" if item.number is not None else "an item without a number"


def body_name(partnership: Partnership, ident: str) -> str:
    """The name of the body, to stand after `the`; its id where it is not on record."""
    body = partnership.body(ident)
    return body.name.removeprefix("The ").removeprefix("the ") if body is not None else ident


def spoken_at(partnership: Partnership, minuted: Minuted) -> str:
    """`minute 95 of the Partnership Board, 22 July 2025`."""
    meeting = minuted.meeting
    return f"{minute(minuted)} of the {body_name(partnership, meeting.body)}, {say(meeting.date)}"


def _in_the_chair(partnership: Partnership, body: str, day: date) -> str:
    """The one post that surely chairs the body on the day; empty where none does, or the records leave it open."""
    found = partnership.body(body)
    chairs = found.chairs if found is not None and found.life.over(day) is not True else ()
    posts = [chair.post for chair in chairs if chair.role == "chair" and chair.life.covers(day)]
    return posts[0] if len(posts) == 1 else ""
