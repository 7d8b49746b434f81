"""Where reports go: standard output, and the files that --output names."""

from __future__ import annotations

import sys
from pathlib import Path

from cdrp_cli.cli.console import colour, put, tell, width
from cdrp_cli.cli.workspace import Judged
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.output.formats import DATELESS, known, renderer
from cdrp_cli.output.view import View
from cdrp_cli.output.words import assumed_terms, dates_used


def destination(text: str, root: Path) -> tuple[str, Path]:
    """The format and the file of `FORMAT=PATH`; a check never writes among the records."""
    name, equals, path = text.partition("=")
    if not equals or not path:
        raise CdrpError(f"--output: {text!r} is not FORMAT=PATH: write for example json=report.json")
    if not Path(path).parent.is_dir():
        raise CdrpError(f"--output: there is no folder {Path(path).parent.as_posix()}")
    if Path(path).resolve().is_relative_to((root / "data").resolve()):
        raise CdrpError(
            f"--output: {Path(path).as_posix()} lies among the records: a report is written anywhere but in data"
        )
    return known(name), Path(path)


def show(judged: Judged, name: str) -> None:
    """Writes the report to standard output; what a format has no room for to standard error."""
    view = View(judged.loaded, width=width(sys.stdout), colour=colour(sys.stdout))
    put(renderer(name)(judged.report, view))
    if name in DATELESS:
        tell(dates_used(judged.report.dates))
        if assumed := assumed_terms(judged.report):
            tell(assumed)


def write(judged: Judged, name: str, path: Path) -> None:
    """Writes the report to a file, in UTF-8 and the same on every machine."""
    text = renderer(name)(judged.report, View(judged.loaded))
    try:
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise CdrpError(f"--output: {path.as_posix()} cannot be written ({error.strerror})") from None
