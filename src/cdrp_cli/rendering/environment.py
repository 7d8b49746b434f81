"""Templates filled in: every value escaped for Markdown, an unknown name an error, no code, no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace
from markupsafe import Markup

from cdrp_cli.core.dates import PartialDate, say
from cdrp_cli.rendering.marked import Prose, Written, in_cell, inline, prose, written
from cdrp_cli.rendering.template_fault import OWN, fault
from cdrp_cli.rendering.templates import Templates, shipped

_BUILT_IN = (
    *("batch", "capitalize", "default", "first", "groupby", "int", "last", "length", "list", "lower", "map", "max"),
    *("min", "reject", "rejectattr", "round", "select", "selectattr", "sort", "sum", "trim", "unique", "upper"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def fill(name: str, view: Mapping[str, Any], templates: Templates) -> str:
    """The Markdown of a document: the template `NAME.md.j2` with what the view holds.

    Raises TemplateFaultError, with file and line, where the template is missing, asks for a name that is not there,
    or reaches for what templates may not do.
    """
    try:
        text = environment(templates).get_template(f"{name}.md.j2").render(view)
    except (
        TemplateError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise fault(name, error) from error
    return text.strip("\n") + "\n"


@lru_cache(maxsize=4)
def environment(templates: Templates) -> Environment:
    """The one way templates are read; each file once, for as long as it stays as it is."""
    made = _Sandbox(
        loader=_Loader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=marked,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters = {name: made.filters[name] for name in _BUILT_IN} | _OURS
    made.globals = {"range": safe_range, "namespace": Namespace}
    return made


def marked(value: object) -> Markup:
    """What a template prints for a value: Markdown that shows it as it is; nothing for None."""
    if isinstance(value, StrictUndefined):
        str(value)  # raises, and names what is missing
    if isinstance(value, Markup):
        return value
    if isinstance(value, Prose):
        return Markup(prose(value.text))  # noqa: S704 - escaped for Markdown
    if isinstance(value, Written):
        return Markup(written(value.text, value.below))  # noqa: S704 - without HTML and attributes
    return Markup(inline(_words(value)))  # noqa: S704 - escaped for Markdown


def cell(value: object) -> Markup:
    """A value for a table cell: the paragraphs of prose become its lines."""
    return Markup(in_cell(value.text)) if isinstance(value, Prose) else marked(value)  # noqa: S704 - escaped


def join(values: Any, between: str = "") -> Markup:
    """The values one after another; `between` is the template's own and may be Markdown."""
    return Markup(between).join(marked(value) for value in values)  # noqa: S704 - a template's own words


def indent(value: object, width: int = 4) -> Markup:
    """A value whose later lines stand further in: prose inside a point of a list."""
    return Markup(re.sub(r"\n(?=[^\n])", "\n" + " " * width, marked(value)))  # noqa: S704 - marked above


def weekday(day: date) -> str:
    """The day of the week in English; a Welsh template has `day.weekday()`, Monday being 0."""
    return _WEEKDAYS[day.weekday()]


_OURS = {"cell": cell, "indent": indent, "join": join, "weekday": weekday}


def _spaced(part: object) -> Markup:
    around = (part[:1].isspace(), part[-1:].isspace()) if isinstance(part, str) else (False, False)
    before, after = (Markup(" ") if space else Markup() for space in around)
    return before + marked(part) + after if str(part).strip() else before


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.say()
    if isinstance(value, date):
        return say(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


class _Loader(BaseLoader):
    """Templates of the two folders, whatever name a template asks for."""

    def __init__(self, templates: Templates) -> None:
        self.templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - jinja2's
        """Text and name of a template; `shipped/NAME` is always the one that came with the program."""
        where = Templates() if template.startswith("shipped/") else self.templates
        name = template.removeprefix("shipped/")
        path = where.find(name) if template.endswith(".md.j2") else None
        if path is None:
            raise TemplateNotFound(template)
        place = "shipped/" if path.is_relative_to(shipped().resolve()) else OWN
        file = f"{place}{name}"
        try:
            stamp = _stamp(path)
            return path.read_text(encoding="utf-8"), file, lambda: where.find(name) == path and _stamp(path) == stamp
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise TemplateSyntaxError("it is not saved as UTF-8", line, template, file) from None


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


class _Generator(CodeGenerator):
    """Templates compiled so that words put together with `~` are escaped for Markdown too."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - the name jinja2 calls
        """Writes `environment.together((first, second, …))`."""
        self.write("environment.together((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Sandbox(ImmutableSandboxedEnvironment):
    """No code, no change of a value, and no method of marked text, which would escape for HTML only."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read it."""
        return not isinstance(obj, Markup | Environment) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers; marked text takes no part in it, and nothing grows without bound."""
        if operator == "**":
            raise SecurityError("powers are not for templates")
        if isinstance(left, str) or isinstance(right, str):
            raise SecurityError(f"{operator} is for numbers: put words together with ~")
        if operator == "*" and not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError("* is for numbers")
        return super().call_binop(context, operator, left, right)

    def together(self, parts: tuple[object, ...]) -> Markup:
        """What `~` makes: the parts, each escaped, with the spaces between them."""
        return join(_spaced(part) for part in parts)
