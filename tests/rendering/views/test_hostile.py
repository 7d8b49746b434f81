"""Words of records that look like markup come out letter for letter in every place of a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.core.citation import Owner
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.items import Exempt, Item
from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Action, Decision
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.document import made
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.agenda import agenda
from cdrp_cli.rendering.views.closed import marking
from cdrp_cli.rendering.views.minutes import minutes
from cdrp_cli.rendering.views.words import letter
from rendering.hostile import LINES, LONG
from rendering.test_road import Page

VALE = Path(__file__).parents[3] / "examples" / "exampleshire"


@pytest.fixture(scope="module")
def vale() -> Partnership:
    """The invented partnership."""
    return load(read_folder(VALE)).partnership


@pytest.fixture(scope="module")
def hostile(vale: Partnership) -> Meeting:
    """A meeting whose every word looks like markup; its first item has a minute of two thousand words."""
    meeting = vale.meeting("2026-03-10-board")
    assert meeting is not None
    items = tuple(_item(line) for line in LINES)
    first = items[0].model_copy(update={"text": LONG})
    return meeting.model_copy(update={"items": (first, *items[1:]), "venue": LINES[0]})


def _item(line: str) -> Item:
    action = Action(kind="action", id="a1", text=line, owner=Owner("words", line))
    return Item(title=line, text=line, outcomes=(Decision(kind="decision", verb="noted", text=line), action))


def _said(text: str) -> str:
    return " ".join(text.split())


def test_minutes_say_every_line_as_it_was_written(vale: Partnership, hostile: Meeting) -> None:
    (copy,) = made([minutes(vale, hostile, Audience.MEMBERS)], (Format.HTML,), Templates())
    page = Page(copy.files[Format.HTML].decode())
    texts = [_said(text) for text in page.texts]
    whole = "\n".join(texts)
    assert [line for line in LINES if _said(line).removeprefix("- ") not in texts] == []
    assert [line for line in LINES if f"NOTED: {_said(line)}" not in whole and not line.startswith("-")] == []
    assert LONG in texts
    assert len(page.all("h2")) == len(LINES) + len(("Attendance", "Interests declared", "Actions"))
    assert {"script", "b", "img"} & {tag for tag, _ in page.tags} == set()


def test_agendas_say_every_title_as_it_was_written(vale: Partnership, hostile: Meeting) -> None:
    (copy,) = made([agenda(vale, hostile, Audience.PUBLIC)], (Format.HTML,), Templates())
    texts = [_said(text) for text in Page(copy.files[Format.HTML].decode()).texts]
    assert [line for line in LINES if _said(line) not in texts] == []


def test_only_a_committee_of_a_council_is_under_the_act() -> None:
    exempt = Exempt(paragraphs=(3, 7), reason="Crime")
    act = "Not for publication: exempt information under paragraphs 3 and 7 of Schedule 12A to the Local Government Act"
    assert marking(Body(id="scrutiny", name="Scrutiny", rules="council-committee"), exempt).startswith(act)
    assert "by analogy with paragraphs 3 and 7" in marking(Body(id="board", name="Board"), exempt)
    assert marking(None, None).startswith("Not for publication: the partnership's own marking. It is not an exemption")


@pytest.mark.parametrize(("number", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba")])
def test_recommendations_go_on_after_z(number: int, expected: str) -> None:
    assert letter(number) == expected
