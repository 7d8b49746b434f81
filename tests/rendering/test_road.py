"""One Markdown in four formats: all of its words, none of them markup, the same bytes each time."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.pandoc import convert
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
from rendering.hostile import CHARTS, COVER, LINES, LONG


class Page(HTMLParser):
    """What a browser sees: the tags with their attributes, the text of each paragraph, point and cell."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.drawing = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.drawing = self.drawing or tag == "svg"
        if not self.drawing and tag in {"p", "li", "td", "th", "h1", "h2", "h3", "caption", "title"}:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.drawing = self.drawing and tag != "svg"

    def handle_data(self, data: str) -> None:
        if self.texts and not self.drawing:
            self.texts[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def page(hostile_papers: dict[Format, bytes]) -> Page:
    return Page(hostile_papers[Format.HTML].decode())


def test_every_line_is_on_the_page_three_times(page: Page) -> None:
    seen = [re.sub(r"\s+", " ", text).strip() for text in page.texts]
    for line in LINES:
        assert seen.count(re.sub(r"\s+", " ", line).strip()) >= 3, line
    assert LONG in seen


def test_the_page_holds_no_tag_of_a_record(page: Page) -> None:
    known = {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "a",
            "header",
            "footer",
            "main",
            "h1",
            "h2",
            "h3",
            "p",
            "ul",
        ),
        *("li", "dl", "dt", "dd", "div", "strong", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"),
        *("svg", "desc", "defs", "pattern", "rect", "path", "text"),
    }
    assert {name for name, _ in page.tags} - known == set()
    assert {attrs["href"] for attrs in page.all("a") if not str(attrs["href"]).startswith("#")} == set()
    asked = {name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in {"src", "data"}}
    assert asked == set()


def test_the_page_is_one_file_with_its_parts_named(page: Page, hostile_papers: dict[Format, bytes]) -> None:
    html = hostile_papers[Format.HTML].decode()
    assert page.all("html")[0]["lang"] == "en-GB"
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) - 1 == len(page.all("svg")) == 1
    assert page.all("a")[0] == {"class": "skip", "href": "#Main"}
    assert {attrs.get("scope") for attrs in page.all("th")} == {"col", "row"}
    assert len(page.all("thead")) == len(page.all("caption")) == len(page.all("table")) == 2
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert "url(http" not in html
    assert "@import" not in html
    assert "@media print" in html


def test_the_same_paper_has_the_same_bytes(hostile_markdown: str, hostile_papers: dict[Format, bytes]) -> None:
    assert render(hostile_markdown, COVER, Format, charts=CHARTS) == hostile_papers


def test_the_marking_is_on_every_face(hostile_papers: dict[Format, bytes]) -> None:
    assert hostile_papers[Format.MARKDOWN].decode().startswith("**DRAFT \\<until\\> approved & signed**\n\n# Gaps")
    assert hostile_papers[Format.HTML].decode().count("<p>DRAFT &lt;until&gt; approved &amp; signed</p>") == 2


def test_the_marking_is_in_the_margins_of_each_printed_page_and_can_say_nothing_to_a_browser() -> None:
    words = """A"; } </style><script>"""
    style = render("# T\n", Cover("T", COVER.day, marking=words), [Format.HTML])[Format.HTML].decode()
    style = style.partition("<style>")[2].partition("</style>")[0]
    assert r'@top-left { content: "A\000022\00003b\000020\00007d\000020\00003c\00002fstyle\00003e\00003cscript' in style
    assert style.count("@bottom-left { content:") == 1
    unmarked = render("# T\n", Cover("T", COVER.day), [Format.HTML])[Format.HTML].decode()
    assert "@top-left" not in unmarked


def test_paragraph_numbers_stay_on_a_page_that_is_printed() -> None:
    """A list without room on its left loses its numbers off the edge of the paper."""
    html = render("# T\n\n1. One\n", Cover("T", COVER.day), [Format.HTML])[Format.HTML].decode()
    rules = re.findall(r"(?m)^ *(.*) \{[^}]*padding-left: 0", html.partition("@media print")[2])
    assert rules
    assert not [rule for rule in rules if "ol" in rule or "ul" in rule]


def test_each_table_of_a_page_has_a_name_of_its_own() -> None:
    """A reader who listens can go to a table that scrolls, and hears which one it is."""
    table = "| a |\n|---|\n| b |\n\n"
    text = f"# T\n\n## Part A\n\n{table}Words\n\n{table}## Part B\n\n{table}: Costs\n"
    page = Page(render(text, Cover("T", COVER.day), [Format.HTML])[Format.HTML].decode())
    names = [each.get("aria-label") for each in page.all("div") if each.get("class") == "table"]
    assert names == ["Part A", "Part A (2)", "Costs"]
    assert page.all("table") == [{}, {}, {}]


def test_a_title_of_strange_signs_is_a_title() -> None:
    made = render("# T\n", Cover("a\x00b\n---\u2028c", COVER.day, author="true", marking="\x07"), Format)
    assert "<title>a\ufffdb --- c</title>" in made[Format.HTML].decode()


def test_markdown_is_for_people(hostile_papers: dict[Format, bytes]) -> None:
    text = hostile_papers[Format.MARKDOWN].decode()
    assert "\n:::" not in text
    assert "\n\n\n" not in text
    assert text.endswith("asked its officer for more.\n")


def test_a_break_in_a_cell_comes_from_the_template_only() -> None:
    cover = Cover("T", COVER.day)
    made = render("# T\n\n| a | b |\n|---|---|\n| one<br>two | \\\\<br>x\\<br\\> |\n", cover, [Format.HTML])
    html = made[Format.HTML].decode()
    assert "one<br>two" in html.replace("\n", "")
    assert "\\<br>x&lt;br&gt;" in html.replace("\n", "")


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("word " * 80, True),
        ("word " * 300, False),
        ("a<br>" * 20, True),
        ("a<br>" * 30, False),
    ],
)
def test_in_a_pdf_a_row_is_broken_over_two_pages_only_where_it_is_high(cell: str, whole: bool) -> None:
    marked = re.sub("<br>", "[]{.br}", f"# T\n\n| a | b |\n|---|---|\n| one | {cell} |\n")
    source = convert(marked, Cover("T", COVER.day), "typst", "paper.typ").decode()
    assert ("#set table.cell(breakable: false)" in source) is whole


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        (["Do it."] * 3, True),
        (["Do it."] * 30, False),
        (["Do it. " * 200], False),
    ],
)
def test_in_a_pdf_a_short_passage_stays_on_one_page_and_a_long_one_goes_on(points: list[str], kept: bool) -> None:
    listed = "".join(
        f"    ({letter}) {point}\n" for letter, point in zip("abcdefghijklmnopqrstuvwxyz" * 2, points, strict=False)
    )
    marked = f"# T\n\n::: {{.together}}\n\n## Recommendations\n\n7. Approve:\n\n{listed}\n:::\n"
    source = convert(marked, Cover("T", COVER.day), "typst", "paper.typ").decode()
    assert ("#block(breakable: false" in source) is kept


def test_headings_go_down_one_step_at_a_time_whatever_a_report_has() -> None:
    text = "## Title\n\n#### Deep\n\n##\n\n## Next\n\n### {.x}\n\nWords\n"
    made = render(text, Cover("T", COVER.day), [Format.HTML, Format.PDF])
    assert re.findall(r"<(h\d)[^>]*>([^<]*)", made[Format.HTML].decode()) == [
        ("h1", "Title"),
        ("h2", "Deep"),
        ("h2", "Next"),
    ]


def test_links_go_to_the_web_and_pictures_become_words() -> None:
    text = "# T\n\n[a](https://example.org) [b](javascript:alert) [c](file:///etc/passwd) ![d](/etc/passwd)\n"
    html = render(text, Cover("T", COVER.day), [Format.HTML])[Format.HTML].decode()
    assert '<p><a href="https://example.org">a</a> b c d</p>' in html


@pytest.mark.parametrize(("sign", "name"), [("漢", "“漢” (cjk unified ideograph-6f22)"), ("𒀀", "cuneiform sign a")])
def test_a_sign_without_a_typeface_is_named(sign: str, name: str) -> None:
    with pytest.raises(CdrpError) as told:
        render(f"# T\n\nText {sign} text\n", Cover("T", COVER.day), [Format.PDF])
    assert name in str(told.value)


@pytest.mark.parametrize(
    ("module", "form", "extra"),
    [("pypandoc", Format.HTML, "papers"), ("pypandoc", Format.DOCX, "papers"), ("typst", Format.PDF, "pdf")],
)
def test_a_missing_addition_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, module: str, form: Format, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CdrpError) as told:
        render("# T\n", Cover("T", COVER.day), [form])
    assert f"uv tool install 'cdrp-cli[{extra}]'" in str(told.value)
    assert "\n" not in str(told.value)
    assert render("# T\n", Cover("T", COVER.day), [Format.MARKDOWN]) == {Format.MARKDOWN: b"# T\n"}
