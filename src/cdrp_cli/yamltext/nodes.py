"""A text's nodes with the stretch of text each takes: what an edit needs and reading does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.pointer import Step
from cdrp_cli.yamltext import events

_COMMENT = re.compile(r"(?:^|(?<=[\s,\[\]{}]))#.*", re.MULTILINE)


class NoSuchPlaceError(CdrpError):
    """A path that leads to nothing in the file."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or word; `style` is its quotation mark, `|` or `>`, empty where it is plain."""

    start: int
    end: int
    text: str
    style: str

    @property
    def block(self) -> bool:
        """Whether the text stands on lines of its own below its sign."""
        return self.style in ("|", ">")

    @property
    def written(self) -> bool:
        """Whether anything stands there at all."""
        return self.start < self.end


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; `flow` where braces stand round them."""

    start: int
    end: int
    flow: bool
    pairs: tuple[tuple[Scalar, Node], ...]

    def position(self, key: str) -> int | None:
        """The position of the key; None where the mapping has no such key."""
        return next((index for index, (name, _) in enumerate(self.pairs) if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries; `flow` where brackets stand round them."""

    start: int
    end: int
    flow: bool
    entries: tuple[Node, ...]


Node: TypeAlias = Scalar | Mapping | Listing


@lru_cache(maxsize=2)  # an edit and its proof look at the text before and after, the next edit at the latter again
def root(text: str) -> Node:
    """The root node of a text that reads without a problem."""
    if events.FAST and not events.rare(text):
        for way in (events.fast_events, events.fast_events_with_colons):
            try:
                return _root(way(text))
            except Exception:  # noqa: BLE001, S112 - as in reading, the pure way has the last word
                continue
    return _root(events.pure_events(text))


def _root(source: Iterator[Any]) -> Node:
    for event in source:
        if type(event).__name__ in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            return _node(event, source)
    raise NoSuchPlaceError("the file holds no record")


def _node(event: Any, source: Iterator[Any]) -> Node:
    start, name = event.start_mark.index, type(event).__name__
    if name == "ScalarEvent":
        return Scalar(start, event.end_mark.index, event.value, event.style or "")
    flow = bool(event.flow_style)
    inside: list[Node] = []
    for each in source:
        if type(each).__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            end = each.end_mark.index
            break
        inside.append(_node(each, source))
    if name == "SequenceStartEvent":
        return Listing(start, end, flow, tuple(inside))
    keys = [key for key in inside[::2] if isinstance(key, Scalar)]
    return Mapping(start, end, flow, tuple(zip(keys, inside[1::2], strict=True)))


def node_at(node: Node, path: tuple[Step, ...]) -> Node:
    """The node at `path`; NoSuchPlaceError where a step leads nowhere."""
    for step in path:
        node = _child(node, step)
    return node


def _child(node: Node, step: Step) -> Node:
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.text == step:
                return value
    elif isinstance(node, Listing) and isinstance(step, int) and 0 <= step < len(node.entries):
        return node.entries[step]
    raise NoSuchPlaceError(f"there is no {step!r} at that place of the file")


def end_of(node: Node, text: str) -> int:
    """The index after the node's last character of its own, without the blank lines and comments that follow."""
    if isinstance(node, Scalar):
        return node.start + len(text[node.start : node.end].rstrip(" \n")) if node.block else node.end
    if node.flow:
        return node.end
    if isinstance(node, Listing):
        return end_of(node.entries[-1], text)
    return end_of_pair(*node.pairs[-1], text)


def end_of_pair(key: Scalar, value: Node, text: str) -> int:
    """The index after the value, or after the key's colon where no value is written."""
    colon = after_colon(key, text)
    return max(colon, end_of(value, text)) if not isinstance(value, Scalar) or value.written else colon


def after_colon(key: Scalar, text: str) -> int:
    """The index after the colon of a key."""
    return text.index(":", key.end) + 1


def comments(text: str) -> tuple[str, ...]:
    """Every comment of the text, in order, without the blanks at its end."""
    places: list[str] = []
    last = 0
    for scalar in _scalars(root(text)):
        start = scalar.start
        if scalar.block:
            places += [text[last:start], beside_header(text, scalar), "\n"]
        else:
            places += [text[last:start], "x"]
        last = scalar.end
    places.append(text[last:])
    return tuple(found.rstrip() for found in _COMMENT.findall("".join(places)))


def beside_header(text: str, scalar: Scalar) -> str:
    """What stands beside the sign of a text in block style: a comment, or nothing."""
    return text[scalar.start : text.find("\n", scalar.start)].lstrip("|>-+0123456789")


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    inside = node.entries if isinstance(node, Listing) else [each for pair in node.pairs for each in pair]
    for each in inside:
        yield from _scalars(each)
