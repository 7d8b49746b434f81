"""What export and import put together: the records, the table, and where each goes."""

from __future__ import annotations

from pathlib import Path

from cdrp_cli.cli.exit_codes import CLEAN, FINDINGS
from cdrp_cli.cli.imported import sheet_of
from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import nearest
from cdrp_cli.exchange.answers import asked, held
from cdrp_cli.exchange.columns import CHECKLIST
from cdrp_cli.exchange.files import FORMATS, grids, made
from cdrp_cli.exchange.grid import LARGEST
from cdrp_cli.exchange.headings import Headed, headed, mapped
from cdrp_cli.exchange.layout import Layout, plain
from cdrp_cli.exchange.lines_out import lines_out, owners
from cdrp_cli.exchange.merge import merge
from cdrp_cli.exchange.plan import plan
from cdrp_cli.hallmarks.checklist import checklist
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.records.load import load
from cdrp_cli.records.revision import revision
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.files import put

_SHOWN = 12


def known(kind: str, word: str, words: tuple[str, ...]) -> str:
    """The word, if it is one of those; UnknownIdError with the nearest otherwise."""
    if word not in words:
        raise UnknownIdError(kind, word, nearest(word, words) or words)
    return word


def write_out(root: Path, form: str, out: Path | None) -> str:
    """Writes the checklist's table; its path as a person at the root would type it, with `/`."""
    known("format", form, FORMATS)
    path = place(root, out) / f"checklist.{form}"
    loaded = load(read_folder(root))
    lines = lines_out(loaded, checklist(), kept_at(root))
    return put(path, made(form, CHECKLIST, lines, CHECKLIST.title, owners(loaded.partnership)), root)


def place(root: Path, out: Path | None) -> Path:
    """The folder or file that a table goes to; CdrpError where it lies among the records."""
    found = (root / "build" / "members" if out is None else out).resolve()
    if found.is_relative_to((root / "data").resolve()):
        raise CdrpError(f"--out: {found.as_posix()} lies among the records: a table is written anywhere but in data")
    return found


def read_in(root: Path, file: Path, said: tuple[str, ...], *, write: bool) -> tuple[Sheet, int]:
    """Compares the file with the records and, where asked to, writes; what to show, and the exit code."""
    tables = tables_of(file, said, CHECKLIST)
    tree = read_folder(root)
    loaded = load(tree)
    rows = asked(loaded, checklist())
    merged, edits = plan(merge(tables, rows, held(loaded)), rows, tree.files)
    written = edits.carry_out(root) if write and merged.changes else ()
    code = FINDINGS if merged.conflicts or merged.doubts else CLEAN
    return sheet_of(file.name, tables, merged, written), code


def tables_of(file: Path, said: tuple[str, ...], layout: Layout) -> list[Headed]:
    """The tables of a file whose headings are known; CdrpError where there is none."""
    headings = mapped(said, layout)
    found = grids(file.name, _bytes(file))
    tables: list[Headed] = []
    for grid in found:
        table = headed(grid, headings, tables[-1] if tables else None, layout)
        if table is not None:
            tables.append(table)
    if not tables:
        such = f"Our answer={'position' if layout is CHECKLIST else layout.fields[-1]}"
        raise CdrpError(f'{file.name} holds no table with known headings: name them, as in --map "{such}"')
    _all_found(headings, tables)
    return tables


def _all_found(headings: dict[str, str], tables: list[Headed]) -> None:
    there = [heading for table in tables for heading, _ in table.read_as]
    for heading in headings:
        if heading not in map(plain, there):
            raise UnknownIdError("heading", heading, nearest(heading, map(plain, there)))


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise CdrpError(f"{file.as_posix()} cannot be read ({error.strerror})") from None


def kept_at(root: Path) -> str:
    """The git revision that the records stand at, shortened; empty where git cannot tell."""
    try:
        return revision(root).commit[:_SHOWN]
    except CdrpError:
        return ""
