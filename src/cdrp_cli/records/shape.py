"""From a plain mapping to a model: what does not fit becomes a finding, the rest is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.pointer import Place, Step
from cdrp_cli.core.words import nearest
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
    record, problem = _try(model, tree)
    if problem is None:
        return Shaped(record, tree, ())
    remainder = _copy(tree)
    findings: list[Finding] = []
    emptied: set[int] = set()
    for _ in range(_ROUNDS):
        findings += _report(model, problem, remainder, file, where, emptied)
        if not _take_away(remainder, problem, emptied):
            break
        record, problem = _try(model, remainder)
        if problem is None:
            return Shaped(record, remainder, tuple(findings))
    return Shaped(None, None, tuple(findings))


def _try(model: type[T], tree: Value) -> tuple[T | None, ValidationError | None]:
    try:
        return model.model_validate(tree), None
    except ValidationError as error:
        return None, error


def _report(
    model: type[T], error: ValidationError, tree: Value, file: str, where: tuple[int, int], emptied: set[int]
) -> list[Finding]:
    """A finding for each error, but for those that only say what was taken away before, or misspelt."""
    found: list[tuple[Refusal, bool]] = []
    for detail in error.errors(include_url=False):
        route = _route(tree, detail["loc"])
        if route and id(route[-1]) in emptied:
            continue
        closed = any(isinstance(node, Map) and "exempt" in node for node in route) or "declarations" in detail["loc"]
        found.append((refusal(model, detail, closed=closed), closed))
    unknown = [told.path for told, _ in found if told.rule == "unknown-key"]
    return [
        _finding(told, file, spot_in(tree, told.path, where, key=told.at_key), closed=closed)
        for told, closed in found
        if not (told.rule == "missing-key" and any(_misspelt(told.path, path) for path in unknown))
    ]


def _misspelt(missing: tuple[Step, ...], unknown: tuple[Step, ...]) -> bool:
    """Whether the key that is missing stands there under a name much like it: one mistake, one finding."""
    return missing[:-1] == unknown[:-1] and bool(nearest(str(unknown[-1]), [str(missing[-1])]))


def _finding(told: Refusal, file: str, spot: tuple[int, int], *, closed: bool) -> Finding:
    return Finding(told.rule, Severity.ERROR, Basis.RECORD, told.message, Place(file, *spot), told.help, closed=closed)


def _route(tree: Value, loc: tuple[Step, ...]) -> list[Value]:
    """The containers on the way to `loc`, outermost first; tags of unions lead nowhere and are passed over."""
    route: list[Value] = [tree]
    for step in loc:
        node: Any = route[-1]
        if _holds(node, step):
            route.append(node[step])
    return route if isinstance(route[-1], Map | Seq) else route[:-1]


def _take_away(tree: Value, error: ValidationError, emptied: set[int]) -> bool:
    """Removes each part that does not fit; False where that is the whole record."""
    doomed: dict[tuple[int, Step], tuple[Map | Seq, Step]] = {}
    for detail in error.errors(include_url=False):
        found = _offender(tree, detail)
        if found is None:
            return False
        doomed[id(found[0]), found[1]] = found
    # From the end of each list backwards, so that the positions still to come stay right.
    for parent, step in sorted(doomed.values(), key=lambda pair: -pair[1] if isinstance(pair[1], int) else 0):
        emptied.add(id(parent))
        if isinstance(parent, Map):
            del parent[str(step)]
        else:
            del parent[int(step)], parent.items_at[int(step)]
    return True


def _offender(tree: Value, detail: ErrorDetails) -> tuple[Map | Seq, Step] | None:
    """The container and step of the value that does not fit; None where it is the record itself."""
    parent: Map | Seq | None = None
    taken: Step = ""
    node: Any = tree
    for step in detail["loc"]:
        if _holds(node, step):
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


def _holds(node: Any, step: Step) -> bool:
    """Whether the step leads to something inside the node; tags of unions and missing keys do not."""
    if isinstance(node, Map):
        return step in node
    return isinstance(node, Seq) and isinstance(step, int) and step < len(node)
