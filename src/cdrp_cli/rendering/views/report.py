"""A report to a body as such reports are laid out: to whom, by whom, its text, what the body is asked to approve."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.records.papers import Paper
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.views.closed import FACE, closed_paper, marking
from cdrp_cli.rendering.views.numbered import numbered
from cdrp_cli.rendering.views.words import Names, letter

_NO_DAY = date(2000, 1, 1)
"""For the files of a report whose day nobody knows; no reader sees it."""
_PURPOSE = re.compile(r"(?im)^#+\s+purpose\s*$")


@dataclass(frozen=True, slots=True)
class Report:
    """What a report shows. `number` is that of the paragraph of recommendations, after the last of the text."""

    partnership: str
    to: str
    on: date | None
    authors: tuple[str, ...]
    title: str
    marking: str
    purpose: str
    text: Markup
    number: int
    asked: str
    recommendations: tuple[tuple[str, str], ...]
    background: tuple[str, ...]
    signed: tuple[str, ...]


def published(partnership: Partnership, paper: Paper) -> bool:
    """Whether the report has a public copy: its body publishes all its papers, and nothing in it is closed."""
    body = partnership.body(paper.to)
    return body is not None and body.publish == "all" and not closed_paper(partnership, paper)


def report(partnership: Partnership, paper: Paper, audience: Audience) -> Document:
    """The report for members, or for the public where it is published: whole then, but for names written in words."""
    names = Names(partnership)
    day = _day(partnership, paper)
    closed = closed_paper(partnership, paper)
    view = _view(partnership, paper, day, names, public=audience is Audience.PUBLIC)
    cover = Cover(paper.title, day, author="; ".join(view.authors), marking=FACE if closed else "", exempt=closed)
    return Document("report", paper.name, audience, cover, {"paper": view})


def _view(partnership: Partnership, paper: Paper, day: date, names: Names, *, public: bool) -> Report:
    meeting = partnership.meeting(paper.meeting) if paper.meeting is not None else None
    purpose = paper.purpose if paper.purpose is not None and not _PURPOSE.search(paper.text) else ""
    text = numbered(paper.text, 2 if purpose else 1)
    authors = tuple(names.owner(each) for each in paper.authors if not (public and each.kind == "words"))
    dated = paper.dated.say() if paper.dated is not None else ""
    return Report(
        partnership=names.itself(day),
        to=names.body(paper.to),
        on=meeting.date if meeting is not None else None,
        authors=authors,
        title=paper.title,
        marking=marking(partnership.body(paper.to), paper.exempt) if closed_paper(partnership, paper) else "",
        purpose=purpose,
        text=text.text,
        number=text.next,
        asked=_asked(names.body(paper.to), len(paper.recommendations)),
        recommendations=tuple((letter(place), each) for place, each in enumerate(paper.recommendations, 1)),
        background=tuple(names.cited(each) for each in paper.refers_to),
        signed=(*authors, *((dated,) if dated else ())),
    )


def _asked(body: str, count: int) -> str:
    start = body if body.startswith("The ") else f"The {body}"
    return f"{start} is recommended to approve the following {'proposal' if count == 1 else 'proposals'}:"


def _day(partnership: Partnership, paper: Paper) -> date:
    """The day the report speaks for: its meeting's, else the last it can be dated."""
    meeting = partnership.meeting(paper.meeting) if paper.meeting is not None else None
    day: date = meeting.date if meeting is not None else _last(paper.dated)
    return day


def _last(dated: PartialDate | None) -> date:
    return dated.latest if dated is not None and dated.year is not None else _NO_DAY
