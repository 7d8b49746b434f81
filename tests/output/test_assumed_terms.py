"""Terms of reference that nobody has seen are named at the head of every report that rests on them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.output.formats import renderer
from cdrp_cli.output.view import View
from cdrp_cli.records.tree import read_folder

BODIES = b"""bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    terms:
      - {from: 2024-04-01, meets: quarterly}
      - {from: 2025-10-01, assumed: as the report recommends, meets: yearly}
  - id: tasking
    name: Tasking Group
    until: 2025-10-02
    terms:
      - {assumed: as the report recommends, meets: monthly}
"""


def rendered(name: str, day: date) -> str:
    loaded, report = judged({**read_folder(BASES / "vale").files, "data/bodies.yaml": BODIES}, day)
    return renderer(name)(report, View(loaded))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 9, 30), "the terms of reference of Tasking Group (always)."),
        (
            date(2025, 10, 1),
            "the terms of reference of Partnership Board (from 1 October 2025) and Tasking Group (always).",
        ),
        (date(2025, 10, 2), "the terms of reference of Partnership Board (from 1 October 2025)."),
    ],
)
def test_the_head_names_the_terms_assumed_on_the_day(day: date, said: str) -> None:
    assert rendered("text", day).split("\n")[2] == f"Assumed, not seen: {said}"


def test_programs_are_told_as_well() -> None:
    shown = json.loads(rendered("json", date(2025, 10, 2)))
    assert shown["assumed_terms"] == ["Partnership Board (from 1 October 2025)"]
