"""A folder as named bytes: what is read from it, and what is refused before it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Place
from cdrp_cli.yamltext import LIMIT_BYTES


class Tree(Frozen):
    """The files under `data/` by name from the root, with `/`; `findings` says what was not opened and why."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()


def read_folder(root: Path) -> Tree:
    """Everything under `root/data`; links that lead out of the root are refused, whatever they point at."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    real_root = root.resolve()
    for path in sorted((root / "data").rglob("*")):
        name = path.relative_to(root).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if hidden or (path.is_dir() and not path.is_symlink()):
            continue
        refused = _why_not(path, name, real_root)
        if refused is not None:
            findings.append(refused)
            continue
        try:
            files[name] = _bytes(path)
        except OSError as error:
            findings.append(_unreadable(name, f"the file cannot be opened ({error.strerror})"))
    return Tree(files, tuple(findings))


def _why_not(path: Path, name: str, real_root: Path) -> Finding | None:
    """Why the file must not be opened; None where it may be."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # RuntimeError: until Python 3.13, for links that go in a circle
        return _unreadable(name, "the link leads nowhere")
    if not real.is_relative_to(real_root):
        fact = "the link leads out of the partnership's folder"
        return _refused("link-leaves-root", name, fact, "copy the file in; nothing outside is read")
    if path.is_dir():
        return _refused("link-to-folder", name, "a link to a folder is not followed", "copy the folder in")
    if path.exists() and not path.is_file():
        return _unreadable(name, "this is no ordinary file")
    return None


def _unreadable(name: str, fact: str) -> Finding:
    return _refused("file-unreadable", name, fact, "see that it exists and may be read")


def _bytes(path: Path) -> bytes:
    """The file's bytes, a little more than the limit at most: a larger one is refused unread."""
    with path.open("rb") as file:
        return file.read(LIMIT_BYTES + 1)


def _refused(rule: str, name: str, message: str, help_: str) -> Finding:
    return Finding(rule, Severity.ERROR, Basis.RECORD, message, Place(name, 1, 1), help_)
