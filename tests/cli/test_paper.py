"""`cdrp paper`: a report as boards get it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cdrp_cli.rendering.files import CLOSED
from typed import Cdrp

ROOT = Path(__file__).parents[2]
VALE = ROOT / "examples" / "exampleshire"
REVIEW = "2011-07-26-review-group-proposals"


def test_the_report_of_july_2011_has_its_twelve_paragraphs(cdrp: Cdrp) -> None:
    done = cdrp("-C", ROOT, "paper", REVIEW, "--stdout")
    assert done.code == 0
    assert re.findall(r"(?m)^(\d+)\. ", done.out) == [str(number) for number in range(1, 13)]
    assert re.findall(r"(?m)^#+ .*", done.out) == [
        "# CDRP Review Group proposals",
        "## Purpose",
        "## Background",
        "## Proposal",
        "### The monthly District Tasking and Co-ordination Group",
        "### The annual meeting of the CDRP Board",
        "## Summary",
        "## Recommendations",
        "## Background papers",
    ]
    assert "REPORT TO\n:   CDRP Board, 26 July 2011\n" in done.out
    assert "AUTHOR/S\n:   Community Safety Officer, South Cambridgeshire District Council\n" in done.out
    assert "12. The CDRP Board is recommended to approve the following proposals:\n\n    (a) Set up a " in done.out
    assert "\n    (c) From October 2011, " in done.out
    assert "- Minute 95 of the CDRP Board, 26 April 2011\n" in done.out
    assert done.out.endswith("Community Safety Officer, South Cambridgeshire District Council<br>July 2011\n")


def test_both_copies_are_written_where_the_body_publishes_all_its_papers(cdrp: Cdrp, tmp_path: Path) -> None:
    done = cdrp("-C", ROOT, "paper", f"data/papers/{REVIEW}.md", "--format", "html", "--out", tmp_path)
    written = [tmp_path / audience / f"{REVIEW}.html" for audience in ("public", "members")]
    assert (done.code, done.out.splitlines()) == (0, [path.as_posix() for path in written])
    assert written[0].read_bytes() == written[1].read_bytes()
    assert '<ol start="12"' in written[0].read_text(encoding="utf-8")


def test_a_report_of_a_body_that_keeps_its_papers_has_no_public_copy(cdrp: Cdrp, tmp_path: Path) -> None:
    done = cdrp("-C", VALE, "paper", "2025-12-09-off-road-bikes", "--out", tmp_path)
    assert (done.code, done.out) == (0, f"{tmp_path.as_posix()}/members/2025-12-09-off-road-bikes.md\n")
    assert "no public copy of 2025-12-09-off-road-bikes" in done.err
    asked = cdrp("-C", VALE, "paper", "2025-12-09-off-road-bikes", "--audience", "public", "--out", tmp_path)
    assert (asked.code, asked.out) == (2, "")


def test_an_exempt_report_says_so_in_its_name_and_on_its_face(cdrp: Cdrp, tmp_path: Path) -> None:
    done = cdrp("-C", VALE, "paper", "2025-09-16-camera-contract", "--out", tmp_path)
    (written,) = done.out.splitlines()
    assert written.endswith(f"/members/2025-09-16-camera-contract-{CLOSED}.md")
    text = Path(written).read_text(encoding="utf-8")
    assert text.startswith("**NOT FOR PUBLICATION**\n")
    assert (
        "by analogy with paragraph 3 of Schedule 12A to the Local Government Act 1972, which does not bind it" in text
    )
    assert "not an exemption under the Freedom of Information Act 2000" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["2011-07-26-review-group"], "did you mean 2011-07-26-review-group-proposals"),
        (["board report"], "did you mean 2011-07-26-review-group-proposals"),
        ([REVIEW, "--format", "rtf"], "--format"),
        ([REVIEW, "--audience", "press"], "--audience: 'press' is none of public or members"),
        ([REVIEW, "--stdout", "--format", "pdf"], "--stdout: one text document goes there"),
        ([REVIEW, "--stdout", "--out", "x"], "--stdout and --out cannot be asked for together"),
    ],
)
def test_mistakes_are_told(cdrp: Cdrp, options: list[str], told: str) -> None:
    done = cdrp("-C", ROOT, "paper", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
