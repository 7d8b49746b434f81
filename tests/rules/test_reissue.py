"""What an agenda may not do once it was issued."""

from __future__ import annotations

import pytest

from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.meetings.reissue import broken

ISSUED = [{"number": 1, "title": "Apologies"}, {"number": 2, "title": "Burglary"}, {"title": "Any other"}]
_LATE = "was added after the agenda was issued, and no reason is recorded: write late: {reason: …} at the item"
_FIXED = "numbers are fixed once issued, and late items get letters (5a)"
LATE = {"reason": "The grant closes first."}


def _meeting(items: list[dict[str, object]]) -> Meeting:
    return Meeting.model_validate({"body": "board", "date": "2019-04-23", "status": "planned", "items": items})


@pytest.mark.parametrize(
    "items",
    [
        ISSUED,
        list(reversed(ISSUED)),
        ISSUED[:1],
        [*ISSUED, {"number": "2a", "title": "New", "late": LATE}],
        [{"number": 1, "title": "Welcome and apologies"}, *ISSUED[1:]],
    ],
    ids=["as it was", "in another order", "less", "late with its reason", "called otherwise"],
)
def test_an_agenda_may_lose_business_and_gain_late_business(items: list[dict[str, object]]) -> None:
    assert list(broken(_meeting(items), _meeting(ISSUED))) == []


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([*ISSUED, {"title": "New"}], f"an item without a number {_LATE}, in the words of the chair"),
        ([*ISSUED, {"number": "2a", "title": "New"}], f"item 2a {_LATE}, in the words of the chair"),
        (
            [ISSUED[0], {"number": 3, "title": "Burglary"}],
            f"item 2 was issued under that number, and goes by 3 now: {_FIXED}",
        ),
        (
            [ISSUED[0], {"title": "Burglary"}],
            f"item 2 was issued under that number, and goes by none now: {_FIXED}",
        ),
    ],
)
def test_new_numbers_and_late_business_without_a_reason_are_told(items: list[dict[str, object]], told: str) -> None:
    assert list(broken(_meeting(items), _meeting(ISSUED))) == [told]


def test_an_item_without_a_number_may_be_given_one() -> None:
    numbered = [*ISSUED[:2], {"number": 3, "title": "Any other"}]
    assert list(broken(_meeting(numbered), _meeting(ISSUED))) == []
