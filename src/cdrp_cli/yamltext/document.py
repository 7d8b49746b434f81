"""A YAML file as read: plain values, and where each of them stands."""

from __future__ import annotations

from typing import Any, TypeAlias

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Place, Step

Spot: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""

Value: TypeAlias = "Map | Seq | str | int | bool | None"


class Map(dict[str, Any]):
    """A mapping that knows where it begins and where its keys and values stand."""

    __slots__ = ("keys_at", "start", "values_at")

    def __init__(self, start: Spot) -> None:
        super().__init__()
        self.start = start
        self.keys_at: dict[str, Spot] = {}
        self.values_at: dict[str, Spot] = {}


class Seq(list[Any]):
    """A list that knows where it begins and where its entries stand."""

    __slots__ = ("items_at", "start")

    def __init__(self, start: Spot) -> None:
        super().__init__()
        self.start = start
        self.items_at: list[Spot] = []


class Problem(Frozen):
    """Something wrong with the text itself: the rule it breaks, the fact, the remedy, the spot.

    `fatal`: nothing of the file could be read.
    """

    rule: str
    message: str
    help: str
    spot: Spot
    fatal: bool = False


class Document(Frozen):
    """One file as read; `value` is None where nothing could be read."""

    name: str
    text: str
    value: Value = None
    problems: tuple[Problem, ...] = ()
    start: Spot = (1, 1)

    @property
    def readable(self) -> bool:
        """Whether the text made sense as YAML."""
        return not any(problem.fatal for problem in self.problems)

    def place(self, path: tuple[Step, ...], *, key: bool = False) -> Place:
        """The place of the value at `path`, of its key with `key`; of the innermost container that exists otherwise."""
        return Place(self.name, *self.spot(path, key=key))

    def spot(self, path: tuple[Step, ...], *, key: bool = False) -> Spot:
        """As `place`, without the file."""
        return spot_in(self.value, path, self.start, key=key)


def spot_in(tree: Value, path: tuple[Step, ...], start: Spot, *, key: bool = False) -> Spot:
    """Where the value at `path` of `tree` stands, or the innermost container that exists; `start` is the tree's own."""
    node, spot = tree, start
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Map) and isinstance(step, str):
            if step not in node:
                continue  # a tag of a union, or a key that is missing: the container stands for it
            spot = node.keys_at[step] if key and last else node.values_at[step]
            node = node[step]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            spot = node.items_at[step]
            node = node[step]
        else:
            break
    return spot
