"""Where accepted suggestions go: standing items as the terms order them, business before what closes the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from cdrp_cli.records.items import Item
from cdrp_cli.rules.agenda.suggested import Suggested

Entry: TypeAlias = Item | Suggested
"""An item that the agenda has, or one that it is to get."""

_CLOSING = re.compile(
    r"\b(?:next meeting|any other business|aob|close of|cyfarfod nesaf|unrhyw fater arall)\b", re.IGNORECASE
)
"""By these words, in English and in Welsh, a standing item is known that closes a meeting, and all after it do too."""
_REPORTS = ("minutes", "report-back")
"""What follows the opening items without being one."""


def placed(items: Sequence[Item], chosen: Iterable[Suggested], standing: Sequence[str]) -> tuple[Entry, ...]:
    """The agenda with the suggestions in it; its own items keep their order.

    `standing` holds the titles of the standing items in the order of the terms.
    """
    titles = [title.casefold() for title in standing]
    closing = next((place for place, title in enumerate(standing) if _CLOSING.search(title)), len(titles))
    order: list[Entry] = list(items)
    for each in chosen:
        order.insert(_index(order, each, titles, closing), each)
    return tuple(order)


def _index(order: Sequence[Entry], each: Suggested, titles: Sequence[str], closing: int) -> int:
    """Where the suggestion comes in what is there already; terms from `closing` on close the meeting."""
    ranks = [_rank(entry, titles) for entry in order]
    rank = _rank(each, titles)
    if rank is None:
        return _behind_opening(order, ranks, closing) if each.kind in _REPORTS else _before_closing(ranks, closing)
    least, most = (0, closing) if rank < closing else (closing, len(titles))
    before = [place for place, other in enumerate(ranks) if other is not None and least <= other < rank]
    after = [place for place, other in enumerate(ranks) if other is not None and rank < other < most]
    if before:
        return before[-1] + 1
    if after:
        return after[0]
    return 0 if rank < closing else len(order)


def _behind_opening(order: Sequence[Entry], ranks: Sequence[int | None], closing: int) -> int:
    """Behind the opening items, and behind what was put there before it."""
    opening = [place for place, rank in enumerate(ranks) if rank is not None and rank < closing]
    reports = [place for place, entry in enumerate(order) if isinstance(entry, Suggested) and entry.kind in _REPORTS]
    return max((*opening, *reports), default=-1) + 1


def _before_closing(ranks: Sequence[int | None], closing: int) -> int:
    places = (place for place, rank in enumerate(ranks) if rank is not None and rank >= closing)
    return next(places, len(ranks))


def _rank(entry: Entry, titles: Sequence[str]) -> int | None:
    """The place of a standing item in the terms; None for other business."""
    title = entry.title.casefold()
    return titles.index(title) if title in titles else None
