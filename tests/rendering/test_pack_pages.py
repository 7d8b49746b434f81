"""Each part of a pack begins a page of its own, so that a member finds it and takes it out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.document import made
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.pack import pack
from rendering.test_road import Page
from rendering.test_word import W, Word, _style, _text

PARTS = [
    "Partnership Board: agenda for 16 September 2025",
    "Partnership Board: minutes of 24 June 2025",
    "Action log",
    "Renewal of the town camera contract",
]
"""Of the pack of 16 September 2025, as members get it."""


@pytest.fixture(scope="module")
def files() -> Mapping[Format, bytes]:
    """The pack as a web page and in Word."""
    partnership = load(read_folder(Path(__file__).parents[2] / "examples" / "exampleshire")).partnership
    meeting = partnership.meeting("2025-09-16-board")
    assert meeting is not None
    document = pack(partnership, meeting, Audience.MEMBERS, Templates())
    return made([document], (Format.HTML, Format.DOCX), Templates())[0].files


def test_in_word_the_heading_of_each_part_begins_the_page(files: Mapping[Format, bytes]) -> None:
    word = Word(files[Format.DOCX])
    begins = [each for each in word.body.iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [_text(each) for each in begins] == PARTS
    assert {_style(each) for each in begins} == {"Heading2"}
    assert [each for each in word.body.iter(f"{W}br") if f"{W}type" in each.attrib] == []


def test_on_a_web_page_a_break_stands_before_the_heading_of_each_part(files: Mapping[Format, bytes]) -> None:
    page = Page(files[Format.HTML].decode())
    tags = [(name, attrs.get("class")) for name, attrs in page.tags]
    after = [tags[place + 1][0] for place, tag in enumerate(tags) if tag == ("div", "page")]
    assert after == ["h2"] * len(PARTS)
    assert ".page { break-before: page; }" in files[Format.HTML].decode().partition("@media print")[2]
