"""`cdrp gap`: the gap report, on the terminal and as a paper for the board."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import AsOf, Today

_LISTS = ("text", "json", "csv")
_PAPERS = ("markdown", "html", "docx", "pdf", "xlsx")
_FORMATS = (*_LISTS, *_PAPERS)
_BY = ("section", "hallmark", "kind", "owner")
_AUDIENCES = ("public", "members")


def gap(
    context: typer.Context,
    by: Annotated[str, typer.Option(metavar="|".join(_BY), help="In what order, after statutory gaps.")] = "section",
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="|".join(_FORMATS), help="How to write it; papers may be several."),
    ] = None,
    audience: Annotated[
        str | None, typer.Option(metavar="|".join(_AUDIENCES), help="Of papers, only this copy; otherwise both.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where papers go; otherwise build.")] = None,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print one paper instead of writing it.")] = False,
    as_of: AsOf = None,
    today: Today = None,
) -> None:
    """List what the checklist asks and nothing shows to be met.

    markdown, html, docx, pdf and xlsx are written to build, a public and a members' copy. Exit codes: 0 listed;
    2 a mistake in the command; 3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import known, show
    from cdrp_cli.core.errors import CdrpError, UnknownIdError
    from cdrp_cli.core.words import nearest

    names = tuple(dict.fromkeys(known(each, _FORMATS) for each in format_ or ("text",)))
    for option, given, allowed in (("order", by, _BY), ("audience", audience or "public", _AUDIENCES)):
        if given not in allowed:
            raise UnknownIdError(option, given, nearest(given, allowed) or allowed)
    listed = [each for each in names if each in _LISTS]
    if listed and len(names) > 1:
        raise CdrpError(f"--format: {listed[0]} goes to the terminal: ask for it alone")
    if listed and (audience is not None or out is not None or stdout):
        raise CdrpError(
            "--audience, --out and --stdout go with a paper: add --format html, docx, pdf, xlsx or markdown"
        )
    days = read_day("--as-of", as_of), read_day("--today", today)

    from cdrp_cli.cli import gap_made
    from cdrp_cli.cli.console import put

    made = gap_made.judged(context.obj, Path.cwd(), days, by)
    if listed:
        show(made.sheet(listed[0]), listed[0])
    else:
        put(made.paper(names, audience, out, stdout=stdout))
    raise typer.Exit(made.code)
