"""The text of a report below its front matter, which no parser of YAML looks at."""

from __future__ import annotations

import pytest

from cdrp_cli.records.paper_text import read_paper

REPORT = "---\nto: board\ntitle: Costs\n---\n# Purpose\n\nTo agree.\n"


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
@pytest.mark.parametrize(
    ("before", "after", "spot"),
    [
        ("Costs", "Co\u202est", (3, 10)),
        ("To agree", "To \u2067agree", (7, 4)),
        ("# Purpose", "#\u2069 Purpose", (5, 2)),
    ],
)
def test_letters_that_are_shown_in_another_order_are_refused_wherever_they_stand(
    before: str, after: str, spot: tuple[int, int], pure: bool
) -> None:
    assert read_paper("data/papers/costs.md", REPORT.encode(), pure=pure).problems == ()
    (problem,) = read_paper("data/papers/costs.md", REPORT.replace(before, after).encode(), pure=pure).problems
    assert (problem.rule, problem.spot, problem.fatal) == ("order-of-letters", spot, True)
