"""What the papers say of the project is true: commands print what is shown, paths exist, exit codes agree."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdrp_cli.cli import exit_codes
from cdrp_cli.output.formats import FORMATS
from project.sourcecode import ROOT, SOURCE, named

GALLERY = ROOT / "docs" / "errors.md"
"""Made from broken workspaces, whose paths it names; a test of its own keeps it fresh."""
PAPERS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")} - {GALLERY})
FROM = (ROOT, SOURCE, ROOT / "examples" / "exampleshire")
"""Where a path in a paper may start: the project, its package, a partnership's folder."""

_CONSOLE = re.compile(r"^```console\n\$ (cdrp [^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TICKED = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.<>-]+(?:/[\w.<>-]+)*/?")
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_ENDINGS = (".py", ".md", ".yaml", ".toml", ".json", ".txt")
CUT = "…"

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = [pytest.param(*found.groups(), id=found[1]) for found in _CONSOLE.finditer(README)]


def _said(command: str) -> str:
    """What the command prints on a terminal of 80 columns without colour."""
    words = shlex.split(command)[1:]
    done = subprocess.run(
        [sys.executable, "-m", "cdrp_cli", *words],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_a_command_in_the_readme_prints_what_is_shown(command: str, shown: str) -> None:
    rest = _said(command)
    *pieces, last = shown.split(f"{CUT}\n")
    if not pieces:
        assert rest == last
        return
    assert rest.startswith(pieces[0])
    for piece in pieces:
        assert piece in rest
        rest = rest[rest.index(piece) + len(piece) :]
    assert rest.endswith(last)


def test_the_readme_shows_commands() -> None:
    assert len(EXAMPLES) >= 2


def test_the_readme_tells_every_exit_code() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    codes = {value for name, value in vars(exit_codes).items() if name.isupper() and isinstance(value, int)}
    assert told == codes | {130}


def test_the_readme_tells_every_option_of_check() -> None:
    table = README.partition("| option of `cdrp check` |")[2]
    told = set(re.findall(r"^\| `(--[\w-]+)", table, re.MULTILINE))
    assert told == set(re.findall(r"^  (--[\w-]+)", _said("cdrp check --help"), re.MULTILINE)) - {"--help"}


def test_the_readme_tells_every_format() -> None:
    row = next(line for line in README.splitlines() if line.startswith("| `--format FORMAT`"))
    assert set(re.findall(r"`(\w+)`", row)) == set(FORMATS)


def _paths(paper: Path) -> Iterator[str]:
    for word in _TICKED.findall(paper.read_text(encoding="utf-8")):
        if _PATH.fullmatch(word) and (word.endswith(("/", *_ENDINGS)) or word.startswith((".ci/", "src/", "tests/"))):
            yield word


def _exists(path: str) -> bool:
    wanted = re.sub(r"<[^>]*>", "*", path)
    return any(next(start.glob(wanted), None) is not None for start in FROM)


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_paths_named_in_a_paper_exist(paper: Path) -> None:
    assert [path for path in _paths(paper) if not _exists(path)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_links_of_a_paper_lead_somewhere(paper: Path) -> None:
    links = _LINK.findall(paper.read_text(encoding="utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_every_paper_of_docs_is_in_its_index() -> None:
    index = ROOT / "docs" / "README.md"
    told = {(index.parent / link).resolve() for link in _LINK.findall(index.read_text(encoding="utf-8"))}
    assert told == {path.resolve() for path in index.parent.rglob("*") if path.is_file() and path != index}
