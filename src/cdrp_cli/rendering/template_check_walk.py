"""A template read line by line with all that it includes, as it would be filled in, whatever the records hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from markupsafe import Markup

from cdrp_cli.core.words import nearest
from cdrp_cli.rendering.template_check_expressions import Expressions, Macro, Scope, asked_for
from cdrp_cli.rendering.template_check_found import Mistake, What
from cdrp_cli.rendering.template_check_kinds import Kind, Names, element, unpacked

_DEEPEST = 20
"""Templates inside templates."""


class Walk:
    """Reads one paper's template for one audience; gathers the mistakes and the files that it came through.

    `known` are the names of the templates there are, for what is asked for and not there; `elsewhere` are names that
    other templates are given, with those templates.
    """

    def __init__(self, environment: Environment, known: Iterable[str], elsewhere: Mapping[str, Sequence[str]]) -> None:
        self.environment = environment
        self.known = tuple(known)
        self.mistakes: list[Mistake] = []
        self.through: list[str] = []
        self._file = ""
        self._asked: list[tuple[str, int]] = []
        self._calling: list[Macro] = []
        self._blocks: set[str] = set()
        self._extended = False
        self._expressions = Expressions(environment, self._tell, self._call, elsewhere)

    def read(self, name: str, names: Names) -> None:
        """Reads the template of that name with the names that it is given."""
        self._template(name, 1, dict(names))

    def _tell(self, line: int, what: What, message: str, help_: str) -> None:
        """Notes a mistake; one in a part that came with the program lies where one's own template asked for it."""
        file, place = self._file, line
        asked = [each for each in self._asked if each[0].startswith("templates/")]
        if not file.startswith("templates/") and asked:
            message = f"what {file.removeprefix('shipped/')} asks for is missing: {message}"
            help_ = "give it before, as the template does that came with cdrp"
            file, place = asked[-1]
        self.mistakes.append(Mistake(file, place, what, message, help_))

    def _template(self, name: str, line: int, scope: Scope) -> None:
        """Reads a template that stands in, or is asked for by, the one that is being read."""
        before = self._file
        try:
            source, file, _ = self.environment.loader.get_source(self.environment, name)  # type: ignore[union-attr]
        except TemplateNotFound:
            self._tell(line, "unknown-template", f"there is no template {name}", self._instead(name))
            return
        except TemplateSyntaxError as error:
            self.through.append(error.filename or "")
            self.mistakes.append(_unread(error))
            return
        if len(self._asked) > _DEEPEST:
            self._tell(line, "fails", f"{name} goes round in a circle", "a template cannot hold itself")
            return
        self._asked.append((before, line))
        extended, self._extended = self._extended, False
        self._file = str(file)
        self.through.append(self._file)
        try:
            tree = self.environment.parse(source, name, self._file)
            self._body(tree.body, scope)
            self._left_out(tree)
        except TemplateSyntaxError as error:
            self.mistakes.append(_unread(error))
        self._file, self._extended = before, extended
        self._asked.pop()

    def _left_out(self, tree: nodes.Template) -> None:
        """Tells of text that a template which extends another has outside of blocks: it is never printed."""
        shown = [each for each in tree.body if isinstance(each, nodes.Output) and not _blank(each)]
        if self._extended and shown:
            told = "put it into a block of the template that this one extends"
            self._tell(shown[0].lineno, "not-used", "what stands outside the blocks is not printed", told)

    def _instead(self, name: str) -> str:
        near = nearest(name, self.known, 1)
        if near:
            return f"did you mean {near[0]}?"
        return "templates lie in the folder templates, and nothing outside it can be read"

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for each in body:
            self._statement(each, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        read: Callable[[Any, Scope], None] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
        if read is not None:
            read(node, scope)
            return
        for each in node.iter_child_nodes():
            if isinstance(each, nodes.Expr):
                self._expressions.kind(each, scope)
            else:
                self._statement(each, scope)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        self._expressions.kind(node.test, scope)
        free = asked_for(node.test) - scope.keys()
        scope |= dict.fromkeys(free, Any)
        self._body(node.body, scope)
        for each in node.elif_:
            self._if(each, scope)
        self._body(node.else_, scope)
        kept = {each.name for each in node.find_all(nodes.Name) if each.ctx == "store"}
        for name in free - kept:
            del scope[name]

    def _for(self, node: nodes.For, scope: Scope) -> None:
        inside: Scope = {**scope, "loop": LoopContext}
        kind = self._expressions.kind(node.iter, scope)
        _bind(node.target, element(kind), inside)
        self._expressions.kind(node.test, inside)
        self._body(node.body, inside)
        self._body(node.else_, dict(scope))

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        _bind(node.target, self._expressions.kind(node.node, scope), scope)

    def _assignblock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self._body(node.body, dict(scope))
        if node.filter is not None:
            self._expressions.kind(node.filter, scope)
        _bind(node.target, Markup, scope)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inside = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            _bind(target, self._expressions.kind(value, scope), inside)
        self._body(node.body, inside)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = Macro(node, scope, self._file)

    def _callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        self._expressions.kind(node.call, scope)
        self._body(node.body, {**scope, **{each.name: Any for each in node.args}})

    def _block(self, node: nodes.Block, scope: Scope) -> None:
        if self._extended and node.name not in self._blocks:
            known = (
                f"it has {', '.join(sorted(self._blocks))}" if self._blocks else "it has none: begin with a copy of it"
            )
            self._tell(node.lineno, "not-used", f"what this extends has no block {node.name}: it is not printed", known)
        self._blocks.add(node.name)
        self._body(node.body, dict(scope))

    def _call(self, macro: Macro, given: list[Kind], named: Mapping[str, Kind]) -> None:
        """Reads a macro as it is called here."""
        if macro in self._calling:
            return
        params = [each.name for each in macro.node.args]
        bound = {**dict.fromkeys(params, Any), **dict(zip(params, given, strict=False)), **named}
        before, self._file = self._file, macro.file
        self._calling.append(macro)
        self._body(macro.node.body, {**macro.scope, **bound})
        self._calling.pop()
        self._file = before

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        names = _named(node.template)
        found = [name for name in names if name.removeprefix("shipped/") in self.known]
        for name in found[:1] or (() if node.ignore_missing else names[:1]):
            self._template(name, node.lineno, dict(scope) if node.with_context else {})

    def _extends(self, node: nodes.Extends, scope: Scope) -> None:
        for name in _named(node.template):
            self._template(name, node.lineno, dict(scope))
        self._extended = True

    def _import(self, node: nodes.Import, scope: Scope) -> None:
        self._brought(node, scope)
        scope[node.target] = Any

    def _fromimport(self, node: nodes.FromImport, scope: Scope) -> None:
        inside = self._brought(node, scope)
        for each in node.names:
            name, called = (each, each) if isinstance(each, str) else each
            scope[called] = inside.get(name, Any)

    def _brought(self, node: nodes.Import | nodes.FromImport, scope: Scope) -> Scope:
        inside: Scope = dict(scope) if node.with_context else {}
        for name in _named(node.template):
            self._template(name, node.lineno, inside)
        return inside


def _unread(error: TemplateSyntaxError) -> Mistake:
    told = f"this cannot be read as a template: {error.message}"
    return Mistake(error.filename or "", error.lineno, "not-a-template", told, "see the line, and the one before it")


def _blank(node: nodes.Output) -> bool:
    """Whether it prints nothing but space."""
    return all(isinstance(each, nodes.TemplateData) and not each.data.strip() for each in node.nodes)


def _named(node: nodes.Expr) -> tuple[str, ...]:
    """The templates asked for by name; one that is worked out while filling in is left to the trial."""
    parts = node.items if isinstance(node, nodes.Tuple | nodes.List) else [node]
    return tuple(each.value for each in parts if isinstance(each, nodes.Const) and isinstance(each.value, str))


def _bind(target: nodes.Node, kind: Kind, scope: Scope) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = kind
    elif isinstance(target, nodes.Tuple):
        for each, part in zip(target.items, unpacked(kind, len(target.items)), strict=True):
            _bind(each, part, scope)
