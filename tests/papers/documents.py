"""The documents that are looked at as people see them. A new kind of paper adds its line to the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import Templates
from rendering.hostile import CHARTS, COVER, TEMPLATE, VIEW


@dataclass(frozen=True)
class Paper:
    """What the road makes a document of."""

    markdown: str
    cover: Cover
    charts: Mapping[str, str] = field(default_factory=dict)


def _hostile() -> Paper:
    """Words of records that look like markup, in every place a template can print them."""
    with TemporaryDirectory() as folder:
        templates = Path(folder) / "templates"
        templates.mkdir()
        (templates / "hostile.md.j2").write_text(TEMPLATE, encoding="utf-8")
        return Paper(fill("hostile", VIEW, Templates(Path(folder))), COVER, CHARTS)


def _across() -> Paper:
    """The same, laid across and without a marking."""
    paper = _hostile()
    return replace(paper, cover=replace(paper.cover, landscape=True, marking=""))


DOCUMENTS: Mapping[str, Callable[[], Paper]] = {
    "hostile": _hostile,
    "across": _across,
}
"""A name for the test's report, and a function that makes the paper: its Markdown, cover and charts."""
