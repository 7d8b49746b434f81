"""`cdrp paper`: a report to a body, laid out and numbered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.papers import Formats, OneCopy, OneText, Out

_OFFERED = 3


def paper(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The report, by its file name in data/papers.")],
    format_: Formats = None,
    audience: OneCopy = None,
    out: Out = None,
    stdout: OneText = False,
) -> None:
    """Make a report to a body, its paragraphs numbered right through.

    Members get it whole. The public gets a copy where the body publishes all its papers and the report is open.
    Exit codes: 0 written; 2 a mistake in the command; 3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.papers import Wanted, finish, loaded_from
    from cdrp_cli.cli.root import find_root

    root = find_root(context.obj, Path.cwd())
    wanted = Wanted.read(format_, audience, out, stdout=stdout)

    from cdrp_cli.cli.console import tell
    from cdrp_cli.core.errors import CdrpError, UnknownIdError
    from cdrp_cli.core.words import nearest
    from cdrp_cli.rendering.files import Audience
    from cdrp_cli.rendering.views.report import published, report

    loaded = loaded_from(root)
    partnership = loaded.partnership
    found = partnership.paper(name.replace("\\", "/").rpartition("/")[2].removesuffix(".md"))
    if found is None:
        names = [each.name for each in partnership.papers]
        raise UnknownIdError("paper", name, nearest(name, names) or tuple(names[-_OFFERED:]))
    audiences = wanted.audiences
    if Audience.PUBLIC in audiences and not published(partnership, found):
        why = (
            "its body does not publish all its papers (publish: all in data/bodies.yaml), or it is not for publication"
        )
        if audiences == (Audience.PUBLIC,):
            raise CdrpError(f"{found.name} has no public copy: {why}")
        tell(f"cdrp: no public copy of {found.name}: {why}")
        audiences = (Audience.MEMBERS,)
    documents = [report(partnership, found, each) for each in audiences]
    raise typer.Exit(finish(documents, wanted, root, loaded))
