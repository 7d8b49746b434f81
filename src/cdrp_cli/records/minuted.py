"""Items, actions and updates where they stand: the record with its meeting and its position there."""

from __future__ import annotations

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Action, Update


class Minuted(Frozen):
    """An item of business where it stands: its meeting and its position there."""

    meeting: Meeting
    index: int
    item: Item

    @property
    def pointer(self) -> Pointer:
        """Where the item begins."""
        return self.meeting.at("items", self.index)


class Raised(Frozen):
    """An action where it was raised: the item, and its position among the outcomes."""

    minuted: Minuted
    index: int
    action: Action

    @property
    def id(self) -> str:
        """`2025-07-22-board/a1`."""
        return f"{self.minuted.meeting.id}/{self.action.id}"

    @property
    def pointer(self) -> Pointer:
        """Where the action begins."""
        return self.minuted.pointer.at("outcomes", self.index)


class Updated(Frozen):
    """What a meeting heard of an action: the item, and its position among the updates."""

    minuted: Minuted
    index: int
    update: Update

    @property
    def pointer(self) -> Pointer:
        """Where the update begins."""
        return self.minuted.pointer.at("updates", self.index)
