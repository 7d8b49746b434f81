"""A document before it is written: its template, what it shows, for whom, under which name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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


Telling = Callable[[int, int, Document, Format], None]
"""Told before each file is made: the how manieth it is, counted from 1, of how many, of which document, as what."""


def made(
    documents: Iterable[Document],
    formats: tuple[Format, ...],
    templates: Templates,
    telling: Telling = lambda *_: None,
) -> tuple[Copy, ...]:
    """Every document in every format; raises CdrpError where a template or a format does not work."""
    every = tuple(documents)
    copies: list[Copy] = []
    for place, each in enumerate(every):
        text, files = fill(each.template, each.view, templates), dict[Format, bytes]()
        for form in formats:
            telling(place * len(formats) + len(files) + 1, len(every) * len(formats), each, form)
            files |= render(text, each.cover, (form,), templates)
        copies.append(Copy(each.name, each.audience, each.cover, files))
    return tuple(copies)
