"""The documents that are looked at as people see them. A new kind of paper adds its line to the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from cdrp_cli.cli.gap_made import judged
from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering import gap
from cdrp_cli.rendering.chart import draw
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.agenda import agenda
from cdrp_cli.rendering.views.minutes import minutes
from cdrp_cli.rendering.views.pack import pack
from cdrp_cli.rendering.views.report import report
from rendering.hostile import CHARTS, COVER, TEMPLATE, VIEW
from rendering.hostile_records import NEXT, hostile_root

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"


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


def _gap() -> Paper:
    """The gap report of the invented partnership, the copy for members."""
    made = judged(EXAMPLESHIRE, EXAMPLESHIRE, (date(2026, 3, 31), None), "section")
    told, copy = made.told(), Audience.MEMBERS
    shown = gap.view(made.gaps, made.held, made.by, told, copy)
    charts = {gap.CHART: draw(gap.progress(made.gaps))}
    return Paper(fill("gap-report", shown, Templates()), gap.cover_of(made.gaps, told, copy), charts)


def _of(meeting: str, make: Callable[[Partnership, Meeting, Audience], Document]) -> Paper:
    """A paper of a meeting of the invented partnership that has a closed item, the copy for members."""
    partnership = load(read_folder(EXAMPLESHIRE)).partnership
    found = partnership.meeting(meeting)
    assert found is not None
    return _filled(make(partnership, found, Audience.MEMBERS))


def _hostile_pack() -> Paper:
    """A pack whose agenda, minutes, action log and report are all made of words that look like markup."""
    with TemporaryDirectory() as folder:
        partnership = load(read_folder(hostile_root(Path(folder)))).partnership
    found = partnership.meeting(NEXT)
    assert found is not None
    return _filled(pack(partnership, found, Audience.MEMBERS, Templates()))


def _report() -> Paper:
    """The report of July 2011."""
    partnership = load(read_folder(EXAMPLESHIRE.parents[1])).partnership
    found = partnership.paper("2011-07-26-review-group-proposals")
    assert found is not None
    return _filled(report(partnership, found, Audience.PUBLIC))


def _filled(document: Document) -> Paper:
    return Paper(fill(document.template, document.view, Templates()), document.cover)


DOCUMENTS: Mapping[str, Callable[[], Paper]] = {
    "hostile": _hostile,
    "across": _across,
    "gap": _gap,
    "agenda": partial(_of, "2025-09-16-board", agenda),
    "minutes": partial(_of, "2025-09-16-board", minutes),
    "pack": partial(_of, "2025-09-16-board", partial(pack, templates=Templates())),
    "hostile-pack": _hostile_pack,
    "report": _report,
}
"""A name for the test's report, and a function that makes the paper: its Markdown, cover and charts."""
