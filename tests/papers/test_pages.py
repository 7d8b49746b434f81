"""Web pages pass the checkers that a council is asked about, wide and narrow, on screen and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.rendering.paper import Format
from papers.conftest import Files
from papers.programs import looked_at, run, validated


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(paper: Files, width: int) -> None:
    seen = looked_at(paper.html, width)
    assert seen["violations"] == []
    assert [each for each in seen["unsure"] if each["id"] != "color-contrast"] == []  # numbers on a chart's ground
    assert seen["passes"] > 15


def test_axe_would_find_something(paper: Files) -> None:
    broken = paper.html.replace('lang="en-GB"', "", 1).replace("#0b0c0c", "#cccccc")
    assert {each["id"] for each in looked_at(broken, 1280)["violations"]} >= {"html-has-lang", "color-contrast"}


def test_a_narrow_page_needs_no_sideways_scrolling(paper: Files) -> None:
    seen = looked_at(paper.html, 320)
    assert seen["wide"] <= seen["room"] <= 320


def test_the_w3c_checker_says_nothing(paper: Files) -> None:
    assert validated(paper.html) == []


def test_the_w3c_checker_would_say_something(paper: Files) -> None:
    assert validated(paper.html.replace("</main>", "", 1)) != []


def test_it_prints_whole(paper: Files, tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"
    page = paper.path(Format.HTML).as_uri()
    own = f"--user-data-dir={tmp_path}/own"
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", own, f"--print-to-pdf={printed}", page)
    words = paper.words_of(printed)
    assert paper.cover.title in words
    assert "Skip to main content" not in words
