"""No public copy holds anything that is for members or private, whatever its template prints."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.document import Document, made
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.agenda import agenda
from cdrp_cli.rendering.views.minutes import minutes
from cdrp_cli.rendering.views.pack import pack
from cdrp_cli.rendering.views.report import published, report
from rendering.views.canary import CANARY, planted

VALE = Path(__file__).parents[3] / "examples" / "exampleshire"
CLOSED = ("2024-12-10-board", "2025-09-16-board")
"""Meetings with a closed item."""


@pytest.fixture(scope="module")
def vale() -> Partnership:
    """The invented partnership as it stands."""
    return load(read_folder(VALE)).partnership


@pytest.fixture(scope="module", params=[False, True], ids=["words", "words and links"])
def sown(request: pytest.FixtureRequest, vale: Partnership) -> Partnership:
    """The same with the word planted."""
    return planted(vale, links=request.param)


def _documents(partnership: Partnership, audience: Audience) -> Iterator[Document]:
    """Every paper of every meeting of a body that publishes."""
    for meeting in partnership.meetings:
        body = partnership.body(meeting.body)
        if body is None or body.publish == "none":
            continue
        yield agenda(partnership, meeting, audience)
        yield pack(partnership, meeting, audience, Templates())
        if meeting.took_place:
            yield minutes(partnership, meeting, audience)
    for paper in partnership.papers:
        if audience is Audience.MEMBERS or published(partnership, paper):
            yield report(partnership, paper, audience)


def _leaks(document: Document) -> bool:
    """Whether any template whatever could print the word: all that it is given is looked at."""
    return CANARY in repr((document.name, document.cover, dict(document.view)))


def test_no_public_view_holds_the_word(sown: Partnership) -> None:
    found = list(_documents(sown, Audience.PUBLIC))
    assert len(found) > 60
    assert [document.name for document in found if _leaks(document)] == []


def test_the_word_would_be_found(sown: Partnership) -> None:
    leaking = [document.name for document in _documents(sown, Audience.MEMBERS) if _leaks(document)]
    assert {f"{CLOSED[1]}-agenda", f"{CLOSED[1]}-minutes", f"{CLOSED[1]}-pack"} <= set(leaking)


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_item_goes_by_its_public_title(vale: Partnership, name: str) -> None:
    meeting = vale.meeting(name)
    assert meeting is not None
    (closed,) = (item for item in meeting.items if item.exempt is not None)
    assert closed.exempt is not None
    for document in (agenda(vale, meeting, Audience.PUBLIC), minutes(vale, meeting, Audience.PUBLIC)):
        shown = repr(dict(document.view))
        assert repr(closed.exempt.public_title) in shown
        assert closed.title not in shown


def test_no_byte_of_a_public_file_holds_the_word(sown: Partnership) -> None:
    meeting = sown.meeting(CLOSED[1])
    assert meeting is not None
    (copy,) = made([pack(sown, meeting, Audience.PUBLIC, Templates())], tuple(Format), Templates())
    parts = [ZipFile(BytesIO(copy.files[Format.DOCX])).read(name) for name in _names(copy.files[Format.DOCX])]
    assert [part for part in (*copy.files.values(), *parts) if CANARY.encode() in part] == []


def test_a_template_of_ones_own_can_print_no_more_than_the_view_holds(sown: Partnership, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    leaking = "# {{ title }}\n\n{% for item in items %}\n{{ item }} {{ item.text }} {{ item.updates }}\n{% endfor %}\n"
    (tmp_path / "templates" / "minutes.md.j2").write_text(leaking, encoding="utf-8")
    meeting = sown.meeting(CLOSED[1])
    assert meeting is not None
    texts = {
        audience: made([minutes(sown, meeting, audience)], (Format.MARKDOWN,), Templates(tmp_path))[0].files
        for audience in Audience
    }
    assert CANARY in texts[Audience.MEMBERS][Format.MARKDOWN].decode()
    assert CANARY not in texts[Audience.PUBLIC][Format.MARKDOWN].decode()


def _names(packed: bytes) -> list[str]:
    return ZipFile(BytesIO(packed)).namelist()
