from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.road import render
from cdrp_cli.rendering.templates import Templates
from rendering.hostile import CHARTS, COVER, TEMPLATE, VIEW


@pytest.fixture(scope="session")
def hostile_markdown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A paper whose every value looks like markup, as its template leaves it."""
    root = tmp_path_factory.mktemp("partnership")
    (root / "templates").mkdir()
    (root / "templates" / "hostile.md.j2").write_text(TEMPLATE, encoding="utf-8")
    return fill("hostile", VIEW, Templates(root))


@pytest.fixture(scope="session")
def hostile_papers(hostile_markdown: str) -> dict[Format, bytes]:
    """The same in every format."""
    return render(hostile_markdown, COVER, Format, charts=CHARTS)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder for templates of a partnership's own."""
    (tmp_path / "templates" / "looks").mkdir(parents=True)
    return tmp_path / "templates"
