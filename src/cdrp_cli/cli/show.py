"""`cdrp show`: any record by its reference, and where it is cited."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def show(
    context: typer.Context,
    reference: Annotated[
        list[str],
        typer.Argument(
            metavar="REF",
            help="95 of 2025-07-22-board, 2025-07-22-board/a1, 11a, vale, vale/chief-executive; body:board where an id"
            " could be of two kinds.",
        ),
    ],
) -> None:
    """Show a record by its reference, and where it is cited. Your own view: what is exempt is shown, and marked so."""
    from cdrp_cli.cli.root import find_root

    root = find_root(context.obj, Path.cwd())

    from cdrp_cli.cli.console import colour, put, tell, width
    from cdrp_cli.cli.exit_codes import CLEAN, INCOMPLETE
    from cdrp_cli.hallmarks import checklist
    from cdrp_cli.output.record import render
    from cdrp_cli.output.view import View
    from cdrp_cli.records.load import load
    from cdrp_cli.records.resolve import resolve
    from cdrp_cli.records.tree import read_folder

    loaded = load(read_folder(root))
    asked = {row.ref: row.requirement for row in (*checklist().rows, *checklist().supplementary)}
    if loaded.unread:
        tell(f"cdrp: not read in full, so that more may be missing here: {', '.join(loaded.unread)}")
    found = resolve(loaded.partnership, " ".join(reference), asked)
    view = View(loaded, width=width(sys.stdout), colour=colour(sys.stdout))
    put(render(loaded.partnership, found, view, asked.get(found.id, "") if found.kind == "row" else ""))
    raise typer.Exit(INCOMPLETE if loaded.unread else CLEAN)
