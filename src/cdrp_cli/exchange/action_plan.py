"""From answers to actions to edits for the one writer: an update of each, in the item that hears of actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from cdrp_cli.exchange.action_answers import heard
from cdrp_cli.exchange.merge import Merge, RowChange
from cdrp_cli.exchange.plan import Plan, provable
from cdrp_cli.records.changes import Append, Change, Put
from cdrp_cli.records.items import Item
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.writer import Edit, digest

_ORDER = tuple(Item.model_fields)


def action_plan(found: Merge, target: Minuted, files: Mapping[str, bytes]) -> tuple[Merge, Plan]:
    """The edits, and the same less the answers that the writer would refuse: they are doubts with its reason."""
    name = target.pointer.file
    edits = partial(_edits, target)
    good, refused = provable(name, files[name], found.changes, edits)
    planned = {name: Edit(digest(files[name]), edits(good))} if good else {}
    return Merge(tuple(good), found.conflicts, (*found.doubts, *refused)), Plan(planned, {})


def _edits(target: Minuted, changes: Sequence[RowChange]) -> tuple[Change, ...]:
    """The updates at the end of those that stand there, or as the item's first."""
    at = (*target.pointer.path, "updates")
    updates = [_update(change) for change in changes]
    if target.item.updates:
        return tuple(Append(at, update) for update in updates)
    return (Put(at, updates, _ORDER),)


def _update(change: RowChange) -> dict[str, str]:
    """The update as a record holds it, its keys in their order."""
    told = heard({field: new for field, (_, new) in change.cells.items()})
    days = {"on": told.on, "due": told.due}
    return {
        "action": change.ref,
        "status": told.status,
        **{key: day.isoformat() for key, day in days.items() if day is not None},
        **({"text": told.text} if told.text else {}),
    }
