"""Suggestions are for members: no public view of a planned meeting is given one, nor its reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.views.agenda import agenda
from rendering.views.canary import CANARY, planted

VALE = Path(__file__).parents[3] / "examples" / "exampleshire"
NAME = "2025-06-20-board"
ITEMS = "items: [{title: Cars, source: partner, raised_by: county}]\n"


def _planned(more: str) -> tuple[Partnership, Meeting]:
    """The invented partnership with a meeting to which business was put off, and the word planted."""
    text = f"body: board\ndate: 2025-06-20\nstatus: planned\n{more}"
    (meeting,) = load(Tree({f"data/meetings/{NAME}.yaml": text.encode()})).partnership.meetings
    vale = load(read_folder(VALE)).partnership
    found = planted(replace(vale, meetings=(*vale.meetings, meeting)), links=False)
    sown = found.meeting(NAME)
    assert sown is not None
    return found, sown


@pytest.mark.parametrize("more", ["", ITEMS], ids=["no business", "some business"])
def test_no_public_view_of_a_planned_meeting_holds_the_word(more: str) -> None:
    partnership, meeting = _planned(more)
    document = agenda(partnership, meeting, Audience.PUBLIC)
    assert document.view["suggested"] == ()
    assert CANARY not in repr((document.name, document.cover, dict(document.view)))


def test_members_are_given_them() -> None:
    partnership, meeting = _planned(ITEMS)
    (found,) = agenda(partnership, meeting, Audience.MEMBERS).view["suggested"]
    assert (found.number, found.title) == ("S1", "Taxi marshals at Corn Yard")
    assert found.why.startswith("Put off to 10 June 2025 by minute 252 of 11 March 2025: ")


def test_where_none_are_wanted_members_are_given_none_either() -> None:
    partnership, meeting = _planned(ITEMS)
    assert agenda(partnership, meeting, Audience.MEMBERS, rows=None).view["suggested"] == ()
