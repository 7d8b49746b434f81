"""Every document of the list in every format, made once; the programs that look at it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
from papers.documents import DOCUMENTS
from papers.programs import TOOLS, run


@dataclass(frozen=True)
class Files:
    """One document as files, and as Word shows it: turned into a PDF by LibreOffice."""

    cover: Cover
    folder: Path

    def path(self, form: Format) -> Path:
        return self.folder / f"paper.{form.suffix}"

    @property
    def html(self) -> str:
        return self.path(Format.HTML).read_text(encoding="utf-8")

    @property
    def printed_word(self) -> Path:
        return self.folder / "word" / "paper.pdf"

    def words_of(self, pdf: Path) -> str:
        """The text of a PDF as it is read out, one space between words."""
        return " ".join(run("pdftotext", "-enc", "UTF-8", str(pdf), "-").split())


@pytest.fixture(scope="session", autouse=True)
def _programs() -> None:
    """All that these tests need is there, or one line says how to get it."""
    missing = [name for name in ("chromium", "soffice", "pdftotext", "java") if shutil.which(name) is None]
    if missing or not TOOLS.is_dir():
        pytest.exit(f"the tests of papers need {', '.join(missing) or 'their checkers'}: run make test-papers", 1)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Files]:
    """The documents by name."""
    files = {}
    for name, make in DOCUMENTS.items():
        paper, folder = make(), tmp_path_factory.mktemp(name)
        for form, content in render(paper.markdown, paper.cover, Format, charts=paper.charts).items():
            (folder / f"paper.{form.suffix}").write_bytes(content)
        office = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        run(
            "soffice", office, "--headless", "--convert-to", "pdf", "--outdir", f"{folder}/word", f"{folder}/paper.docx"
        )
        files[name] = Files(paper.cover, folder)
    return files


@pytest.fixture(params=sorted(DOCUMENTS))
def paper(request: pytest.FixtureRequest, made: Mapping[str, Files]) -> Files:
    """Each document in turn."""
    return made[request.param]
