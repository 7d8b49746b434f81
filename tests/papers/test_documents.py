"""PDFs and Word papers say what the page says, and are built for people who listen to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from cdrp_cli.rendering.paper import Format
from papers.conftest import Files
from papers.programs import run
from rendering.hostile import LINES
from rendering.hostile_records import TITLE
from rendering.test_pack_pages import PARTS
from rendering.test_road import Page
from rendering.test_word import DC, W, Word


def _bare(text: str) -> str:
    """The text without spaces, which readers of PDF guess from distances."""
    return re.sub(r"[\s\u200b\ufe0f\u2060]+", "", text)


def _said(paper: Files) -> list[str]:
    """Every word of the page that has a letter or a digit, less its title."""
    return [word for text in Page(paper.html).texts[2:] for word in text.split() if re.search(r"\w", word)]


def test_every_word_of_the_page_is_in_the_pdf_and_in_word(paper: Files) -> None:
    for pdf in (paper.path(Format.PDF), paper.printed_word):
        text = _unhyphenated(paper.words_of(pdf))
        assert [word for word in _said(paper) if _unhyphenated(word) not in text] == []


def _unhyphenated(text: str) -> str:
    """The same without hyphens: the reader of PDF takes one at the end of a line for a break of the word."""
    return _bare(text).replace("-", "")


def test_hostile_lines_are_in_the_pdf_letter_for_letter(made: Mapping[str, Files]) -> None:
    text = _bare(made["hostile"].words_of(made["hostile"].path(Format.PDF)))
    for line in LINES:
        assert text.count(_bare(line)) >= 3, line


def test_hostile_records_are_in_the_pdf_of_a_pack_letter_for_letter(made: Mapping[str, Files]) -> None:
    """Each line as title, late item, recommendation, action and heading of the action log."""
    paper = made["hostile-pack"]
    text = _bare(paper.words_of(paper.path(Format.PDF)))
    assert [line for line in LINES if text.count(_bare(line)) < 4] == []
    assert _bare(TITLE) in text
    assert "root:" not in text


def test_each_part_of_a_pack_begins_a_page(made: Mapping[str, Files]) -> None:
    paper = made["pack"]
    for pdf in (paper.path(Format.PDF), paper.printed_word):
        pages = run("pdftotext", "-enc", "UTF-8", str(pdf), "-").split("\f")
        starts = [" ".join(page.split()).removeprefix(f"{paper.cover.marking} ") for page in pages]
        for part in PARTS:
            assert sum(start.startswith(part) for start in starts) == 1, part


def test_the_pdf_is_tagged_and_says_what_it_is(paper: Files) -> None:
    told = dict(line.split(":", 1) for line in run("pdfinfo", str(paper.path(Format.PDF))).splitlines() if ":" in line)
    assert {name: told[name].strip() for name in ("Title", "Author", "Tagged")} == {
        "Title": paper.cover.title,
        "Author": paper.cover.author,
        "Tagged": "yes",
    }
    assert b"pdfuaid:part" in paper.path(Format.PDF).read_bytes()


def test_the_pdf_has_the_structure_of_the_page(paper: Files) -> None:
    structure = run("pdfinfo", "-struct", str(paper.path(Format.PDF)))
    page = Page(paper.html)
    for tag, kind in {"h1": "H1", "h2": "H2", "h3": "H3", "table": "Table", "thead": "THead"}.items():
        assert len(re.findall(rf"^\s*{kind}\b", structure, re.MULTILINE)) == len(page.all(tag)), kind


def test_the_pdf_brings_its_typefaces(paper: Files) -> None:
    rows = [line.split() for line in run("pdffonts", str(paper.path(Format.PDF))).splitlines()[2:]]
    assert {row[-5] for row in rows} == {"yes"}, "embedded"
    assert any("LiberationSans" in row[0] for row in rows)


def test_word_is_built_as_its_checker_wants(paper: Files) -> None:
    word = Word(paper.path(Format.DOCX).read_bytes())
    page = Page(paper.html)
    for level in (1, 2, 3):
        assert len(word.paragraphs(f"Heading{level}")) == len(page.all(f"h{level}"))
    tables = list(word.body.iter(f"{W}tbl"))
    assert len(tables) == len(page.all("table"))
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)
    core = {each.tag: each.text for each in word.part("docProps/core.xml")}
    assert (core[f"{DC}title"], core[f"{DC}language"]) == (paper.cover.title, paper.cover.language)
    assert core[f"{DC}creator"] == paper.cover.author


def test_headings_go_down_one_step_at_a_time(paper: Files) -> None:
    levels = [int(name[1]) for name, _ in Page(paper.html).tags if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
