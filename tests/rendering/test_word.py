"""A Word paper is built as Word's own accessibility checker wants it, in the styles of reference.docx."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
from cdrp_cli.rendering.templates import Templates, shipped
from rendering.hostile import COVER, LINES, LONG, TITLE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"


class Word:
    """A Word file opened."""

    def __init__(self, made: bytes) -> None:
        self.zip = ZipFile(BytesIO(made))
        self.body = self.part("word/document.xml")

    def part(self, name: str) -> ET.Element:
        return ET.fromstring(self.zip.read(name))  # noqa: S314 - made a moment ago by this program

    def paragraphs(self, style: str | None = None) -> list[str]:
        return [_text(each) for each in self.body.iter(f"{W}p") if style is None or _style(each) == style]

    def edges(self) -> str:
        names = [name for name in self.zip.namelist() if re.fullmatch(r"word/(header|footer)\d*\.xml", name)]
        return "\n".join(_text(self.part(name)) for name in names)


def _text(element: ET.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.attrib[f"{W}val"]


@pytest.fixture(scope="module")
def word(hostile_papers: dict[Format, bytes]) -> Word:
    return Word(hostile_papers[Format.DOCX])


def test_every_line_is_in_it_three_times(word: Word) -> None:
    seen = [re.sub(r"\s+", " ", text).strip() for text in word.paragraphs()]
    for line in LINES:
        assert seen.count(re.sub(r"\s+", " ", line).strip()) >= 3, line
    assert LONG in seen


def test_headings_are_headings(word: Word) -> None:
    assert word.paragraphs("Heading1") == [TITLE]
    assert word.paragraphs("Heading2") == ["Summary", f"{LINES[0]} {LINES[8]}", "Progress", "In cells"]
    assert word.paragraphs("Heading3") == ["The end"]
    assert word.paragraphs("Title") == []


def test_title_author_and_language_are_told(word: Word) -> None:
    core = word.part("docProps/core.xml")
    told = {each.tag: each.text for each in core}
    assert (told[f"{DC}title"], told[f"{DC}creator"], told[f"{DC}language"]) == (TITLE, COVER.author, "en-GB")
    assert {each.text for each in core if each.tag.endswith(("}created", "}modified"))} == {"2026-03-10T12:00:00Z"}
    languages = {each.attrib[f"{W}val"] for each in word.part("word/styles.xml").iter(f"{W}lang")}
    assert languages == {"en-GB"}


def test_tables_repeat_their_header_and_have_a_caption(word: Word) -> None:
    tables = list(word.body.iter(f"{W}tbl"))
    assert len(tables) == 2
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        widths = [int(column.attrib[f"{W}w"]) for column in table.iter(f"{W}gridCol")]
        assert min(widths) > 400
    assert len(word.paragraphs("TableCaption")) == 2


def test_type_is_a_sans_of_twelve_points_or_more(word: Word) -> None:
    styles = word.part("word/styles.xml")
    sizes = {int(each.attrib[f"{W}val"]) for each in styles.iter(f"{W}sz")}
    used = {_style(paragraph) for paragraph in word.body.iter(f"{W}p")}
    fonts = {
        each.attrib.get(f"{W}ascii")
        for style in styles.iter(f"{W}style")
        for each in style.iter(f"{W}rFonts")
        if style.attrib.get(f"{W}styleId") in used
    }
    assert fonts <= {"Arial"}
    assert "Heading1" in used
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default is not None
    assert [each.attrib.get(f"{W}ascii") or each.attrib.get(f"{W}val") for each in default][:2] == ["Arial", "24"]
    assert min(sizes) >= 20  # of the styles no paper uses


def test_marking_and_title_stand_at_head_and_foot(word: Word) -> None:
    assert word.edges().count("DRAFT <until> approved & signed") == 2
    assert TITLE in word.edges()
    assert word.paragraphs("Marking") == ["DRAFT <until> approved & signed"]


def test_a_paper_without_marking_has_none() -> None:
    plain = Word(render("# T\n", Cover("T", COVER.day), [Format.DOCX])[Format.DOCX])
    assert "marking" not in plain.edges()
    assert plain.paragraphs("Marking") == []


def test_a_wide_paper_lies_across() -> None:
    across = Word(render("# T\n", Cover("T", COVER.day, landscape=True), [Format.DOCX])[Format.DOCX])
    size = next(across.body.iter(f"{W}pgSz"))
    assert (size.attrib[f"{W}w"], size.attrib[f"{W}orient"]) == ("16838", "landscape")
    (tab,) = (each for each in across.part("word/footer1.xml").iter(f"{W}tab") if f"{W}pos" in each.attrib)
    assert int(tab.attrib[f"{W}pos"]) > 14000


def test_an_own_reference_wins(own: Path) -> None:
    shutil.copy(shipped() / "looks" / "reference.docx", own / "looks" / "reference.docx")
    with ZipFile(own / "looks" / "reference.docx") as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:val="1D3F5E"', b'w:val="ABCDEF"')
    with ZipFile(own / "looks" / "reference.docx", "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    made = render("# T\n", Cover("T", COVER.day), [Format.DOCX], Templates(own.parent))[Format.DOCX]
    assert b"ABCDEF" in ZipFile(BytesIO(made)).read("word/styles.xml")


def test_a_reference_that_is_no_word_file_is_told(own: Path) -> None:
    (own / "looks" / "reference.docx").write_text("not a Word file", encoding="utf-8")
    with pytest.raises(CdrpError, match=r"reference\.docx is not a Word document"):
        render("# T\n", Cover("T", COVER.day), [Format.DOCX], Templates(own.parent))


def test_numbers_of_two_digits_have_room_before_the_text() -> None:
    """`10.` in 12 points is as wide as the 360 twips (18 points) that pandoc leaves."""
    made = Word(render("# T\n\n10. Ten\n", Cover("T", COVER.day), [Format.DOCX])[Format.DOCX])
    rooms = [each.attrib.get(f"{W}hanging") for each in made.part("word/numbering.xml").iter(f"{W}ind")]
    assert rooms
    assert set(rooms) == {"480"}
