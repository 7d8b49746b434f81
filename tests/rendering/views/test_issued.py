"""What the face of an agenda tells of a change: to the public nothing that it could not see before or now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Issue, Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.views.issued import Changed, changed
from rendering.views.canary import CANARY, planted

VALE = Path(__file__).parents[3] / "examples" / "exampleshire"
CLOSED = "2025-09-16-board"
"""A meeting with a closed item."""
SENT = date(2025, 9, 5)


def _with(partnership: Partnership, **fields: object) -> tuple[Partnership, Meeting]:
    """The records with that meeting changed, which was issued to both."""
    issued = tuple(Issue(date=SENT.isoformat(), revision=CANARY, audience=each.value) for each in Audience)
    meetings = tuple(
        each.model_copy(update={"issued": issued, **fields}) if each.id == CLOSED else each
        for each in partnership.meetings
    )
    kept = replace(partnership, meetings=meetings)
    meeting = kept.meeting(CLOSED)
    assert meeting is not None
    return kept, meeting


@pytest.fixture(scope="module")
def vale() -> Partnership:
    """The invented partnership as it stands."""
    return load(read_folder(VALE)).partnership


@pytest.mark.parametrize("links", [False, True])
def test_what_members_alone_see_changes_no_public_agenda(vale: Partnership, *, links: bool) -> None:
    sown = planted(vale, links=links)
    for then, (now, meeting) in ((vale, _with(sown)), (sown, _with(vale))):
        assert changed(now, meeting, then, Audience.PUBLIC) is None
        members = changed(now, meeting, then, Audience.MEMBERS)
        assert members is not None
        assert members.altered


def test_the_public_is_told_neither_revision_nor_a_day_that_is_not_public(vale: Partnership) -> None:
    now, meeting = _with(vale, venue="Elsewhere", agenda_published=date(2025, 9, 4))
    assert changed(now, meeting, vale, Audience.PUBLIC) == Changed(None, "", other=("the place",))
    assert changed(now, meeting, None, Audience.PUBLIC) == Changed(None, "", known=False)
    now, meeting = _with(vale, venue="Elsewhere", agenda_published=SENT)
    assert changed(now, meeting, vale, Audience.PUBLIC) == Changed(SENT, "", other=("the place",))


def test_members_are_told_both(vale: Partnership) -> None:
    now, meeting = _with(vale, start="09:30", observers=True)
    told = Changed(SENT, CANARY[:10], other=("the time", "how people meet"))
    assert changed(now, meeting, vale, Audience.MEMBERS) == told


def test_items_go_by_number_in_the_order_of_the_agenda(vale: Partnership) -> None:
    _, meeting = _with(vale)
    first, second, *others = meeting.items
    new = second.model_copy(update={"number": "2a", "title": "New"})
    now, meeting = _with(vale, items=(second, new, *others))
    told = changed(now, meeting, vale, Audience.PUBLIC)
    assert told is not None
    assert (told.added, told.removed, told.altered) == (("2a",), (first.number,), ())


def test_a_meeting_that_the_revision_does_not_have_cannot_be_compared(vale: Partnership) -> None:
    now, meeting = _with(vale)
    then = replace(vale, meetings=())
    assert changed(now, meeting, then, Audience.MEMBERS) == Changed(SENT, CANARY[:10], known=False)


def test_what_was_never_issued_has_not_changed(vale: Partnership) -> None:
    now, meeting = _with(vale, issued=(), venue="Elsewhere")
    assert changed(now, meeting, vale, Audience.MEMBERS) is None
