"""A document before it is written: its template, what it shows, for whom, under which name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.files import Audience, Copy
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
from cdrp_cli.rendering.templates import Templates


@dataclass(frozen=True, slots=True)
class Document:
    """One document for one audience. `view` is all that its template can print."""

    template: str
    name: str
    audience: Audience
    cover: Cover
    view: Mapping[str, Any]


def made(documents: Iterable[Document], formats: tuple[Format, ...], templates: Templates) -> tuple[Copy, ...]:
    """Every document in every format; raises CdrpError where a template or a format does not work."""
    return tuple(
        Copy(
            each.name,
            each.audience,
            each.cover,
            render(fill(each.template, each.view, templates), each.cover, formats, templates),
        )
        for each in documents
    )
