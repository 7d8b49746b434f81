"""The package as a stranger installs it: whole, and at work in a folder far from its source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from cdrp_cli import __version__
from project.sourcecode import ROOT, SOURCE

DATA = [path.relative_to(SOURCE.parent).as_posix() for path in SOURCE.rglob("*.yaml")]
TEMPLATES = [f"cdrp_cli/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*.*")]


def _run(*command: str | Path, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs a command that sees nothing of this checkout but what `settings` say."""
    known = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**known, "PYTHONUTF8": "1", **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    built = _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, folder=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment that holds the wheel, and sees the libraries of this one."""
    home = tmp_path_factory.mktemp("home of a stranger")
    venv.create(home, with_pip=False)
    windows = os.name == "nt"
    scripts = home / ("Scripts" if windows else "bin")
    packages = home / ("Lib" if windows else f"lib/python{sysconfig.get_python_version()}") / "site-packages"
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = scripts / ("python.exe" if windows else "python")
    added = _run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--ignore-installed"),
        *("--quiet", wheel),
        folder=home,
    )
    assert added.returncode == 0, added.stderr
    return scripts


def test_law_checklist_templates_and_licence_are_inside(wheel: Path) -> None:
    inside = ZipFile(wheel).namelist()
    assert "cdrp_cli/law/duties/strategy-group.yaml" in DATA
    assert "cdrp_cli/hallmarks/checklist.yaml" in DATA
    assert [name for name in (*DATA, *TEMPLATES) if name not in inside] == []
    assert "cdrp_cli/example/data/partners.yaml" in inside, "what templates are tried on"
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def test_nothing_else_is_inside(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in ZipFile(wheel).namelist()}
    assert tops == {"cdrp_cli", next(top for top in tops if top.endswith(".dist-info"))}


def test_it_runs_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    said = _run(installed / "cdrp", "--version", folder=tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith(f"cdrp {__version__}")
    nothing = _run(installed / "cdrp", "check", folder=tmp_path)
    assert nothing.returncode == 2
    assert "data/partners.yaml" in nothing.stderr


@pytest.mark.parametrize("records", ["data", "examples/exampleshire/data", "examples/braintree-2009/data"])
def test_it_says_what_the_source_says(installed: Path, tmp_path: Path, records: str) -> None:
    shutil.copytree(ROOT / records, tmp_path / "data")
    there = _run(installed / "cdrp", "check", "--as-of", "2026-03-31", folder=tmp_path)
    here = _run(
        *(sys.executable, "-m", "cdrp_cli", "check", "--as-of", "2026-03-31"),
        folder=tmp_path,
        PYTHONPATH=str(SOURCE.parent),
    )
    assert there.returncode in {0, 1, 3}, there.stderr
    assert (there.stdout, there.stderr) == (here.stdout, here.stderr)
    assert "31 March 2026" in there.stdout


def test_it_tries_templates_on_the_example_that_comes_with_it(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "minutes.md.j2").write_text("# {{ titel }}\n", encoding="utf-8")
    said = _run(installed / "cdrp", "template", "check", folder=tmp_path)
    assert (said.returncode, said.stderr) == (1, "")
    assert "  line 1: there is no name titel here\n  help: did you mean title?\n" in said.stdout
    assert "\n  each of attendance: " in said.stdout
