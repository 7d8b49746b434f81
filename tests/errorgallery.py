"""The error gallery: a small broken partnership for each kind of mistake, and what `cdrp check` prints of it.

`python tests/errorgallery.py` writes docs/errors.md anew from the folders of tests/errors. Each has a title and the
exit code in about.txt, its records in data/, and in expected.txt the beginning of what is printed: all but how the
duties stand, which is other tests' business.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from cdrp_cli.__main__ import main
from cdrp_cli.yamltext import LIMIT_BYTES

HERE = Path(__file__).parent / "errors"
DOCS = HERE.parents[1] / "docs" / "errors.md"
AS_OF = "2025-12-31"
_REST = re.compile(r"\n\n(?:Statutory duties on |(?:No|\d+) errors?, ).*", re.DOTALL)
_FOUND = re.compile(r"^(data/.+?):(\d+):\d+: (?:error|warning|note) ([a-z0-9-]+)$", re.MULTILINE)
_SHORT = 16


@dataclass(frozen=True)
class Shown:
    """One piece of the gallery."""

    folder: Path

    @property
    def title(self) -> str:
        """What the mistake is, in a line."""
        return self._about()[0]

    @property
    def code(self) -> int:
        """The exit code that `cdrp check` should give."""
        return int(self._about()[1].removeprefix("exit code "))

    def _about(self) -> list[str]:
        return (self.folder / "about.txt").read_text(encoding="utf-8").splitlines()

    @property
    def expected(self) -> str:
        """What was written down that the tool should print."""
        return (self.folder / "expected.txt").read_text(encoding="utf-8").rstrip("\n")

    @property
    def rules(self) -> list[str]:
        """The rules that find something here, in the order of the findings."""
        return list(dict.fromkeys(rule for _, _, rule in _FOUND.findall(self.expected)))

    def printed(self) -> tuple[int, str]:
        """The exit code, and what the tool prints before it tells how the duties stand."""
        with tempfile.TemporaryDirectory() as copy:
            root = Path(copy)
            shutil.copytree(self.folder / "data", root / "data")
            make = _MADE.get(self.folder.name)
            with make(root) if make else contextlib.nullcontext():
                code, text = _typed("-C", str(root), "check", "--as-of", AS_OF)
        return code, _REST.sub("", text)


def gallery() -> list[Shown]:
    """All of it, by the names of the folders."""
    return [Shown(about.parent) for about in sorted(HERE.glob("*/about.txt"))]


def page() -> str:
    """The text of docs/errors.md."""
    parts = [
        "# What `cdrp check` finds in the records themselves\n",
        "Each mistake below stands in a small partnership under `tests/errors/`; what is printed is held by a test.",
        "This page is written by `python tests/errorgallery.py`; what the law asks for is told by its own rules.\n",
    ]
    for shown in gallery():
        parts.append(f"## {shown.title}\n")
        parts.append(f"Rule: {', '.join(f'`{rule}`' for rule in shown.rules)}\n")
        parts += [f"`{name}`:\n\n```yaml\n{text}\n```\n" for name, text in broken(shown)]
        parts.append(f"```text\n{shown.expected.partition(chr(10) * 2)[2]}\n```\n")
    return "\n".join(parts)


def broken(shown: Shown) -> Iterator[tuple[str, str]]:
    """The files with something wrong in them, whole where they are short."""
    for name in dict.fromkeys(file for file, _, _ in _FOUND.findall(shown.expected)):
        path = shown.folder / name
        if not path.is_file():
            continue
        lines = path.read_bytes().decode("utf-8", "replace").rstrip("\n").split("\n")
        at = min(int(line) for file, line, _ in _FOUND.findall(shown.expected) if file == name)
        first = 0 if len(lines) <= _SHORT else max(0, at - 4)
        text = "\n".join(lines[first : first + _SHORT])
        yield name, "".join(letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in text)


def _typed(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    with mock.patch.object(sys, "argv", ["cdrp", *arguments]), contextlib.redirect_stdout(out):
        try:
            main()
        except SystemExit as left:
            return int(left.code or 0), out.getvalue()
    raise AssertionError("the command did not end")


@contextlib.contextmanager
def _too_large(root: Path) -> Iterator[None]:
    text = "documents: []\n" + "# a line of a file that no person wrote\n" * (LIMIT_BYTES // 40 + 1)
    (root / "data" / "documents.yaml").write_text(text, encoding="utf-8", newline="\n")
    yield


@contextlib.contextmanager
def _link_out(root: Path) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as elsewhere:
        (Path(elsewhere) / "documents.yaml").write_text("documents: []\n", encoding="utf-8")
        (root / "data" / "documents.yaml").symlink_to(Path(elsewhere) / "documents.yaml")
        yield


@contextlib.contextmanager
def _gone(root: Path) -> Iterator[None]:
    (root / "data" / "documents.yaml").symlink_to(root / "data" / "nowhere.yaml")
    yield


@contextlib.contextmanager
def _linked(root: Path) -> Iterator[None]:
    (root / "answers").mkdir()
    (root / "data" / "hallmarks").symlink_to(root / "answers", target_is_directory=True)
    yield


_MADE: dict[str, Callable[[Path], contextlib.AbstractContextManager[None]]] = {
    "file-too-large": _too_large,
    "link-leaves-root": _link_out,
    "file-unreadable": _gone,
    "link-to-folder": _linked,
}
"""What cannot be kept as a file of the project is made when it is shown."""


if __name__ == "__main__":
    os.environ.pop("FORCE_COLOR", None)
    DOCS.write_text(page(), encoding="utf-8", newline="\n")
