"""What went wrong while a template was filled in, told with the file and the line."""

from __future__ import annotations

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError

from cdrp_cli.core.errors import CdrpError

OWN = "templates/"
"""How the names of a partnership's own templates begin; those of the program begin with `shipped/`."""


class TemplateFaultError(CdrpError):
    """A template that cannot be filled in: the deepest line of it, 1 or more, 0 where no line is known."""

    def __init__(self, file: str, line: int, told: str) -> None:
        super().__init__(f"{file}, line {line}: {told}" if line else told)
        self.file = file
        self.line = line
        self.told = told


def fault(name: str, error: Exception) -> TemplateFaultError:
    """The error of the template `NAME.md.j2` in words for the officer."""
    places = _places(error) or [(f"{OWN}{name}.md.j2", 0)]
    if isinstance(error, TemplateNotFound):
        told = f"there is no template {error.name}: templates lie in the folder templates and end in .md.j2"
        return TemplateFaultError(places[-1][0], 0, told)
    if isinstance(error, TemplateSyntaxError):
        told = f"this cannot be read as a template ({error.message})"
        return TemplateFaultError(error.filename or places[-1][0], error.lineno, told)
    return TemplateFaultError(*places[-1], _told(error))


def own_line(error: BaseException) -> tuple[str, int] | None:
    """The deepest line of a template of one's own that the error passed through."""
    own = [place for place in _places(error) if place[0].startswith(OWN)]
    return own[-1] if own else None


def _told(error: Exception) -> str:
    if isinstance(error, UndefinedError):
        return f"this name does not exist here ({error.message}); cdrp template check says what there is"
    if isinstance(error, SecurityError):
        return f"a template may only print what it is given ({error})"
    if isinstance(error, RecursionError):
        return "this goes round in a circle"
    return "this does not work on the value it is given"


def _places(error: BaseException) -> list[tuple[str, int]]:
    """The lines of templates that the error passed through, the deepest last."""
    found, trace = list[tuple[str, int]](), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".md.j2"):
            found.append((file, trace.tb_lineno))
        trace = trace.tb_next
    return found
