"""Words of records that look like markup come out letter for letter in every paper, list, message and calendar."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from cdrp_cli.records.load import load
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.pandoc import DIALECT, program
from cdrp_cli.rendering.views.words import letter
from rendering.hostile import LINES, LONG
from rendering.hostile_records import HELD, NEXT, PAPER, TITLE, hostile_root
from rendering.test_road import Page
from rendering.test_word import Word
from typed import Cdrp

DAY = ("--as-of", "2026-06-01")
WORDS = [line for line in LINES if not line.startswith("- ")]
"""Prose that begins with `- ` is a list by the rules of records, and bears its point elsewhere."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_root(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def made(root: Path) -> Mapping[str, list[str]]:
    """The paragraphs, points and cells of each members' paper, read back from each format."""
    for command in (["agenda", NEXT], ["minutes", HELD], ["paper", PAPER]):
        formats = [word for form in ("markdown", "html", "docx") for word in ("--format", form)]
        run = ["-C", str(root), *command, "--audience", "members", *formats]
        subprocess.run([sys.executable, "-m", "cdrp_cli", *run], check=True, capture_output=True)
    found = (path for path in (root / "build/members").iterdir())
    return {path.name: [_collapsed(text) for text in _texts(path)] for path in found}


def _texts(path: Path) -> Iterator[str]:
    """What a reader of the file sees, a text for each paragraph, point, heading and cell."""
    if path.suffix == ".html":
        yield from Page(path.read_text(encoding="utf-8")).texts[2:]  # without its title and the link to skip it
    elif path.suffix == ".docx":
        yield from Word(path.read_bytes()).paragraphs()
    else:
        yield from _of_markdown(path.read_text(encoding="utf-8"))


def _of_markdown(markdown: str) -> Iterator[str]:
    command = [str(program()), "--sandbox", f"--from={DIALECT}", "--to=json"]
    marked = re.sub(r"(?<!\\)<br>", "[]{.br}", markdown)
    run = subprocess.run(command, input=marked.encode(), capture_output=True, check=True)
    yield from _blocks(json.loads(run.stdout)["blocks"])


def _blocks(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and node.get("t") in ("Para", "Plain"):
        yield _inlines(node["c"])
    elif isinstance(node, dict) and node.get("t") == "Header":
        yield _inlines(node["c"][2])
    elif isinstance(node, dict) and node.get("t") == "CodeBlock":
        yield node["c"][1]
    elif isinstance(node, dict):
        yield from _blocks(list(node.values()))
    elif isinstance(node, list):
        for each in node:
            yield from _blocks(each)


def _inlines(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_inlines, node))
    if not isinstance(node, dict):
        return ""
    kind, inside = node["t"], node.get("c")
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Str":
        return str(inside)
    return str(inside[1]) if kind == "Code" else _inlines(inside if kind in ("Strong", "Emph") else inside[1]) or " "


def _on_one_line(text: str) -> str:
    return text.strip().replace("\t", " ")


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def test_the_records_can_be_read(root: Path) -> None:
    loaded = load(read_folder(root))
    assert loaded.unread == ()
    meeting = loaded.partnership.meeting(HELD)
    assert meeting is not None
    assert [item.title for item in meeting.items] == list(LINES)


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_minutes_say_every_word(made: Mapping[str, list[str]], ending: str) -> None:
    texts = made[f"{HELD}-minutes.{ending}"]
    whole = "\n".join(texts)
    assert [line for line in LINES if _collapsed(line) not in texts] == [], "titles"
    assert [line for line in WORDS if f"NOTED: {_collapsed(line)}" not in texts] == [], "decisions"
    actions = [f"Action a{place}: {_collapsed(line)} (Community Safety Officer" for place, line in enumerate(LINES)]
    assert [each for each, line in zip(actions, LINES, strict=True) if line in WORDS and each not in whole] == []
    assert LONG in texts
    assert len(LONG.split()) >= 2000


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_an_agenda_says_every_word(made: Mapping[str, list[str]], ending: str) -> None:
    whole = "\n".join(made[f"{NEXT}-agenda.{ending}"])
    assert [line for line in LINES if _collapsed(line) not in whole] == []
    assert [line for line in LINES if f"Late item: {_collapsed(line)}" not in whole] == []


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_a_pack_says_what_its_parts_say(made: Mapping[str, list[str]], ending: str) -> None:
    pack = "\n".join(made[f"{NEXT}-pack.{ending}"])
    agenda, report = made[f"{NEXT}-agenda.{ending}"], made[f"{PAPER}.{ending}"]
    agenda = agenda[: agenda.index("Open actions")]  # a pack has them in its action log alone
    assert [text for text in (*agenda, *report) if re.search(r"\w{3}", text) and text not in pack] == []
    logged = [f"a{place} of 10 March 2026. {_collapsed(line)}" for place, line in enumerate(LINES)]
    assert [each for each in logged if each not in pack] == [], "action log"
    heard = [f"5 May 2026: still open. {_collapsed(line)}" for place, line in enumerate(LINES) if place % 2]
    assert [each for each in heard if each not in pack] == [], "history"


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_a_report_says_every_word_and_nothing_of_it_is_code(made: Mapping[str, list[str]], ending: str) -> None:
    texts = made[f"{PAPER}.{ending}"]
    whole = "\n".join(texts)
    assert TITLE in texts
    assert _collapsed(LINES[3]) in whole
    asked = [_collapsed(line) for line in LINES]
    assert [line for line in asked[:26] if line not in texts] == [], "recommendations, which the format letters"
    lettered = [f"({letter(place)}) {line}" for place, line in enumerate(asked[26:], 27)]
    assert [line for line in lettered if line not in texts] == [], "recommendations after (z), which the paper letters"
    for said in (
        "Background & <b>more</b>",
        "A line with & and < and a | bar, {{ 7 * 7 }}, {% include 'secret' %}, [sic], 🙂, Dŵr, tŷ, Llŷn ŵ.",
        "<script>alert(1)</script> and",
        "<w:p/>",
        "title: taken over",
    ):
        assert said in whole, said
    assert "root:" not in whole


def test_no_paper_holds_a_tag_a_link_or_a_field_of_a_record(root: Path, made: Mapping[str, list[str]]) -> None:
    assert len(made) == 4 * 3
    for path in (root / "build/members").glob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        assert {"script", "b", "img", "iframe", "object", "w:p"} & {name for name, _ in page.tags} == set()
        assert [
            each["href"] for each in page.all("a") if not str(each["href"]).startswith(("#", "https://example.org"))
        ] == []
    for path in (root / "build/members").glob("*.docx"):
        word = Word(path.read_bytes())
        assert b"passwd" not in b"".join(word.zip.read(name) for name in word.zip.namelist() if name.endswith(".rels"))
        assert not any("fldSimple" in each.tag or "instrText" in each.tag for each in word.body.iter())


def test_messages_about_actions_say_every_word(root: Path, cdrp: Cdrp) -> None:
    message = cdrp("-C", root, "actions", *DAY, "--open", "--by", "partner", "--format", "markdown").out
    texts = [_collapsed(text) for text in _of_markdown(message)]
    for place, line in enumerate(LINES):
        said = _collapsed(line)
        assert any(text.startswith(f"a{place}: {said}") or f"/a{place}: {said}" in text for text in texts), line


def test_lists_of_actions_say_every_word(root: Path, cdrp: Cdrp) -> None:
    listed = json.loads(cdrp("-C", root, "actions", *DAY, "--format", "json").out)
    told = {each["action"]: each["text"] for each in listed["actions"]}
    assert {f"{HELD}/a{place}": line.strip() for place, line in enumerate(LINES)}.items() <= told.items()
    rows = list(csv.DictReader(io.StringIO(cdrp("-C", root, "actions", *DAY, "--format", "csv").out)))
    cells = {cell for row in rows for cell in row.values()}  # an apostrophe stands before what looks like a formula
    assert [line for line in LINES if not {_on_one_line(line), f"'{_on_one_line(line)}"} & cells] == []
    out = root / "answers.xlsx"
    assert cdrp("-C", root, "actions", *DAY, "--open", "--format", "xlsx", "--out", out).code == 0
    book = CalamineWorkbook.from_path(str(out))
    every = {str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    assert [line for line in LINES if _on_one_line(line) not in every] == []


def test_a_calendar_says_every_place(root: Path, cdrp: Cdrp) -> None:
    path = root / "plan.ics"
    assert cdrp("-C", root, "calendar", "--year", "2027", *DAY, "--ics", path).code == 0
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    places = {str(each["LOCATION"]) for each in events if "LOCATION" in each}
    assert [line for line in LINES if line not in places] == []
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
