"""The same records give the same papers, byte for byte, whatever machine, folder, clock or order a process has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"
EVERY = ("--format", "markdown", "--format", "html", "--format", "docx", "--format", "pdf")
MADE = (
    ("agenda", "2025-09-16-board"),
    ("minutes", "2025-09-16-board"),
    ("paper", "2026-03-10-home-takeover"),
    ("gap", "--as-of", "2026-03-31", "--format", "xlsx"),
)
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "987654", "TZ": "America/Los_Angeles", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "COLUMNS": "40"},
)
"""Two machines whose clocks are on different days of the year now and then."""


def _made(folder: Path, machine: dict[str, str], start: str) -> dict[str, str]:
    """The papers by name, each with its hash, made in a process that stands in the folder `start`."""
    root = folder / "a partnership"
    shutil.copytree(EXAMPLESHIRE / "data", root / "data")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **machine}
    for arguments in MADE:
        command = (sys.executable, "-m", "cdrp_cli", "-C", str(root), *arguments, *EVERY)
        subprocess.run(command, cwd=root / start, env=environment, check=True, capture_output=True)
    found = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    folders = (tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("another one, elsewhere"))
    starts = (".", "data/meetings")
    return [_made(*each) for each in zip(folders, MACHINES, starts, strict=True)]


def test_two_processes_make_the_same_bytes(made: list[dict[str, str]]) -> None:
    one, other = made
    assert len(one) == 4 * 4 * 2 + 4 + 2  # agenda, pack, minutes, gap; the report for members alone; two workbooks
    assert {name.rpartition(".")[2] for name in one} == {"md", "html", "docx", "pdf", "xlsx"}
    assert [name for name in one if other.get(name) != one[name]] == []
    assert one.keys() == other.keys()
