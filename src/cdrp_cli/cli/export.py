"""`cdrp export`: the checklist as a table for an office program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="checklist", help="What to write: the checklist with its answers.")],
    format_: Annotated[str, typer.Option("--format", metavar="xlsx|csv|docx", help="The kind of file.")] = "xlsx",
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder for the file: build/members unless it is named.")
    ] = None,
) -> None:
    """Write the checklist as a workbook, CSV or Word table to fill in.

    The table is for members: it holds notes, owners and actions. Each line bears a stamp that says what went out, so
    that import sees what was changed since, on either side. Exit codes: 0 written; 2 a mistake in the command, or
    records that could not be read.
    """
    from cdrp_cli.cli.root import find_root
    from cdrp_cli.cli.tables import known, write_out

    known("list to export", what, ("checklist",))
    root = find_root(context.obj, Path.cwd())

    from cdrp_cli.cli.console import put

    put(f"{write_out(root, format_, out)}\n")
