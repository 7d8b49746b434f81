"""`cdrp minutes`: the minutes of a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.papers import Formats, OneCopy, OneText, Out


def minutes(
    context: typer.Context,
    meeting: Annotated[
        str, typer.Argument(metavar="MEETING", help="2025-07-22-board, or the day alone where one body met.")
    ],
    format_: Formats = None,
    audience: OneCopy = None,
    out: Out = None,
    stdout: OneText = False,
) -> None:
    """Make the minutes of a meeting, marked as a draft until approved.

    Members get all that is recorded. The public gets titles and decisions of what is open, where the body publishes
    its minutes. Exit codes: 0 written; 2 a mistake in the command; 3 some records could not be read; 4 the program
    failed.
    """
    from cdrp_cli.cli.papers import Wanted, finish, for_body, loaded_from, meeting_named
    from cdrp_cli.cli.root import find_root

    root = find_root(context.obj, Path.cwd())
    wanted = Wanted.read(format_, audience, out, stdout=stdout)

    from cdrp_cli.rendering.views.minutes import minutes as made

    loaded = loaded_from(root)
    found = meeting_named(loaded.partnership, meeting)
    audiences = for_body(loaded.partnership, found, wanted)
    documents = [made(loaded.partnership, found, each) for each in audiences]
    raise typer.Exit(finish(documents, wanted, root, loaded))
