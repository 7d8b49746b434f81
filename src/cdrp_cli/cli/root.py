"""The folder a command works on, and the files in it that were asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cdrp_cli.core.errors import CdrpError

MARK = "data/partners.yaml"
"""The file that makes a folder a partnership's."""


def find_root(given: Path | None, start: Path) -> Path:
    """The folder given; else the nearest one upwards from `start` that holds the mark, no further than the git root."""
    if given is not None:
        if not (given / "data").is_dir():
            raise CdrpError(f"-C: {given.as_posix()} is not a partnership's folder: it holds no folder data")
        return given.resolve()
    for folder in (start, *start.parents):
        if (folder / MARK).is_file():
            return folder
        if (folder / ".git").exists():
            break
    raise CdrpError(f"no {MARK} here or in a folder above: change to the partnership's folder, or name it with -C")


def names_of(paths: Iterable[str], root: Path, start: Path) -> tuple[str, ...]:
    """The names from the root, with `/`, of files and folders typed from where one stands or copied from a report."""
    return tuple(_name(path, root, start) for path in paths)


def chosen(file: str, names: tuple[str, ...]) -> bool:
    """Whether the file is one of the names or lies in a folder among them; with no names all are."""
    return not names or any(name in (file, ".") or file.startswith(f"{name}/") for name in names)


def _name(path: str, root: Path, start: Path) -> str:
    found = [place for place in (start / path, root / path) if place.exists()]
    for place in found:
        if place.resolve().is_relative_to(root.resolve()):
            return place.resolve().relative_to(root.resolve()).as_posix()
    if found:
        raise CdrpError(f"{path} does not lie in {root.as_posix()}")
    raise CdrpError(f"there is no file or folder {path}")
