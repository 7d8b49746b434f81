"""What the commands that make papers have in common: their options read, the records loaded, the files written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import either

if TYPE_CHECKING:
    from cdrp_cli.records.load import Loaded
    from cdrp_cli.records.meetings import Meeting
    from cdrp_cli.records.partnership import Partnership
    from cdrp_cli.rendering.document import Document
    from cdrp_cli.rendering.files import Audience
    from cdrp_cli.rendering.paper import Format

FORMATS = "markdown|html|docx|pdf"
AUDIENCES = "public|members"

Formats = Annotated[
    list[str] | None, typer.Option("--format", metavar=FORMATS, help="How to make them; may be repeated.")
]
OneCopy = Annotated[str | None, typer.Option("--audience", metavar=AUDIENCES, help="One copy only; otherwise both.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to write; otherwise the folder build.")]
OneText = Annotated[bool, typer.Option("--stdout", help="Print one text, the members' unless told otherwise.")]


@dataclass(frozen=True)
class Wanted:
    """In which formats, for whom, and where to."""

    formats: tuple[Format, ...]
    audiences: tuple[Audience, ...]
    out: Path | None
    stdout: bool

    @staticmethod
    def read(formats: list[str] | None, audience: str | None, out: Path | None, *, stdout: bool) -> Wanted:
        """The options as they were typed; raises CdrpError for what they cannot mean.

        Without --audience both copies are wanted; on standard output the members' copy alone.
        """
        from cdrp_cli.rendering.files import Audience
        from cdrp_cli.rendering.paper import Format

        named = {each.value: each for each in Audience}
        if audience is not None and audience not in named:
            raise CdrpError(f"--audience: {audience!r} is none of {either(tuple(named))}")
        if stdout and out is not None:
            raise CdrpError("--stdout and --out cannot be asked for together: ask for one of them")
        asked = tuple(dict.fromkeys(Format.named(each) for each in formats or ["markdown"]))
        if stdout and (len(asked) != 1 or asked[0] not in (Format.MARKDOWN, Format.HTML)):
            raise CdrpError("--stdout: one text document goes there: --format markdown or --format html")
        both = (Audience.MEMBERS,) if stdout else tuple(Audience)
        return Wanted(asked, both if audience is None else (named[audience],), out, stdout)


def loaded_from(root: Path) -> Loaded:
    """The records under the root; files that were not read in full are named on standard error."""
    from cdrp_cli.cli.console import tell
    from cdrp_cli.records.load import load
    from cdrp_cli.records.tree import read_folder

    loaded = load(read_folder(root))
    if loaded.unread:
        tell(f"cdrp: not read in full, so that more may be missing here: {', '.join(loaded.unread)}")
    return loaded


def meeting_named(partnership: Partnership, name: str) -> Meeting:
    """The meeting of that id or day, as it was typed.

    Raises CdrpError with the nearest where there is none, with all where there are several, and where it is unread.
    """
    from cdrp_cli.core.errors import UnknownIdError
    from cdrp_cli.core.words import nearest

    ident = name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    found = partnership.meetings_named(ident)
    unread = [each for kind, each in partnership.unread if kind == "meetings" and each.startswith(ident or "-")]
    if not found and unread:
        raise CdrpError(f"the record of {either(unread)} cannot be read: mend first what cdrp check says of it")
    if not found:
        raise UnknownIdError("meeting", name, nearest(ident, [each.id for each in partnership.meetings]))
    if len(found) > 1:
        raise CdrpError(f"there are several meetings on {ident}: write {either(sorted(each.id for each in found))}")
    return found[0]


def for_body(partnership: Partnership, meeting: Meeting, wanted: Wanted) -> tuple[Audience, ...]:
    """For whom papers of the meeting are made: the public gets none of a body that publishes nothing.

    Raises CdrpError where nothing but that copy was asked for.
    """
    from cdrp_cli.cli.console import tell
    from cdrp_cli.rendering.files import Audience

    body = partnership.body(meeting.body)
    if Audience.PUBLIC not in wanted.audiences or (body is not None and body.publish != "none"):
        return wanted.audiences
    why = f"{meeting.body} publishes none of its papers (publish in data/bodies.yaml)"
    if body is None:
        why = f"whether {meeting.body} publishes its papers is not on record (data/bodies.yaml)"
    if wanted.audiences == (Audience.PUBLIC,):
        raise CdrpError(f"{meeting.id} has no public copy: {why}")
    tell(f"cdrp: no public copy of {meeting.id}: {why}")
    return (Audience.MEMBERS,)


def finish(documents: Iterable[Document], wanted: Wanted, root: Path, loaded: Loaded) -> int:
    """Makes the documents, writes them and prints their paths, or prints the one text; the exit code.

    The code is 3 where some records could not be read.
    """
    from cdrp_cli.cli.console import put
    from cdrp_cli.cli.exit_codes import CLEAN, INCOMPLETE
    from cdrp_cli.cli.progress import progress
    from cdrp_cli.rendering.document import made
    from cdrp_cli.rendering.files import text_of, write
    from cdrp_cli.rendering.templates import Templates

    with progress() as telling:
        copies = made(documents, wanted.formats, Templates(root), telling)
    if wanted.stdout:
        for copy in copies:
            put(text_of(copy))
    else:
        for path in write(copies, root, wanted.out):
            put(f"{path}\n")
    return INCOMPLETE if loaded.unread else CLEAN
