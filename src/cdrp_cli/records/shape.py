"""From a plain mapping to a model: what does not fit becomes a finding, the rest is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.pointer import Place, Step
from cdrp_cli.records.base import Entry
from cdrp_cli.records.refusals import Refusal, refusal
from cdrp_cli.yamltext import Map, Seq
from cdrp_cli.yamltext.document import Value, spot_in

T = TypeVar("T", bound=Entry)

_ROUNDS = 12
"""Each round takes away what the one before could not read; a record nests nine deep."""


@dataclass(slots=True)
class Shaped:
    """A record as far as it could be read: `tree` is what it was read from, less what did not fit."""

    record: Entry | None
    tree: Value
    findings: tuple[Finding, ...]


def shape(model: type[T], tree: Value, file: str, where: tuple[int, int]) -> Shaped:
    """Reads `tree` as `model`; whatever does not fit is reported once, at its place, and left out of the record."""
    try:
        return Shaped(model.model_validate(tree), tree, ())
    except ValidationError as error:
        first = error
    remainder = _copy(tree)
    findings = _report(model, first, remainder, file, where)
    emptied: set[int] = set()
    error = first
    for _ in range(_ROUNDS):
        if not _take_away(remainder, error, emptied):
            return Shaped(None, None, tuple(findings))
        try:
            return Shaped(model.model_validate(remainder), remainder, tuple(findings))
        except ValidationError as again:
            error = again
            findings += _report(model, again, remainder, file, where, emptied)
    return Shaped(None, None, tuple(findings))


def _report(
    model: type[T],
    error: ValidationError,
    tree: Value,
    file: str,
    where: tuple[int, int],
    emptied: set[int] | None = None,
) -> list[Finding]:
    """A finding for each error, but for those that only say what was taken away before."""
    found = []
    for detail in error.errors(include_url=False):
        route = _route(tree, detail["loc"])
        if emptied and id(route[-1]) in emptied:
            continue
        closed = any(isinstance(node, Map) and "exempt" in node for node in route) or "declarations" in detail["loc"]
        told = refusal(model, detail, closed=closed)
        found.append(_finding(told, file, spot_in(tree, told.path, where, key=told.at_key), closed=closed))
    return found


def _finding(told: Refusal, file: str, spot: tuple[int, int], *, closed: bool) -> Finding:
    return Finding(told.rule, Severity.ERROR, Basis.RECORD, told.message, Place(file, *spot), told.help, closed=closed)


def _route(tree: Value, loc: tuple[Step, ...]) -> list[Value]:
    """The containers on the way to `loc`, outermost first; tags of unions lead nowhere and are passed over."""
    route: list[Value] = [tree]
    for step in loc:
        node = route[-1]
        inside = (isinstance(node, Map) and step in node) or (
            isinstance(node, Seq) and isinstance(step, int) and step < len(node)
        )
        if inside:
            route.append(node[step])  # type: ignore[index,call-overload]  # one of the two kinds of container
    return route if isinstance(route[-1], Map | Seq) else route[:-1]


def _take_away(tree: Value, error: ValidationError, emptied: set[int]) -> bool:
    """Removes each part that does not fit, innermost first; False where that is the whole record."""
    doomed: dict[int, tuple[Map | Seq, Step]] = {}
    for detail in error.errors(include_url=False):
        found = _offender(tree, detail)
        if found is None:
            return False
        parent, step = found
        doomed[id(parent[step])] = found  # type: ignore[index,call-overload]
    for parent, step in sorted(doomed.values(), key=lambda pair: -pair[1] if isinstance(pair[1], int) else 0):
        emptied.add(id(parent))
        if isinstance(parent, Map):
            parent.pop(str(step), None)
        else:
            index = int(step)
            del parent[index], parent.items_at[index]
    return True


def _offender(tree: Value, detail: ErrorDetails) -> tuple[Map | Seq, Step] | None:
    """The container and step of the value that does not fit; None where it is the record itself."""
    parent: Map | Seq | None = None
    taken: Step = ""
    node = tree
    for step in detail["loc"]:
        if isinstance(node, Map) and isinstance(step, str) and step in node:
            parent, taken, node = node, step, node[step]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            parent, taken, node = node, step, node[step]
    return None if parent is None else (parent, taken)


def _copy(node: Value) -> Value:
    """A deep copy that keeps the places."""
    if isinstance(node, Map):
        twin = Map(node.start)
        twin.keys_at, twin.values_at = dict(node.keys_at), dict(node.values_at)
        twin.update({key: _copy(value) for key, value in node.items()})
        return twin
    if isinstance(node, Seq):
        copy = Seq(node.start)
        copy.items_at = list(node.items_at)
        copy.extend(_copy(value) for value in node)
        return copy
    return node
