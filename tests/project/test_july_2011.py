"""The worked example of July 2011 says what it says, and what it says was worked out by hand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from casefiles import judged
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.report import Report
from cdrp_cli.records.tree import read_folder
from july2011 import ADOPTED, ROOT, STEPS, Step, completed

DAY = date(2011, 12, 1)
CUT = "…\n"
BY_THE_BOARD = {
    "sg-exists",
    "plan-exists",
    "plan-revised-yearly",
    "plan-considers-assessment",
    "plan-summary-published",
    "public-meeting-yearly",
    "public-meeting-senior",
    "public-meeting-publicise",
}
"""What the Board's new terms no longer name."""
BY_THE_END = {
    "sg-value-for-money",
    "isp-protocol",
    "isp-liaison",
    "data-quarterly",
    "engage-views",
    "engage-representative",
}
"""What the Executive Group had and nobody took on; the information sharing itself went to the new group."""


def report(root: Path) -> Report:
    return judged(dict(read_folder(root).files), DAY)[1]


def own(found: Report) -> list[DutyRow]:
    """The rows on duties that terms could name one by one: each set of data follows the quarterly data."""
    return [row for row in found.duties if row.duty == "data-quarterly" or not row.duty.startswith("data-")]


def test_what_the_new_terms_do_not_name_is_orphaned() -> None:
    found = report(ADOPTED)
    told = {finding.subject for finding in found.findings if finding.rule == "duty-orphaned"}
    assert told == BY_THE_BOARD | BY_THE_END
    assert {row.duty for row in own(found) if not (row.held_by or row.assumed or row.may_hold)} == told


def test_who_has_what_in_hand_where_terms_name_it() -> None:
    named = {row.duty: row.held_by for row in own(report(ADOPTED)) if row.held_by and not row.assumed}
    assert named == {"sa-annual": ("board",), "sa-content-priorities": ("board",), "isp-comply": ("dtcg",)}


def test_with_the_terms_completed_nothing_is_orphaned() -> None:
    with completed() as root:
        found = report(root)
    assert found.findings == ()
    named = {row.duty: row.held_by for row in own(found) if row.held_by and not row.assumed}
    new_group = {"isp-protocol", "isp-liaison", "isp-comply", "data-quarterly", "engage-views", "engage-representative"}
    board = BY_THE_BOARD | {"sg-value-for-money", "sa-annual", "sa-content-priorities"}
    assert named == {**dict.fromkeys(board, ("board",)), **dict.fromkeys(new_group, ("dtcg",))}
    assert [row.duty for row in found.duties if not (row.held_by or row.assumed or row.may_hold)] == []


def test_with_the_terms_completed_nothing_is_orphaned_on_any_day_in_between() -> None:
    with completed() as root:
        files = dict(read_folder(root).files)
    for day in (date(2011, 7, 25), date(2011, 7, 26), date(2011, 8, 31), date(2011, 9, 1), date(2011, 10, 1)):
        _, found = judged(files, day)
        assert [finding for finding in found.findings if finding.rule in ("duty-orphaned", "listed-duty-twice")] == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_the_example_prints_its_golden_file(step: Step) -> None:
    assert step.printed() == step.golden.read_text(encoding="utf-8"), "read the difference; python tests/july2011.py"


def test_the_page_shows_only_what_is_printed() -> None:
    page = (ROOT / "docs" / "july-2011.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```console\n\$ cdrp ([^\n]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(shown) == len(STEPS)
    for (command, text), step in zip(shown, STEPS, strict=True):
        assert command.endswith(" ".join(step.words))
        rest = step.golden.read_text(encoding="utf-8")
        for piece in text.split(CUT):
            assert piece in rest, f"{step.name} does not print {piece}"
            rest = rest[rest.index(piece) + len(piece) :]


def test_the_example_is_a_copy_of_the_records_but_for_two_files() -> None:
    copy, original = read_folder(ADOPTED).files, read_folder(ROOT).files
    changed = {name for name in {*copy, *original} if copy.get(name) != original.get(name)}
    assert changed - {"data/README.md"} == {
        "data/bodies.yaml",
        "data/partnership.yaml",
    }


@pytest.mark.parametrize("name", ["data", "completed"])
def test_every_assumed_term_of_reference_is_marked(name: str) -> None:
    text = (ADOPTED / name / "bodies.yaml").read_text(encoding="utf-8")
    blocks = len(re.findall(r"^      - from:", text, re.MULTILINE))
    assert blocks == len(re.findall(r"^        assumed: ", text, re.MULTILINE)) > 0
    assert blocks <= len(re.findall(r"^ +# assumed: ", text, re.MULTILINE))
