"""The plain spellings of `cdrp check` do what typer makes of the same words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cdrp_cli.cli import straight
from typed import Cdrp

PLAIN = (
    ["check"],
    ["check", "data/meetings"],
    ["check", "data/partners.yaml", "data/bodies.yaml", "--format", "concise"],
    ["check", "--fail-on", "never", "--as-of", "2025-12-31", "--today", "2026-01-05", "--format", "json"],
    ["-C", ".", "check", "--as-of", "2025-12-31"],
    ["-C", "nowhere", "check"],
    ["check", "nowhere"],
    ["check", "--format", "jsno"],
    ["check", "--fail-on", "note"],
    ["check", "--as-of", "31/12/2025"],
)
LEFT_TO_TYPER = (
    [],
    ["show", "vale"],
    ["--version"],
    ["check", "--help"],
    ["check", "--format=json"],
    ["check", "--format"],
    ["check", "--format", "--today"],
    ["check", "--format", "json", "--format", "text"],
    ["check", "--output", "json=a.json"],
    ["check", "--", "data"],
    ["check", ""],
    ["-C"],
    ["-C", "-v", "check"],
    ["-C", ".", "-C", "..", "check"],
    ["--version", "check"],
    ["check", "-C", "."],
)


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_plain_spelling_does_what_typer_makes_of_it(
    words: list[str], cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert straight.straight(words) is not None
    plain = cdrp(*words)
    monkeypatch.setattr(straight, "straight", lambda _words: None)
    assert cdrp(*words) == plain


@pytest.mark.parametrize("words", LEFT_TO_TYPER, ids=" ".join)
def test_what_typer_might_read_otherwise_is_left_to_it(words: list[str]) -> None:
    assert straight.straight(words) is None


def test_a_plain_check_does_not_load_typer(root: Path) -> None:
    script = (
        "import sys; from cdrp_cli.__main__ import main\nsys.argv = ['cdrp', 'check', '--fail-on', 'never']\n"
        "try: main()\nexcept SystemExit: print(sorted({'typer', 'rich', 'jinja2'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True, text=True)
    assert done.stderr == "[]\n"
