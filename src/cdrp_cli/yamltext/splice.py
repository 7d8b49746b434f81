"""Edits of a YAML text at one place: each function tells the one stretch that changes, and to what.

The text has lines that end in line feeds and reads without a problem. An edit that cannot be told as one stretch is
refused with SpliceError. Whether the new text holds what it should is for the caller to prove.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.pointer import Step
from cdrp_cli.yamltext import nodes
from cdrp_cli.yamltext.nodes import Listing, Mapping, Node, Scalar
from cdrp_cli.yamltext.render import WIDTH, block, entry_text, inline, key_text, pair_text, quoted
from cdrp_cli.yamltext.stretch import Stretch


class SpliceError(CdrpError):
    """An edit that would touch more than its place; the text says what stands in the way."""


def put(text: str, path: tuple[Step, ...], value: Any, order: Sequence[str] = ()) -> Stretch:
    """Sets the value at `path`, adding the key where the mapping has none; `order` says where new keys belong."""
    parent, step = _parent(text, path)
    if isinstance(parent, Mapping):
        index = parent.position(str(step))
        if index is None:
            return _add(text, parent, str(step), value, order)
        return _replace(text, parent, *parent.pairs[index], value)
    node = nodes.node_at(parent, (step,))
    assert isinstance(parent, Listing)  # noqa: S101 - nothing else has a node one step in
    if isinstance(node, Scalar) and not node.written:
        raise SpliceError("an entry of the list is empty: write it by hand")
    if parent.flow:
        return Stretch(node.start, node.end, inline(value))
    return _on_its_lines(text, node, node.start, entry_text(value, " " * _column(text, parent.start)))


def drop(text: str, path: tuple[Step, ...]) -> Stretch:
    """Takes a key and its value away."""
    parent, step = _parent(text, path)
    index = parent.position(str(step)) if isinstance(parent, Mapping) else None
    if not isinstance(parent, Mapping) or index is None:
        raise nodes.NoSuchPlaceError(f"there is no key {step!r} to take away")
    if len(parent.pairs) == 1:
        raise SpliceError(f"{step!r} is the only key there: nothing would be left")
    key, node = parent.pairs[index]
    end = nodes.end_of_pair(key, node, text)
    if not parent.flow:
        return _drop_lines(text, key, end)
    if index == 0:
        return Stretch(key.start, parent.pairs[1][0].start, "")
    return Stretch(nodes.end_of_pair(*parent.pairs[index - 1], text), end, "")


def append(text: str, path: tuple[Step, ...], value: Any) -> Stretch:
    """Adds an entry at the end of the list at `path`."""
    node = nodes.node_at(nodes.root(text), path)
    if not isinstance(node, Listing):
        raise SpliceError("an entry can only be added to a list")
    if not node.entries:
        return Stretch(node.start + 1, node.start + 1, inline(value))
    end = nodes.end_of(node, text)
    if node.flow:
        last = nodes.end_of(node.entries[-1], text)
        return Stretch(last, last, f", {inline(value)}")
    indent = " " * _column(text, node.start)
    end = _line_end(text, end)
    return Stretch(end, end, f"\n{indent}- {entry_text(value, indent)}")


def insert(text: str, path: tuple[Step, ...], index: int, value: Any) -> Stretch:
    """Adds an entry to the list at `path`, before the one that stands at `index`; at the end where none stands there.

    A comment above an entry stays with it, a comment beside one stays in its line.
    """
    node = nodes.node_at(nodes.root(text), path)
    if not isinstance(node, Listing) or index == len(node.entries):
        return append(text, path, value)
    if not 0 <= index < len(node.entries):
        raise SpliceError(f"there is no entry {index} in the list to put another before")
    if node.flow:
        start = node.entries[index].start
        return Stretch(start, start, f"{inline(value)}, ")
    indent = " " * _column(text, node.start)
    new = f"- {entry_text(value, indent)}"
    if index:
        end = _line_end(text, nodes.end_of(node.entries[index - 1], text))
        return Stretch(end, end, f"\n{indent}{new}")
    if text[_line_start(text, node.start) : node.start].strip():
        return Stretch(node.start, node.start, f"{new}\n{indent}")
    start = _above(text, node.start)
    return Stretch(start, start, f"{indent}{new}\n")


def _above(text: str, index: int) -> int:
    """The start of the line, or of the comments that stand right above it."""
    start = _line_start(text, index)
    while start:
        before = _line_start(text, start - 1)
        if not text[before : start - 1].lstrip().startswith("#"):
            break
        start = before
    return start


def _parent(text: str, path: tuple[Step, ...]) -> tuple[Node, Step]:
    if not path:
        raise SpliceError("a file is not changed as a whole, but at a key or an entry")
    return nodes.node_at(nodes.root(text), path[:-1]), path[-1]


def _replace(text: str, parent: Mapping, key: Scalar, node: Node, value: Any) -> Stretch:
    colon = nodes.after_colon(key, text)
    if isinstance(node, Scalar) and not node.written:
        node = Scalar(colon, colon, "", "")
    if parent.flow:
        return Stretch(node.start, node.end, f"{'' if node.start > colon else ' '}{inline(value)}")
    new = block(value, " " * _column(text, key.start))
    if isinstance(node, Scalar) and node.style in ("'", '"') and isinstance(value, str) and "\n" not in new:
        new = f" {quoted(value, node.style)}"
    if not isinstance(node, Scalar) and node.flow and len(inline(value)) + _column(text, colon) < WIDTH:
        new = f" {inline(value)}"
    gap = text[colon : node.start]
    if gap.isspace() and "\n" not in gap and new.startswith(" "):
        return _on_its_lines(text, node, node.start, new[1:])
    return _on_its_lines(text, node, colon, new)


def _on_its_lines(text: str, node: Node, start: int, new: str) -> Stretch:
    """The stretch from `start` to the end of the node's last line; the comment on its first line stays there.

    A comment elsewhere within is not carried over, so that the caller's proof fails.
    """
    stop = _line_end(text, nodes.end_of(node, text))
    first, line, rest = new.partition("\n")
    return Stretch(start, stop, first + _tail(text, node, start) + line + rest)


def _tail(text: str, node: Node, start: int) -> str:
    """The comment that stands beside the value, with the blanks before it."""
    end = _line_end(text, start)
    if isinstance(node, Scalar) and node.block and node.start < end:
        tail = nodes.beside_header(text, node)
    elif node.start > end:
        tail = text[start:end]
    elif (isinstance(node, Scalar) or node.flow) and nodes.end_of(node, text) <= end:
        tail = text[nodes.end_of(node, text) : end]
    else:
        return ""
    return tail.rstrip() if tail.strip().startswith("#") else ""


def _add(text: str, parent: Mapping, name: str, value: Any, order: Sequence[str]) -> Stretch:
    if not parent.pairs:
        return Stretch(parent.start + 1, parent.start + 1, f"{key_text(name)}: {inline(value)}")
    end = nodes.end_of_pair(*parent.pairs[_predecessor(parent, name, order)], text)
    if parent.flow:
        return Stretch(end, end, f", {key_text(name)}: {inline(value)}")
    indent = " " * _column(text, parent.pairs[0][0].start)
    end = _line_end(text, end)
    return Stretch(end, end, f"\n{indent}{pair_text(name, value, indent)}")


def _predecessor(parent: Mapping, name: str, order: Sequence[str]) -> int:
    """The position of the key after which a new one belongs; of the last, where the order does not say."""
    earlier = set(order[: order.index(name)]) if name in order else set()
    places = [index for index, (key, _) in enumerate(parent.pairs) if key.text in earlier]
    return places[-1] if places else len(parent.pairs) - 1


def _drop_lines(text: str, key: Scalar, end: int) -> Stretch:
    start = _line_start(text, key.start)
    if text[start : key.start].strip():
        raise SpliceError("the key stands on the line that begins the entry: take it away by hand")
    return Stretch(start, min(_line_end(text, end) + 1, len(text)), "")


def _column(text: str, index: int) -> int:
    return index - _line_start(text, index)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end
