"""What is offered in place of a reference that leads nowhere: the cases hold the facts, these the candidates."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.records.tree import read_folder

MEETINGS = {
    "data/meetings/2025-04-29-board.yaml": (
        b"body: board\ndate: 2025-04-29\nstatus: held\nitems:\n"
        b"  - {minute: 88, title: Apologies}\n  - {minute: 89, title: Grants}\n  - {minute: 90, title: Burglary}\n"
    ),
    "data/meetings/2025-01-21-board.yaml": (
        b"body: board\ndate: 2025-01-21\nstatus: held\nitems:\n  - {minute: 80, title: Apologies}\n"
    ),
}


def helped(rule: str, item: str) -> list[str]:
    """The help of each finding of the rule on a meeting with that one item."""
    files = {**read_folder(BASES / "vale").files, **MEETINGS}
    text = f"body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - {{title: Grants, {item}}}\n"
    files["data/meetings/2025-07-22-board.yaml"] = text.encode()
    _, report = judged(files, date(2025, 7, 26))
    return [finding.help for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("rule", "item", "offer"),
    [
        ("unknown-partner", "raised_by: polise", "did you mean police?"),
        ("unknown-post", "presenter: police/superintendant", "did you mean police/superintendent?"),
        ("unknown-post", "presenter: fire/zzz", "the posts of fire are area-commander"),
        ("unknown-minute", "refers_to: [80 of 2025-04-29-board]", "did you mean 80 of 2025-01-21-board?"),
        ("unknown-minute", "refers_to: [7 of 2025-04-29-board]", "its minutes are 88 to 90"),
        ("unknown-duty", "duty: public-meeting-yearl", "did you mean public-meeting-yearly"),
    ],
)
def test_the_nearest_names_are_offered(rule: str, item: str, offer: str) -> None:
    (told,) = helped(rule, item)
    assert told.startswith(offer)


def test_nothing_is_offered_that_would_repeat_exempt_matter() -> None:
    (told,) = helped("unknown-post", "exempt: {reason: Crime.}, presenter: police/superintendant")
    assert "police" not in told
