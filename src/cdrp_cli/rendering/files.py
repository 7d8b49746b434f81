"""Where papers go: a public and a members' copy, under names that a committee system takes, never among the records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.paper import Cover, Format

CLOSED = "NOT-FOR-PUBLICATION"
"""In the name of a members' file that holds exempt matter."""
_LONGEST, _END = 70, 20
"""Letters of a name without the warning and the ending, and of its end, which is kept where it is cut."""


class Audience(StrEnum):
    """Who a copy is for."""

    PUBLIC = "public"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a paper: its name without an ending (`2026-03-10-board-agenda`), who it is for, its formats.

    A public copy never has a cover that is exempt.
    """

    name: str
    audience: Audience
    cover: Cover
    files: Mapping[Format, bytes]

    def __post_init__(self) -> None:
        if self.cover.exempt and self.audience is Audience.PUBLIC:
            raise ValueError("a public copy with exempt matter")


def file_name(copy: Copy, form: Format) -> str:
    """The stem and the ending of the format."""
    return f"{stem(copy)}.{form.suffix}"


def stem(copy: Copy) -> str:
    """Letters, digits and hyphens, at most 90, and the warning where one is due."""
    plain = unicodedata.normalize("NFKD", copy.name).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "paper"
    if len(name) > _LONGEST:  # agenda and pack of one meeting differ at the end
        name = f"{name[: _LONGEST - _END - 1].rstrip('-')}-{name[-_END:].lstrip('-')}"
    return f"{name}-{CLOSED}" if copy.cover.exempt else name


def text_of(copy: Copy) -> str:
    """The one text document for `--stdout`; raises CdrpError for several formats, or one that is no text."""
    forms = tuple(copy.files)
    if len(forms) != 1 or forms[0] in (Format.DOCX, Format.PDF):
        raise CdrpError("--stdout: one text document goes there: --format markdown or --format html")
    return copy.files[forms[0]].decode()


def write(copies: tuple[Copy, ...], root: Path, out: Path | None = None) -> tuple[str, ...]:
    """Writes every file of every copy; the paths as a person at the root would type them, with `/`.

    They go to `build/public` and `build/members` under the root, or to `public` and `members` in `out`. Raises
    CdrpError where that lies among the records or cannot be written.
    """
    base = folder(root, out)
    return tuple(
        put(base / copy.audience / file_name(copy, form), made, root)
        for copy in copies
        for form, made in copy.files.items()
    )


def folder(root: Path, out: Path | None) -> Path:
    """Where the copies go: `build` under the root, or `out`; raises CdrpError where that lies among the records."""
    base = (root / "build" if out is None else out).resolve()
    records = (root / "data").resolve()
    if (
        base == records
        or base.is_relative_to(records)
        or any((base / each).resolve().is_relative_to(records) for each in Audience)
    ):
        raise CdrpError(f"--out: {base.as_posix()} lies among the records: papers are written anywhere but in data")
    return base


def put(path: Path, made: bytes, root: Path) -> str:
    """Writes one file; its path as a person at the root would type it. Raises CdrpError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # a link that lies there must not lead the paper elsewhere
        path.write_bytes(made)
    except OSError as error:
        raise CdrpError(
            f"{path.as_posix()} cannot be written ({error.strerror}); is it open in another program?"
        ) from None
    return path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else path.as_posix()
