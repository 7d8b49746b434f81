"""Each rule's golden cases: records in, exact lines out."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles import lines, read_case
from cdrp_cli.rules.duties.data_sharing import SETS
from cdrp_cli.rules.registry import DUTIES, RULES, STATED

CASES = Path(__file__).parent / "cases"
NEVER_FOUND = {
    **{rule.id: " not-met: " for rule in SETS},  # told once for each authority, under data-quarterly
    # what is not on record is not assessed, never a breach
    "engage-views": " not-assessed: ",
    "engage-representative": " not-assessed: ",
    "engage-regard-other": " not-assessed: ",
    "csa-copy-to-lpb": " not-assessed: ",
    # the number of meetings, and the steps to publicise them, are the group's to say
    "sg-meets-as-appropriate": " not-assessed: ",
    "public-meeting-publicise": " not-assessed: ",
    # the text sets no day, so time alone makes no breach
    "plan-summary-published": " due: ",
    "plan-copy-to-lpb": " due: ",
}
"""The duties that give no finding of their own, and the outcome that says what is lacking."""


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_gives_exactly_its_lines(path: Path) -> None:
    case = read_case(path)
    assert lines(case, path.parent.name) == case.expect, case.title


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    rules = {rule.id for rule in (*RULES, *DUTIES)}
    found = {path.name for path in CASES.iterdir()}
    assert rules - found == set()
    assert found - rules - {rule.id for rule in STATED} == set()


@pytest.mark.parametrize("rule", [*RULES, *DUTIES], ids=lambda rule: rule.id)
def test_a_rule_has_a_case_with_a_finding_and_one_without(rule: object) -> None:
    ident = rule.id  # type: ignore[attr-defined]
    expected = [read_case(path).expect for path in (CASES / ident).glob("*.txt")]
    sign = NEVER_FOUND.get(ident, f" {ident}: ")
    found = [sign in text for text in expected]
    assert True in found
    assert False in found


@pytest.mark.parametrize("rule", [*RULES, *DUTIES], ids=lambda rule: rule.id)
def test_a_rule_says_what_it_promises_why_and_what_to_do(rule: object) -> None:
    assert rule.title.endswith(".")  # type: ignore[attr-defined]
    assert rule.why  # type: ignore[attr-defined]
    assert rule.remedy  # type: ignore[attr-defined]
