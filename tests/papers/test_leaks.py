"""What is not for the public is in no PDF for the public: not in its text, properties, structure or bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from papers.programs import run
from rendering.sown import Sown, sow

MEETINGS = ("2024-12-10-board", "2025-09-16-board")
"""With a closed item each."""


def _read(pdf: Path) -> bytes:
    """All that can be got out of a PDF: its text, what it tells of itself, its structure with its text, its bytes."""
    told = [
        run("pdftotext", "-enc", "UTF-8", str(pdf), "-"),
        run("pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"),
        run("pdfinfo", "-enc", "UTF-8", str(pdf)),
        run("pdfinfo", "-meta", str(pdf)),
        run("pdfinfo", "-struct-text", str(pdf)),
        run("pdfinfo", "-dests", str(pdf)),
    ]
    return "\n".join(told).encode()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sown, Path]:
    """The papers of those meetings for either audience, as PDFs, and what was sown."""
    root = tmp_path_factory.mktemp("sown")
    sown = sow(root)
    for meeting in MEETINGS:
        for command in ("agenda", "minutes"):
            typed = (sys.executable, "-m", "cdrp_cli", "-C", str(root), command, meeting, "--format", "pdf")
            subprocess.run(typed, check=True, capture_output=True)
    return sown, root / "build"


def _found(sown: Sown, folder: Path) -> dict[str, set[str]]:
    return {path.name: {*sown.found(_read(path)), *sown.found(path.read_bytes())} for path in folder.glob("*.pdf")}


def test_no_pdf_for_the_public_holds_what_is_not_for_it(made: tuple[Sown, Path]) -> None:
    sown, build = made
    found = _found(sown, build / "public")
    assert len(found) == len(MEETINGS) * 3
    assert {name: words - sown.titles for name, words in found.items() if words - sown.titles} == {}
    assert all(words & sown.titles for words in found.values()), "titles of open items are there: the search reads PDFs"


def test_pdfs_for_members_do_hold_it(made: tuple[Sown, Path]) -> None:
    sown, build = made
    found = _found(sown, build / "members")
    assert all(words & sown.exempt for words in found.values())
    assert all(words & sown.private == set() for words in found.values())
