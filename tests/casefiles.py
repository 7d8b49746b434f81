"""Case files: a small workspace and the exact lines it must give, on one screen.

    # One sentence that says what the case shows.
    as-of: 2025-07-26
    base: vale
    === data/meetings/2025-07-22-board.yaml
    body: board
    …
    === expect
    data/bodies.yaml:2:5: error public-meeting-yearly: no public meeting was held between …
    board due 2026-03-31: no public meeting yet since 1 April 2025

`base` names a folder beside the cases whose files stand unless a section replaces them; a section that is empty takes
the file away. Under `expect` stand all findings of the rule the folder is named for, in the order of their places, and
then its duty rows, as `subject outcome: reason`, with the last day after `due`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.report import Dates, Report
from cdrp_cli.engine import run
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import Tree, read_folder

BASES = Path(__file__).parent / "rules" / "bases"


@dataclass(frozen=True)
class CaseFile:
    """A case as written: what it shows, its day, its files, its expected lines."""

    title: str
    as_of: date
    files: dict[str, bytes]
    expect: str


def read_case(path: Path) -> CaseFile:
    """Reads a case file; the sections of the base come first, its own replace them."""
    return case_of(path.read_text(encoding="utf-8"))


def case_of(text: str) -> CaseFile:
    """The case that a text tells."""
    head, *sections = text.split("\n=== ")
    title, *settings = head.strip().split("\n")
    keys = dict(line.split(": ", 1) for line in settings if line.strip())
    files: dict[str, bytes] = {}
    if "base" in keys:
        files.update(read_folder(BASES / keys["base"]).files)
    expect = None
    for section in sections:
        name, _, body = section.partition("\n")
        if name.strip() == "expect":
            expect = body.strip()
        elif body.strip():
            files[name.strip()] = (body.rstrip("\n") + "\n").encode()
        else:
            files.pop(name.strip())
    assert expect is not None, f"the case {title!r} has no section expect"
    return CaseFile(title.lstrip("# "), date.fromisoformat(keys["as-of"]), files, expect)


def judged(files: dict[str, bytes], as_of: date) -> tuple[Loaded, Report]:
    """The report on a workspace, as `cdrp check --as-of` makes it."""
    loaded = load(Tree(files))
    law = catalogue()
    return loaded, run(loaded, law, Dates(as_of, as_of, law.read_to), checklist())


def lines(case: CaseFile, rule: str) -> str:
    """What the tool says of the rule in this case, in the form of an `expect` section."""
    loaded, report = judged(case.files, case.as_of)
    assert not report.crashed, report.crashed
    found = [(loaded.place(finding.at), finding) for finding in report.findings if finding.rule == rule]
    found.sort(key=lambda pair: (pair[0], pair[1].message))
    told = [f"{place}: {finding.severity.word} {rule}: {finding.message}" for place, finding in found]
    return "\n".join(told + [_row(row) for row in report.duties if row.duty == rule])


def _row(row: DutyRow) -> str:
    due = f" {row.due}" if row.due else ""
    return f"{row.subject} {row.outcome}{due}: {row.reason}"
