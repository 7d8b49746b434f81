"""What is wrong with a template or a look, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "unknown-name", "unknown-filter", "unknown-test", "unknown-template", "not-a-template", "not-allowed", "fails",
    "not-used", "wrong-look",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake; `file` is as one types it at the root, `line` is 0 where the whole file is meant.

    `only` says in which copies of which papers it shows, where it does not show in all that the file is used for.
    """

    file: str
    line: int
    what: What
    message: str
    help: str = ""
    only: str = ""
