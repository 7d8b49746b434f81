"""What the commands that list have in common: their formats, and how a sheet reaches standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import nearest

if TYPE_CHECKING:
    from cdrp_cli.output.sheet import Sheet

FORMATS = ("text", "json", "csv", "markdown")
"""The formats of a list; a paper with no table in it leaves out CSV."""

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="The day whose law and facts are shown: today, or an archive's last day."
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="The day deadlines are counted from: that of --as-of, or today."),
]


def known(name: str, formats: tuple[str, ...] = FORMATS) -> str:
    """The name, if it is one of the formats; UnknownIdError with the nearest otherwise."""
    if name not in formats:
        raise UnknownIdError("format", name, nearest(name, formats) or formats)
    return name


def show(sheet: Sheet, name: str) -> None:
    """Writes the sheet to standard output; the dates of CSV, which has no room for them, to standard error."""
    from cdrp_cli.cli.console import colour, put, tell, width
    from cdrp_cli.output.sheet import render

    put(render(sheet, name, width(sys.stdout), colour=colour(sys.stdout)))
    if name == "csv" and sheet.dates:
        tell(sheet.dates)


def days_of(option: str, text: str | None) -> int | None:
    """The number of days in `90d`; None where the option was not given."""
    if text is None:
        return None
    number = text.removesuffix("d")
    if not (number.isascii() and number.isdigit()) or len(number) > 5:
        raise CdrpError(f"{option}: {text!r} is no number of days: write for example 90d")
    return int(number)
