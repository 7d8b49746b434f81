"""What the commands that make papers have in common: their options read, the records loaded, the files written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import either

if TYPE_CHECKING:
    from cdrp_cli.records.load import Loaded
    from cdrp_cli.rendering.document import Document
    from cdrp_cli.rendering.files import Audience
    from cdrp_cli.rendering.paper import Format

FORMATS = "markdown|html|docx|pdf"
AUDIENCES = "public|members"


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


def finish(documents: Iterable[Document], wanted: Wanted, root: Path, loaded: Loaded) -> int:
    """Makes the documents, writes them and prints their paths, or prints the one text; the exit code.

    The code is 3 where some records could not be read.
    """
    from cdrp_cli.cli.console import put
    from cdrp_cli.cli.exit_codes import CLEAN, INCOMPLETE
    from cdrp_cli.rendering.document import made
    from cdrp_cli.rendering.files import text_of, write
    from cdrp_cli.rendering.templates import Templates

    copies = made(documents, wanted.formats, Templates(root))
    if wanted.stdout:
        for copy in copies:
            put(text_of(copy))
    else:
        for path in write(copies, root, wanted.out):
            put(f"{path}\n")
    return INCOMPLETE if loaded.unread else CLEAN
