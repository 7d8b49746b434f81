"""The gap report as a paper: its summary on a page of its own, and the same bytes for the same records."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cdrp_cli.core.outcome import Outcome
from cdrp_cli.core.report import Dates, Report
from cdrp_cli.engine import run
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output.gap import alone
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.gap import Told, copies, progress, view
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rules.checklist.answers import Answer, Standing
from cdrp_cli.rules.checklist.asked import Asked
from cdrp_cli.rules.checklist.evidence import Strength, Weighed
from cdrp_cli.rules.checklist.gaps import Gap, Gaps, gaps
from cdrp_cli.rules.checklist.progress import Held
from rendering.views.canary import CANARY, _sown, planted

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"
DAY = date(2026, 3, 31)
TOLD = Told("Vale & Hills <Partnership>", date(2025, 7, 26), ("As of 26 July 2025.",))


def _answer(ref: str, outcome: Outcome, *, ended: str = "") -> Answer:
    asked = Asked(ref, "A | *b*", "assess", "Leading", "statutory", answerable=True, numbered=True, ended=ended)
    return Answer(asked, None, Standing(outcome, "nobody has answered"), Weighed(Strength.NONE))


MISSING = _answer("1a", Outcome.NOT_ASSESSED)
SETTLED = _answer("1b", Outcome.MET)
PAST = _answer("1c", Outcome.MET, ended="no longer law since 1 June 2011")
GAPS = Gaps((MISSING, SETTLED, PAST), (Gap(MISSING, planned="Ask | all"),), (), ())
HELD = Held(3, 115)


def _made(form: Format, gaps: Gaps = GAPS, audience: Audience = Audience.MEMBERS) -> bytes:
    (copy,) = copies(gaps, HELD, "section", TOLD, (audience,), (form,), Templates())
    return copy.files[form]


def test_the_summary_has_a_page_of_its_own_in_word() -> None:
    with ZipFile(BytesIO(_made(Format.DOCX))) as parts:
        body = parts.read("word/document.xml").decode()
    before, _, after = body.partition("<w:pageBreakBefore />")
    assert "Summary" in before
    assert "Progress by hallmark" not in before
    assert "Progress by hallmark" in after


def test_a_cell_holds_what_the_record_says_letter_for_letter() -> None:
    row = next(line for line in _made(Format.MARKDOWN).decode().splitlines() if line.startswith("| 1a |"))
    assert row == (
        r"| 1a | A \| \*b\* | Not assessed: nobody has answered | None on record |"
        r" Ask \| all<br>**Nobody named**<br>No day set | None |"
    )


def test_a_row_that_is_no_longer_law_is_in_no_bar() -> None:
    chart = progress(GAPS)
    assert [(bar.name, bar.counts) for bar in chart.bars] == [("Leading", (1, 0, 0, 1, 0))]
    assert chart.summary.startswith("1 met, 0 partly met, 0 not met, 1 not assessed, 0 not applicable;")
    assert "| 1c | no longer law since 1 June 2011 |" in _made(Format.MARKDOWN).decode()


def test_without_gaps_the_paper_says_so() -> None:
    text = _made(Format.MARKDOWN, Gaps((SETTLED,), (), (), ())).decode()
    assert "The checklist has no gaps in what it asks. Of the rows that the guide counts, 3 of 115 held." in text
    assert re.search(r"^## (Statutory|Other) gaps", text, re.MULTILINE) is None


@pytest.fixture(scope="module", params=[False, True], ids=["words", "words and links"])
def sown(request: pytest.FixtureRequest) -> tuple[Report, Gaps]:
    """The invented partnership with one word wherever the public may not look."""
    loaded = load(read_folder(EXAMPLESHIRE))
    links: bool = request.param
    rows = tuple(_sown(row, links=links) for row in loaded.partnership.hallmarks)
    loaded = replace(loaded, partnership=replace(planted(loaded.partnership, links=links), hallmarks=rows))
    report = run(loaded, catalogue(), Dates(DAY, DAY, DAY), checklist())
    return report, gaps(loaded.partnership, catalogue().on("england", DAY), checklist(), report.findings, DAY)


def test_the_public_copy_and_its_workbook_hold_nothing_that_is_for_members(sown: tuple[Report, Gaps]) -> None:
    report, found = sown
    assert len(found.all) > 10
    assert CANARY not in repr(view(found, HELD, "section", TOLD, Audience.PUBLIC))
    assert CANARY not in repr(alone(report, found, "section", public=True).blocks)
    assert CANARY in repr(view(found, HELD, "section", TOLD, Audience.MEMBERS))
    assert CANARY in repr(alone(report, found, "section").blocks)


def test_the_same_records_make_the_same_bytes() -> None:
    assert _made(Format.PDF) == _made(Format.PDF)
