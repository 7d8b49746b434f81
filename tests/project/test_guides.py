"""The guides for officers are true: what they show is done from top to bottom, and answers as they say."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from cdrp_cli.__main__ import main
from gitfolder import SETTINGS
from project.sourcecode import ROOT

GUIDES = ("the-year", "first-week")
CUT = "…"
"""Stands in a guide, on a line of its own, for whatever is left out."""
ASKED = "echo $?"
"""Shows the exit code of the command before; where a guide does not ask, that was nought."""
EDIT = "diff"
"""Heads a block of what is taken out of a file by hand, and written into it."""

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = re.compile(r"^\$ ", re.MULTILINE)
_INLINE = re.compile(r"`(cdrp [^`\n]+)`")


class Step(NamedTuple):
    """A command and what the guide shows of its answer, or an edit by hand."""

    typed: str
    shown: str


def _text(guide: str) -> str:
    return (ROOT / "docs" / f"{guide}.md").read_text(encoding="utf-8")


def _steps(guide: str) -> list[Step]:
    """What the guide has its reader do, in order; an edit is a step of its own."""
    found = []
    for kind, text in _BLOCK.findall(_text(guide)):
        if kind == EDIT:
            found.append(Step(EDIT, text))
            continue
        nothing, *pieces = _PROMPT.split(text)
        assert (kind, nothing) == ("console", ""), f"this block of {guide} is neither typed nor an edit:\n{text}"
        for piece in pieces:
            typed, _, shown = piece.partition("\n")
            found.append(Step(typed, shown))
    return found


def _typed(guide: str) -> list[str]:
    return [step.typed for step in _steps(guide) if step.typed not in (EDIT, ASKED)]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example in which commands are typed, at a terminal of 80 columns on an officer's machine."""
    folder = tmp_path / "exampleshire"
    shutil.copytree(ROOT / "examples" / "exampleshire", folder, ignore=shutil.ignore_patterns("build"))
    monkeypatch.chdir(folder)
    for key, value in {**SETTINGS, "COLUMNS": "80", "NO_COLOR": "1", "GIT_PAGER": "cat"}.items():
        monkeypatch.setenv(key, value)
    return folder


def _answer(typed: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """The exit code, and what stands on the screen: what is told and what is talked, as they come."""
    words = shlex.split(typed)
    if words[0] != "cdrp":
        told = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        return told.returncode, told.stdout
    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    with monkeypatch.context() as terminal:
        terminal.setattr(sys, "argv", words)
        terminal.setattr(sys, "stdout", screen)
        terminal.setattr(sys, "stderr", screen)
        with pytest.raises(SystemExit) as left:
            main()
    screen.seek(0)
    assert left.value.code is None or isinstance(left.value.code, int)
    return left.value.code or 0, screen.read()


def _edit(text: str, folder: Path) -> None:
    """Does by hand what a block of lines to take out (-) and to write (+) says; a new file has only the latter."""
    head, *lines = text.splitlines(keepends=True)
    path = folder / head[4:].strip()
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    if head.startswith("+++ "):
        assert (old, path.exists()) == ("", False)
        path.write_text(new, encoding="utf-8", newline="\n")
        return
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{path.name} holds this {before.count(old)} times:\n{old}"
    path.write_text(before.replace(old, new), encoding="utf-8", newline="\n")


def _agrees(said: str, shown: str) -> bool:
    """Whether every shown line was said, in that order, and nothing else but where the guide leaves something out."""
    blocks: list[list[str]] = [[]]
    for line in shown.splitlines():
        if line == CUT:
            blocks.append([])
        else:
            blocks[-1].append(line)
    rest = said.splitlines()
    first, *middle = blocks
    if not middle:
        return rest == first
    last = middle.pop()
    if rest[: len(first)] != first:
        return False
    rest = rest[len(first) :]
    for block in middle:
        place = _place(block, rest)
        if place is None:
            return False
        rest = rest[place + len(block) :]
    return len(last) <= len(rest) and rest[len(rest) - len(last) :] == last


def _place(block: list[str], lines: list[str]) -> int | None:
    """Where the lines of the block stand among the others, one under another."""
    return next((at for at in range(len(lines) + 1) if lines[at : at + len(block)] == block), None)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_can_be_followed_from_top_to_bottom(guide: str, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = 0
    for typed, shown in _steps(guide):
        if typed == ASKED:
            assert shown == f"{code}\n"
            code = 0
            continue
        assert code == 0, f"the exit code before '{typed}' was {code}"
        if typed == EDIT:
            _edit(shown, copy)
            continue
        code, said = _answer(typed, monkeypatch)
        assert _agrees(said, shown), f"$ {typed}\nthe guide shows:\n{shown}\nthe command says:\n{said}"
    assert code == 0


@pytest.mark.parametrize("guide", GUIDES)
def test_no_command_of_a_guide_leaves_out_all_that_it_says(guide: str) -> None:
    assert [step.typed for step in _steps(guide) if step.shown and not step.shown.replace(CUT, "").strip()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_no_command_that_it_does_not_show(guide: str) -> None:
    named = _INLINE.findall(_BLOCK.sub("", _text(guide)))
    shown = _typed(guide)
    assert [name for name in named if not any(command.startswith(name) for command in shown)] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_types_nothing_but_cdrp_and_git(guide: str) -> None:
    assert {shlex.split(typed)[0] for typed in _typed(guide)} == {"cdrp", "git"}


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_says_that_what_is_in_git_cannot_be_unpublished(guide: str) -> None:
    assert "cannot be unpublished" in _text(guide)


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [
        ("one\ntwo\nthree\n", True),
        ("one\n…\n", True),
        ("…\nthree\n", True),
        ("…\ntwo\n…\n", True),
        ("one\n…\nthree\n", True),
        ("one\n", False),
        ("…\ntwo\n", False),
        ("…\nthree\n…\ntwo\n…\n", False),
        ("…\nwo\n…\n", False),
        ("…\ntw\n…\n", False),
        ("two\n…\n", False),
    ],
)
def test_what_a_guide_shows_is_held_line_by_line(shown: str, agrees: bool) -> None:
    assert _agrees("one\ntwo\nthree\n", shown) is agrees
