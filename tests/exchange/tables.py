"""A partnership's answers for the tests of tables, and the road of a table out and back without a command."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from cdrp_cli.exchange.answers import asked, held
from cdrp_cli.exchange.columns import CHECKLIST
from cdrp_cli.exchange.files import grids, made
from cdrp_cli.exchange.headings import Headed, headed, mapped
from cdrp_cli.exchange.lines_out import lines_out, owners
from cdrp_cli.exchange.merge import Merge, merge
from cdrp_cli.exchange.plan import Plan, plan
from cdrp_cli.hallmarks import checklist
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import Tree, read_folder
from project.sourcecode import ROOT

ANSWERS = """\
rows:
  # what the Board said in March
  - ref: 2a
    status: met
    position: Two meetings a year.
    as_at: 2009-02
    evidence:
      - {url: https://example.org, seen: 2009}
    owner: Chair  # for now

  - ref: 2c
    status: partly-met
    further_action: Ask the sixth.
"""
FILE = "data/hallmarks/lead-and-guide.yaml"


def small(text: str = ANSWERS) -> Tree:
    """Two answers in one file."""
    return Tree({FILE: text.encode()})


def example(name: str) -> Tree:
    """A whole partnership of examples."""
    return read_folder(ROOT / "examples" / name)


def copied(name: str, folder: Path) -> Path:
    """The same in a folder of its own."""
    return Path(shutil.copytree(ROOT / "examples" / name / "data", folder / "data")).parent


def lines(tree: Tree) -> list[dict[str, str]]:
    """The table's lines as they would go out."""
    return lines_out(load(tree), checklist(), "abc123")


def file_of(form: str, given: Sequence[Mapping[str, str]], loaded: Loaded) -> bytes:
    """The table as a file."""
    return made(form, CHECKLIST, given, CHECKLIST.title, owners(loaded.partnership))


def read(name: str, data: bytes, *said: str) -> list[Headed]:
    """The tables of a file whose headings are known."""
    found: list[Headed] = []
    for grid in grids(name, data):
        table = headed(grid, mapped(said, CHECKLIST), found[-1] if found else None, CHECKLIST)
        if table is not None:
            found.append(table)
    return found


def back(tree: Tree, name: str, data: bytes, *said: str) -> tuple[Merge, Plan]:
    """What the file would change in the records."""
    loaded = load(tree)
    rows = asked(loaded, checklist())
    return plan(merge(read(name, data, *said), rows, held(loaded)), rows, tree.files)


def edited(tree: Tree, row: str, /, **cells: str) -> bytes:
    """The table as CSV with some cells of a row filled in by somebody."""
    given = [{**line, **cells} if line["ref"] == row else line for line in lines(tree)]
    return file_of("csv", given, load(tree))


def told(found: Merge) -> dict[str, dict[str, tuple[str, str]]]:
    """The changes by row."""
    return {change.ref: dict(change.cells) for change in found.changes}
