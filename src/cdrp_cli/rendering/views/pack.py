"""The pack of a meeting: agenda, minutes to approve, action log and reports, in one paper with its contents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from cdrp_cli.core.dates import say
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.agenda import agenda
from cdrp_cli.rendering.views.closed import FACE
from cdrp_cli.rendering.views.issued import Changed
from cdrp_cli.rendering.views.minutes import minutes
from cdrp_cli.rendering.views.open_actions import open_actions
from cdrp_cli.rendering.views.report import published, report
from cdrp_cli.rendering.views.sitting import sitting
from cdrp_cli.rules.agenda.sittings import to_approve

_RULE = re.compile(r"(?m)^\* \* \*$")
_HEADING = re.compile(r"(?m)^(?=#{1,5} )")


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of the pack: its title in Markdown, its marking, and the rest, headings under those of the pack."""

    title: Markup
    marking: str
    text: Markup


def pack(
    partnership: Partnership,
    meeting: Meeting,
    audience: Audience,
    templates: Templates,
    changed: Changed | None = None,
    rows: Iterable[DutyRow] | None = (),
) -> Document:
    """The pack for members, or for the public, made of the papers that its audience gets one by one.

    `changed` and `rows` are for the agenda, whose open actions stand in the action log. Raises CdrpError where the
    template of one of them does not work.
    """
    head = sitting(partnership, meeting, called=True)
    first = agenda(partnership, meeting, audience, changed, rows, log=True)
    drafts, reports = _drafts(partnership, meeting, audience), _reports(partnership, meeting, audience)
    actions = open_actions(partnership, meeting) if audience is Audience.MEMBERS else ()
    closed = any(each.cover.exempt for each in (first, *drafts, *reports)) or any(each.closed for each in actions)
    title = f"{head.body}: papers for {say(meeting.day)}"
    cover = Cover(title, meeting.day, author=head.partnership, marking=FACE if closed else "", exempt=closed)
    view = {
        "title": title,
        "head": head,
        "agenda": _part(first, templates),
        "minutes": tuple(_part(each, templates) for each in drafts),
        "actions": actions,
        "parts": tuple(_part(each, templates) for each in reports),
    }
    return Document("pack", f"{meeting.id}-pack", audience, cover, view)


def _drafts(partnership: Partnership, meeting: Meeting, audience: Audience) -> tuple[Document, ...]:
    """The minutes to approve."""
    held = to_approve(partnership, meeting)
    return tuple(minutes(partnership, each, audience, draft=True) for each in held)


def _reports(partnership: Partnership, meeting: Meeting, audience: Audience) -> tuple[Document, ...]:
    """The reports before the meeting that the audience gets, each once, in the order of its items."""
    named = dict.fromkeys(item.paper for item in meeting.items if item.paper is not None)
    found = [paper for name in named if (paper := partnership.paper(name)) is not None]
    shown = (each for each in found if audience is Audience.MEMBERS or published(partnership, each))
    return tuple(report(partnership, each, audience) for each in shown)


def _part(paper: Document, templates: Templates) -> Part:
    before, _, rest = f"\n{fill(paper.template, paper.view, templates)}".partition("\n# ")
    title, _, after = rest.partition("\n")
    text = _HEADING.sub("#", f"{_RULE.sub('', before)}\n{after}").strip("\n")
    return Part(Markup(title), paper.cover.marking, Markup(text))  # noqa: S704 - a template has escaped it
