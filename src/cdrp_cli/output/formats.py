"""The written table of formats; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.core.words import nearest

if TYPE_CHECKING:
    from cdrp_cli.core.report import Report
    from cdrp_cli.output.view import View

    Renderer = Callable[[Report, View], str]

FORMATS = {"text": "cdrp_cli.output.text", "concise": "cdrp_cli.output.concise", "json": "cdrp_cli.output.json"}
"""Each format and the module whose `render` writes it."""

DATELESS = frozenset(("concise",))
"""The formats without room for the dates of the run: they are told on standard error."""


def known(name: str) -> str:
    """The name, if it is that of a format; UnknownIdError with the nearest otherwise."""
    if name not in FORMATS:
        raise UnknownIdError("format", name, nearest(name, FORMATS) or tuple(FORMATS))
    return name


def renderer(name: str) -> Renderer:
    """The function that renders a report in that format."""
    return cast("Renderer", import_module(FORMATS[known(name)]).render)
