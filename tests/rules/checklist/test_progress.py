"""How far the checklist is answered, counted by hand for the partnerships that come with the tool."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles import judged
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rules.checklist.answers import Answer, answers
from cdrp_cli.rules.checklist.progress import Count, count, count_by, held

ROOT = Path(__file__).parents[3]
BRAINTREE = ROOT / "examples" / "braintree-2009"
EXAMPLESHIRE = ROOT / "examples" / "exampleshire"
LAST_OF_BRAINTREE = date(2009, 2, 28)
LAST_OF_EXAMPLESHIRE = date(2026, 3, 31)


def _answers(files: dict[str, bytes], day: date) -> tuple[Answer, ...]:
    loaded, _ = judged(files, day)
    assert not loaded.unread
    profile = loaded.partnership.profile
    assert profile is not None
    return answers(loaded.partnership, catalogue().on(profile.nation, day), checklist())


@pytest.fixture(scope="module")
def braintree() -> tuple[Answer, ...]:
    return _answers(dict(read_folder(BRAINTREE).files), LAST_OF_BRAINTREE)


@pytest.fixture(scope="module")
def exampleshire() -> tuple[Answer, ...]:
    return _answers(dict(read_folder(EXAMPLESHIRE).files), LAST_OF_EXAMPLESHIRE)


def _kind(answer: Answer) -> str:
    return answer.asked.kind


def _section(answer: Answer) -> str:
    return answer.asked.section


def test_braintree_holds_49_of_115_rows(braintree: tuple[Answer, ...]) -> None:
    assert held(braintree, checklist().expected_total).say() == "49 of 115 held"
    assert {name: each.rows for name, each in count_by(braintree, _kind).items()} == {"statutory": 20, "advice": 29}
    assert {name: each.rows for name, each in count_by(braintree, _section).items()} == {
        "introduction": 1,
        "lead-and-guide": 43,
        "assess": 5,
    }


def test_braintree_gives_no_evidence_so_nothing_is_shown_as_met(braintree: tuple[Answer, ...]) -> None:
    # 2e is a permission and 11d a signpost; all the rest is law or advice of 2009, and not shown
    assert count_by(braintree, _kind) == {
        "statutory": Count(not_assessed=18, unanswerable=2),
        "advice": Count(not_assessed=29),
    }
    said = [answer.said for answer in braintree]
    assert (said.count("met"), said.count("partly-met"), said.count("not-assessed")) == (17, 7, 25)


def test_exampleshire_by_kind(exampleshire: tuple[Answer, ...]) -> None:
    assert count_by(exampleshire, _kind) == {
        # met 1a 2a 7a 7b 7c 11a 11b 11c 14b 14c 14d 14e, partly 14a; ended 2b 2c 2d 2f 2g; nothing to meet 2e 11d
        "statutory": Count(met=12, partly_met=1, ended=5, unanswerable=2),
        # met 3a 3b 3d 3e 3f 3g 6a 6b 6c 8a 9a 9b 10a 12a 13a, partly 3c 4a 5a 9c 9d 10b 12b 12c 12d 13b,
        # not met 8c 12e, on evidence of 2024 8b, not applicable 4b
        "advice": Count(met=15, partly_met=10, not_met=2, not_assessed=1, not_applicable=1),
        # v1 met, v2 partly
        "local": Count(met=1, partly_met=1),
    }
    assert held(exampleshire, checklist().expected_total).say() == "49 of 115 held"


def test_exampleshire_by_hallmark(exampleshire: tuple[Answer, ...]) -> None:
    advice = [answer for answer in exampleshire if answer.asked.kind == "advice"]
    assert count_by(advice, lambda answer: answer.asked.hallmark) == {
        # 3a to 3g, 8a to 8c
        "Empowered and Effective Leadership": Count(met=7, partly_met=1, not_met=1, not_assessed=1),
        # 4a 4b, 9a to 9d
        "Intelligence-led Business Processes": Count(met=2, partly_met=3, not_applicable=1),
        # 5a
        "Effective and Responsive Delivery Structures": Count(partly_met=1),
        # 6a 6b 6c 10a 10b 13a 13b
        "Appropriate Skills and Knowledge": Count(met=5, partly_met=2),
        # 12a to 12e
        "Visible and Constructive Accountability": Count(met=1, partly_met=3, not_met=1),
    }


def test_what_is_not_assessed_or_does_not_apply_is_in_no_other_figure() -> None:
    found = Count(met=1, partly_met=2, not_met=4, not_assessed=8, not_applicable=16, ended=32, unanswerable=64)
    assert (found.asked, found.rows) == (15, 127)


STATUSES = st.sampled_from(["met", "partly-met", "not-met", "not-applicable", "not-assessed"])
EVIDENCE = st.sampled_from(["", "{url: a}", "{url: a, seen: 2009-01}", "{url: a, seen: 2025-12}", "{document: gone}"])
ROWS = st.dictionaries(
    st.sampled_from(sorted(checklist().refs)), st.tuples(STATUSES, EVIDENCE, st.booleans()), max_size=72
)
DAYS = st.sampled_from([date(2007, 7, 31), date(2011, 5, 31), date(2011, 6, 1), date(2026, 1, 2)])
PROFILES = st.sampled_from(["england\ntier: two-tier", "england\ntier: unitary", "england", "wales"])


@given(ROWS, DAYS, PROFILES)
def test_the_figures_sum_to_the_rows_whatever_is_answered(
    rows: dict[str, tuple[str, str, bool]], day: date, profile: str
) -> None:
    told = [
        f"  - {{ref: {ref}, status: {status}, evidence: [{evidence}]{', reason: so' if reason else ''}}}"
        for ref, (status, evidence, reason) in rows.items()
    ]
    files = {
        "data/partnership.yaml": f"name: Millford\narea: Millford\nnation: {profile}\n".encode(),
        "data/hallmarks/rows.yaml": "\n".join(["rows:", *told] if told else ["rows: []"]).encode() + b"\n",
    }
    found = _answers(files, day)
    total = count(found)
    assert total.rows == len(found) == 49 + sum(ref.startswith("s") for ref in rows)
    for key in (_kind, _section):
        assert sum(each.rows for each in count_by(found, key).values()) == total.rows
        assert sum(each.met for each in count_by(found, key).values()) == total.met
    assert total.met <= sum(status == "met" for status, _, _ in rows.values())
    assert held(found, 115).rows == 49
