"""`cdrp show`: any record by its reference, and where it is cited."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.papers import AUDIENCES


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
    issued: Annotated[
        bool, typer.Option("--issued", help="The agenda of a meeting as it was sent, made again from that revision.")
    ] = False,
    audience: Annotated[
        str | None, typer.Option(metavar=AUDIENCES, help="With --issued: which copy; otherwise the members'.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="With --issued: write all that was sent to this folder.")
    ] = None,
) -> None:
    """Show a record by its reference, and where it is cited.

    Your own view: what is exempt is shown, and marked so. --issued compares hashes: exit code 1 where a file is not the
    one that was sent.
    """
    from cdrp_cli.cli.root import find_root
    from cdrp_cli.core.errors import CdrpError

    root = find_root(context.obj, Path.cwd())
    if issued:
        from cdrp_cli.cli.papers import Wanted
        from cdrp_cli.cli.shown_issued import issued as shown

        for_whom = Wanted.read(None, audience, out, stdout=False).audiences
        raise typer.Exit(shown(root, " ".join(reference), for_whom[0] if audience is not None else None, out))
    if audience is not None or out is not None:
        raise CdrpError("--audience and --out are for an agenda that was sent: say --issued too")

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
