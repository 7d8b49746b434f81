"""Where templates lie: a partnership's own, and those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

OWN = ("looks/paper.css", "looks/reference.docx")
"""The looks that a partnership may replace; every document's words (`*.md.j2`) may be replaced too."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one partnership: `root` is its folder, None for those of the program alone."""

    root: Path | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where a template is looked for, the partnership's own folder first."""
        own = () if self.root is None else (self.root / "templates",)
        return (*own, shipped())

    def find(self, name: str) -> Path | None:
        """The file of that name, None where there is none; never one outside the folders, however written or linked."""
        replaceable = name.endswith(".md.j2") or name in OWN
        for folder in self.folders if replaceable else (shipped(),):
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path
        return None

    def looks(self, name: str) -> Path:
        """A file of the looks; those that come with the program are always there."""
        found = self.find(f"looks/{name}")
        assert found is not None, name  # noqa: S101 - the program's own folder is not whole
        return found


@cache
def shipped() -> Path:
    """The folder that comes with the program: inside the package once installed, beside it in a checkout."""
    inside = Path(__file__).parents[1] / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "templates"
