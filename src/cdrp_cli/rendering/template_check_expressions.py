"""The names that the expressions of a template ask for, each held against what the template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, nodes
from markupsafe import Markup

from cdrp_cli.core.words import nearest
from cdrp_cli.rendering.template_check_found import What
from cdrp_cli.rendering.template_check_kinds import (
    Kind,
    attribute,
    either,
    element,
    finished,
    members,
    rows_of,
    rows_of_items,
)
from cdrp_cli.rendering.template_check_words import did_you_mean, no_filter, unknown, without

Scope = dict[str, Kind]
Telling = Callable[[int, What, str, str], None]
"""Told of a mistake: its line, what it is, the message and the help."""

_OF_JINJA = frozenset({"self", "super", "caller", "varargs", "kwargs"})
_SAME = frozenset({"list", "rejectattr", "reject", "select", "selectattr", "sort", "unique"})
_ONE = frozenset({"first", "last", "max", "min"})
_MARKUP = frozenset({"cell", "indent", "join"})
_BY_NAME = {
    "selectattr": 0,
    "rejectattr": 0,
    "groupby": 0,
    "map": None,
    "sort": 1,
    "unique": 1,
    "max": 1,
    "min": 1,
    "sum": 0,
}
"""Filters that take the name of an attribute, and as how manieth argument."""


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro where it was written, with the names that stand there."""

    node: nodes.Macro
    scope: Scope
    file: str


class Expressions:
    """Reads expressions in the scope of one place; mistakes go to `tell`."""

    def __init__(
        self,
        environment: Environment,
        tell: Telling,
        call: Callable[[Macro, list[Kind], Mapping[str, Kind]], None],
        elsewhere: Mapping[str, Sequence[str]],
    ) -> None:
        self.environment = environment
        self.tell = tell
        self.call = call
        self.elsewhere = elsewhere

    def kind(self, node: nodes.Node | None, scope: Scope) -> Kind:
        """The kind of what the expression gives; `Any` where that cannot be said."""
        if node is None:
            return Any
        read = getattr(self, f"_{type(node).__name__.lower()}", None)
        if read is not None:
            return read(node, scope)
        for each in node.iter_child_nodes():
            self.kind(each, scope)
        return Any

    def _const(self, node: nodes.Const, _: Scope) -> Kind:
        return type(node.value)

    def _templatedata(self, _node: nodes.TemplateData, _: Scope) -> Kind:
        return Markup

    def _tuple(self, node: nodes.Tuple | nodes.List, scope: Scope) -> Kind:
        return rows_of(either([self.kind(each, scope) for each in node.items]))

    _list = _tuple

    def _and(self, node: nodes.And | nodes.Or, scope: Scope) -> Kind:
        left = self.kind(node.left, scope)
        return either([left, self.kind(node.right, _allowing(node.left, scope))])

    _or = _and

    def _condexpr(self, node: nodes.CondExpr, scope: Scope) -> Kind:
        self.kind(node.test, scope)
        inside = _allowing(node.test, scope)
        return either([self.kind(node.expr1, inside), self.kind(node.expr2, inside)])

    def _concat(self, node: nodes.Concat, scope: Scope) -> Kind:
        for each in node.nodes:
            self.kind(each, scope)
        return Markup

    def _add(self, node: nodes.BinExpr, scope: Scope) -> Kind:
        sides = (self.kind(node.left, scope), self.kind(node.right, scope))
        if any(_words(side) for side in sides):
            self.tell(node.lineno, "not-allowed", f"{node.operator} is for numbers", "put words together with ~")
        return Any

    _mul = _mod = _add

    def _pow(self, node: nodes.Pow, _: Scope) -> Kind:
        self.tell(node.lineno, "not-allowed", "** is not for templates", "what is to be printed is worked out before")
        return Any

    def _name(self, node: nodes.Name, scope: Scope) -> Kind:
        if node.name in scope:
            found = scope[node.name]
            return Any if isinstance(found, Macro) else found
        if node.name in self.environment.globals or node.name in _OF_JINJA:
            return Any
        self.tell(node.lineno, *unknown(node.name, scope, self.elsewhere))
        return Any

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> Kind:
        return self._named(node, node.node, node.attr, scope)

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> Kind:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._named(node, node.node, node.arg.value, scope)
        kind = self.kind(node.node, scope)
        self.kind(node.arg, scope)
        return kind if isinstance(node.arg, nodes.Slice) else element(kind)

    def _named(self, node: nodes.Expr, before: nodes.Expr, name: str, scope: Scope) -> Kind:
        kind = self.kind(before, scope)
        found = None if finished(kind) or name.startswith("_") else attribute(kind, name)
        if found is None:
            self.tell(node.lineno, *without(_spoken(before), kind, name))
            return Any
        return found

    def _call(self, node: nodes.Call, scope: Scope) -> Kind:
        given = [self.kind(each, scope) for each in node.args]
        named = {each.key: self.kind(each.value, scope) for each in node.kwargs}
        for each in (node.dyn_args, node.dyn_kwargs):
            self.kind(each, scope)
        called = node.node
        if isinstance(called, nodes.Name) and isinstance(scope.get(called.name), Macro):
            self.call(scope[called.name], given, named)
            return Markup
        if isinstance(called, nodes.Getattr) and called.attr in ("items", "keys", "values"):
            kind = self.kind(called.node, scope)
            if rows_of_items(kind, called.attr) is not Any:
                return rows_of_items(kind, called.attr)
        self.kind(called, scope)
        return Any

    def _test(self, node: nodes.Test, scope: Scope) -> Kind:
        if node.name not in self.environment.tests:
            near = nearest(node.name, self.environment.tests, 1)
            self.tell(node.lineno, "unknown-test", f"there is no test named {node.name}", did_you_mean(near))
        self._lenient(node.node, node.name in ("defined", "undefined"), scope)
        for each in node.args:
            self.kind(each, scope)
        return bool

    def _filter(self, node: nodes.Filter, scope: Scope) -> Kind:
        kind = self._lenient(node.node, node.name in ("default", "d"), scope)
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self.kind(each, scope)
        if node.name not in self.environment.filters:
            self.tell(node.lineno, *no_filter(node.name, self.environment.filters))
            return Any
        by = self._by_name(node, kind)
        if node.name in _SAME:
            return kind
        if node.name in _ONE:
            return element(kind)
        if node.name == "map":
            return rows_of(by) if by is not None else Any
        return Markup if node.name in _MARKUP else Any

    def _by_name(self, node: nodes.Filter, kind: Kind) -> Kind | None:
        """The kind of the attribute that the filter goes by, which is held against what the rows have."""
        place = _BY_NAME.get(node.name, -1)
        named = next((each.value for each in node.kwargs if each.key == "attribute"), None)
        if named is None and place is not None and 0 <= place < len(node.args):
            named = node.args[place]
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            return None
        found = element(kind)
        for part in named.value.split("."):
            inside = attribute(found, part)
            if inside is None:
                self.tell(node.lineno, *without(f"a row of {_spoken(node.node)}", found, part))
                return Any
            found = inside
        return found

    def _lenient(self, node: nodes.Expr | None, lenient: bool, scope: Scope) -> Kind:
        """The kind of what a filter or a test is put to; one that asks whether a name is there takes any."""
        if lenient and isinstance(node, nodes.Name):
            return scope.get(node.name, Any)
        if lenient and isinstance(node, nodes.Getattr):
            return attribute(self._lenient(node.node, lenient, scope), node.attr) or Any
        return self.kind(node, scope)


def asked_for(test: nodes.Node) -> frozenset[str]:
    """The names that a test looks for with `is defined`, and that may be named where it has looked."""
    tests = [each for each in (test, *test.find_all(nodes.Test)) if isinstance(each, nodes.Test)]
    found = [each.node for each in tests if each.name in ("defined", "undefined")]
    return frozenset(each.name for each in found if isinstance(each, nodes.Name))


def _allowing(test: nodes.Node, scope: Scope) -> Scope:
    return {**dict.fromkeys(asked_for(test), Any), **scope}


def _words(kind: Kind) -> bool:
    found = members(kind)
    return kind is not Any and bool(found) and all(isinstance(each, type) and issubclass(each, str) for each in found)


def _spoken(node: nodes.Node | None) -> str:
    """The expression as it was written, as far as it is made of names."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_spoken(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_spoken(node.node)}[…]"
    return _spoken(node.node) if isinstance(node, nodes.Filter) else "this"
