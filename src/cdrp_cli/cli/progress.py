"""One line on the terminal that says which paper is being made; nothing where no person is looking."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from cdrp_cli.rendering.document import Document, Telling
    from cdrp_cli.rendering.paper import Format

_NAMES = {"markdown": "Markdown", "html": "web page", "docx": "Word", "pdf": "PDF"}


@contextmanager
def progress(stream: TextIO | None = None, environment: Mapping[str, str] = os.environ) -> Iterator[Telling]:
    """Tells of each file before it is made, over the line before; the line is gone when all are made or one fails.

    `stream` is standard error unless another is given. Nothing is told of text alone, which takes no time.
    """
    shown = sys.stderr if stream is None else stream
    if not _looked_at(shown, environment):
        yield lambda *_: None
        return
    room = shutil.get_terminal_size().columns - 1
    written = 0

    def tell(number: int, of: int, document: Document, form: Format) -> None:
        nonlocal written
        if form == "markdown":
            return
        line = f"making {number} of {of}: {document.name} for {document.audience}, {_NAMES[form]}"[:room]
        shown.write(f"\r{line.ljust(written)}")
        shown.flush()
        written = max(written, len(line))

    try:
        yield tell
    finally:
        if written:
            shown.write(f"\r{' ' * written}\r")
            shown.flush()


def _looked_at(stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """Whether it is a terminal that can go back in its line, and no build that keeps what it is told."""
    unable = environment.get("CI", "") not in ("", "0", "false") or environment.get("TERM") == "dumb"
    return stream is not None and not unable and stream.isatty()
