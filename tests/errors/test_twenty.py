"""Twenty mistakes of twenty kinds in the invented partnership: all found in one run, each in its place."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

from casefiles import judged
from cdrp_cli.core.pointer import Place
from cdrp_cli.records.tree import read_folder

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"
LAST_DAY = date(2026, 3, 31)


class Mistake(NamedTuple):
    """What is written where on a line, in place of what was there; the column and the rule that must find it."""

    file: str
    line: int
    was: str
    now: str
    column: int
    rule: str


BOARD_2024 = "data/meetings/2024-09-17-board.yaml"
BOARD_2025 = "data/meetings/2025-09-16-board.yaml"
PLANTED = (
    # between braces and brackets
    Mistake(BOARD_2024, 14, "county/public-health-consultant", "county/public-health-consulant", 72, "unknown-post"),
    Mistake(BOARD_2024, 29, "items: [5]", "items: [55]", 69, "unknown-item"),
    Mistake(BOARD_2024, 90, "traders]", "trader]", 37, "unknown-partner"),
    Mistake(BOARD_2025, 23, "status: apologies", "status: apologised", 43, "not-a-choice"),
    Mistake("data/documents.yaml", 29, "consultation-2024]", "consultaton-2024]", 48, "unknown-document"),
    Mistake("data/bodies.yaml", 34, "from: 2024-09-17", "from: 2024-09-16", 9, "chairs-overlap"),
    # after a text of several lines
    Mistake(BOARD_2024, 72, "minute: 211 of", "minute: 311 of", 17, "unknown-minute"),
    Mistake(BOARD_2024, 79, "on: 2024-08-28", "on: 2024-06-01", 57, "action-before-raised"),
    Mistake(BOARD_2024, 116, "number: 5a", "number: 5", 13, "duplicate-id"),
    Mistake(
        BOARD_2025, 60, '"The Area Commander is chair from today until September 2026, by six votes to five."',
        "The Area Commander is chair from today until September 2026, by six votes to five.",
        109, "text-split-at-comma",
    ),
    Mistake("data/meetings/2024-08-21-tasking.yaml", 60, "on: 2024-08-14", "on: 14/08/2024", 13, "not-a-date"),
    Mistake("data/meetings/2024-09-18-tasking.yaml", 109, "refers_to:", "refer_to:", 5, "unknown-key"),
    Mistake("data/hallmarks/introduction.yaml", 11, "document: plan-2025", "shows: the plan", 9, "evidence-unclear"),
    # in plain places
    Mistake("data/meetings/2025-01-15-tasking.yaml", 2, "2025-01-15", "2025-01-16", 7, "file-name-contradicts"),
    Mistake("data/meetings/2024-11-20-tasking.yaml", 28, "number: 1", "number: 1.0", 13, "number-changes"),
    Mistake(
        "data/meetings/2025-05-28-domestic-abuse.yaml", 53, "after eight weeks", "after #8 weeks", 27,
        "text-cut-by-hash",
    ),
    # so that a file cannot be read at all
    Mistake("data/meetings/2024-06-19-tasking.yaml", 72, '"Corn Yard: glass after midnight"',
            "Corn Yard: glass after midnight", 21, "not-yaml"),
    Mistake("data/meetings/2025-05-14-station-parade.yaml", 4, "end:", "start:", 1, "duplicate-key"),
    Mistake("data/meetings/2024-10-23-station-parade.yaml", 29, "    title:", "\ttitle:", 1, "tab"),
    Mistake(
        "data/meetings/2025-12-17-tasking.yaml", 9, "chair: vale/head-of-communities", "<<<<<<< HEAD", 1,
        "conflict-marker",
    ),
)  # fmt: skip


def test_twenty_mistakes_of_twenty_kinds_are_found_in_one_run_and_nothing_else(tmp_path: Path) -> None:
    assert len({mistake.rule for mistake in PLANTED}) == 20
    root = tmp_path / "exampleshire"
    shutil.copytree(EXAMPLESHIRE, root)
    for mistake in PLANTED:
        _plant(root / mistake.file, mistake)
    wanted = {(Place(mistake.file, mistake.line, mistake.column), mistake.rule) for mistake in PLANTED}
    assert _found(root) - _found(EXAMPLESHIRE) == wanted


def _plant(path: Path, mistake: Mistake) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert mistake.was in lines[mistake.line - 1], f"{mistake.file}:{mistake.line} no longer holds {mistake.was}"
    lines[mistake.line - 1] = lines[mistake.line - 1].replace(mistake.was, mistake.now)
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _found(root: Path) -> set[tuple[Place, str]]:
    loaded, report = judged(dict(read_folder(root).files), LAST_DAY)
    assert report.crashed == ()
    return {(loaded.place(finding.at), finding.rule) for finding in report.findings}
