"""What is told of a name, a filter or a test that a template asks for and is not given: what it is, what is nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS

from cdrp_cli.core.words import both, nearest
from cdrp_cli.core.words import either as or_words
from cdrp_cli.rendering.template_check_found import What
from cdrp_cli.rendering.template_check_kinds import Kind, Names, element, finished, is_list, names_of

Said = tuple[What, str, str]
"""What it is, the message, the help."""


def unknown(name: str, scope: Names, elsewhere: Mapping[str, Sequence[str]]) -> Said:
    """What is told of a name that does not stand in the scope; `elsewhere`: who else is given it."""
    if name in DEFAULT_NAMESPACE:
        told = "a template prints what it is given and runs nothing"
        return "not-allowed", f"{name} is Jinja's own and switched off here", told
    paths = dict(_paths(scope))
    message = f"there is no name {name} here"
    exact = [path for path, last in paths.items() if last == name]
    if not exact and name in elsewhere:
        return "unknown-name", message, f"it is given to {both(elsewhere[name])} alone"
    near = exact or [*nearest(name, [each for each in scope if each != "loop"], 1)]
    if not near:
        last = nearest(name, list(paths.values()), 1)
        near = [path for path, each in paths.items() if each in last]
    return "unknown-name", message, did_you_mean(near[:3])


def _paths(scope: Names) -> Iterator[tuple[str, str]]:
    for name, kind in scope.items():
        yield from ((f"{name}.{each}", each) for each in names_of(kind))


def without(before: str, kind: Kind, name: str) -> Said:
    """What is told of a name that a value does not have."""
    if name.startswith("_"):
        told = "a template reaches no insides: names that begin with _ are closed to it"
        return "not-allowed", f"{before}.{name} is not for templates", told
    if finished(kind):
        told = f"write {{{{ {before} }}}}, which prints it whole"
        return "not-allowed", f"{before} is finished text, of which nothing can be named ({name})", told
    known = names_of(kind)
    message = f"{before} has no {name}"
    if known:
        return "unknown-name", message, f"{did_you_mean(nearest(name, known, 1))} It has {', '.join(known)}".strip()
    rows = names_of(element(kind))
    if not rows and is_list(kind):
        return "unknown-name", f"{message}: it is a list", f'write {{{{ {before} | join(", ") }}}}'
    if rows:
        loop = f"{{% for each in {before} %}}{{{{ each.{(nearest(name, rows, 1) or rows)[0]} }}}}{{% endfor %}}"
        return "unknown-name", f"{message}: it is a list", f"write {loop}. Each has {', '.join(rows)}"
    return "unknown-name", message, f"it is printed whole: {{{{ {before} }}}}"


def no_filter(name: str, known: Iterable[str]) -> Said:
    """What is told of a filter that there is not."""
    names = sorted(known)
    if name in FILTERS:
        told = "what a record says is printed letter for letter, and no filter changes that"
        return "not-allowed", f"the filter {name} is Jinja's own and switched off here", told
    near = nearest(name, names, 1)
    return "unknown-filter", f"there is no filter {name}", did_you_mean(near) or f"there are {', '.join(names)}"


def did_you_mean(near: Iterable[str]) -> str:
    """The question, empty where nothing is near."""
    found = list(near)
    return f"did you mean {or_words(found)}?" if found else ""
