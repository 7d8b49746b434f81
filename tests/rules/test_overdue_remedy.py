"""What to do about an action past its day: late whether or not anybody met; the next meeting hears where nobody did."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import judged

FILES = {
    "data/partnership.yaml": "name: Vale\narea: Vale\nnation: england\n",
    "data/bodies.yaml": "bodies:\n  - {id: board, name: Partnership Board}\n  - {id: tasking, name: Tasking Group}\n",
    "data/meetings/2025-07-22-board.yaml": """\
body: board
date: 2025-07-22
status: held
items:
  - title: Grants
    outcomes:
      - {kind: action, id: a1, text: Apply., owner: the clerk, due: 2025-09-30}
""",
}
NOT_MET = (
    "ask the owner now; Partnership Board has not met since that day, so its next meeting is to record how it stands:"
    " done, open with a new due, withdrawn or overtaken"
)
ANY = "ask the owner; the next meeting records an update: done, open with a new due, withdrawn or overtaken."


@pytest.mark.parametrize(
    ("meeting", "status", "remedy"),
    [
        (None, "", NOT_MET),
        ("2025-09-30-board", "held", NOT_MET),
        ("2025-10-01-board", "held", ANY),
        ("2025-10-01-board", "cancelled", NOT_MET),
        ("2025-11-18-board", "held", NOT_MET),
        ("2025-10-01-tasking", "held", NOT_MET),
    ],
)
def test_the_remedy_goes_by_whether_the_body_has_met_since(meeting: str | None, status: str, remedy: str) -> None:
    files = dict(FILES)
    if meeting is not None:
        files[f"data/meetings/{meeting}.yaml"] = f"body: {meeting[11:]}\ndate: {meeting[:10]}\nstatus: {status}\n"
    _, report = judged({name: text.encode() for name, text in files.items()}, date(2025, 11, 17))
    (late,) = [each for each in report.findings if each.rule == "action-overdue"]
    assert (late.message, late.help) == ("2025-07-22-board/a1 was due on 30 September 2025 and is 48 days late", remedy)
