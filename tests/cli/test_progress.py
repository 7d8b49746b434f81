"""A long run says on one line of the terminal what it is making, and leaves nothing behind."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cdrp_cli.cli.progress import progress
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.document import Document, made
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.templates import Templates

DAY = date(2026, 3, 10)


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True

    def seen(self) -> list[str]:
        """What the line said, one after another."""
        return [each.rstrip() for each in self.getvalue().split("\r") if each.strip()]


def _document(name: str, audience: Audience) -> Document:
    return Document("trial", name, audience, Cover("T", DAY), {})


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "trial.md.j2").write_text("# T\n", encoding="utf-8")
    return Templates(tmp_path)


PAPERS = (
    _document("2026-03-10-board-agenda", Audience.PUBLIC),
    _document("2026-03-10-board-pack", Audience.MEMBERS),
)


def test_each_file_is_told_before_it_is_made(templates: Templates) -> None:
    terminal = Terminal()
    with progress(terminal, {"NO_COLOR": "1"}) as telling:
        made(PAPERS, (Format.MARKDOWN, Format.HTML, Format.DOCX), templates, telling)
    assert terminal.seen() == [
        "making 2 of 6: 2026-03-10-board-agenda for public, web page",
        "making 3 of 6: 2026-03-10-board-agenda for public, Word",
        "making 5 of 6: 2026-03-10-board-pack for members, web page",
        "making 6 of 6: 2026-03-10-board-pack for members, Word",
    ]


def _screen(written: str) -> str:
    """What is left to see on the line after all was written over it."""
    line: list[str] = []
    for part in written.split("\r"):
        line[: len(part)] = part
    return "".join(line)


def test_a_shorter_line_leaves_nothing_of_a_longer_one_and_the_end_nothing_at_all(templates: Templates) -> None:
    terminal = Terminal()
    shown = []
    with progress(terminal, {}) as telling:
        for number, form in enumerate((Format.HTML, Format.PDF), 1):
            telling(number, 2, PAPERS[0], form)
            shown.append(_screen(terminal.getvalue()).rstrip())
    assert [each[-8:] for each in shown] == ["web page", "lic, PDF"]
    assert _screen(terminal.getvalue()).strip() == ""
    assert terminal.getvalue().endswith("\r")
    assert "\x1b" not in terminal.getvalue()


def test_a_line_is_no_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal = Terminal()
    with progress(terminal, {}) as telling:
        telling(1, 2, PAPERS[0], Format.PDF)
    assert max(map(len, re.split("[\r\n]", terminal.getvalue()))) == 39


def test_the_line_is_gone_when_a_paper_fails(templates: Templates) -> None:
    terminal = Terminal()
    papers = (PAPERS[0], replace(PAPERS[1], template="none"))

    def fails() -> None:
        with progress(terminal, {}) as telling:
            made(papers, (Format.HTML,), templates, telling)

    with pytest.raises(CdrpError, match="there is no template"):
        fails()
    assert terminal.seen() == ["making 1 of 2: 2026-03-10-board-agenda for public, web page"]
    assert _screen(terminal.getvalue()).strip() == ""


@pytest.mark.parametrize(
    ("stream", "environment"),
    [(io.StringIO(), {}), (Terminal(), {"CI": "true"}), (Terminal(), {"TERM": "dumb"})],
    ids=["piped", "in a build", "a terminal that cannot go back"],
)
def test_nothing_is_told_where_nobody_looks(stream: io.StringIO, environment: dict[str, str]) -> None:
    with progress(stream, environment) as telling:
        telling(1, 2, PAPERS[0], Format.PDF)
    assert stream.getvalue() == ""


def test_text_alone_is_not_told_of(templates: Templates) -> None:
    terminal = Terminal()
    with progress(terminal, {}) as telling:
        made(PAPERS, (Format.MARKDOWN,), templates, telling)
    assert terminal.getvalue() == ""
