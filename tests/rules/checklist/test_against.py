"""A row that says met while a duty behind it is not: found once all duties are judged, with both places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.finding import Finding, Severity
from cdrp_cli.core.frozen import replace
from cdrp_cli.core.report import Dates
from cdrp_cli.engine import run
from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.rules.registry import DUTIES, RULES
from cdrp_cli.rules.rule import Case, DutyCase, rule
from cdrp_cli.rules.words import Problem, Word

VALE = dict(read_folder(BASES / "vale").files)
DAY = date(2025, 7, 26)


def _row(ref: str) -> dict[str, bytes]:
    return {"data/hallmarks/rows.yaml": f"rows:\n  - {{ref: {ref}, status: met}}\n".encode()}


def _found(files: dict[str, bytes]) -> list[tuple[str, Finding, list[str]]]:
    loaded, report = judged(files, DAY)
    return [
        (str(loaded.place(each.at)), each, [f"{loaded.place(other.at)} {other.message}" for other in each.related])
        for each in report.findings
        if each.rule == "row-against-duty"
    ]


def test_both_places_are_told() -> None:
    ((place, finding, related),) = _found(VALE | _row("7a"))
    assert place == "data/hallmarks/rows.yaml:2:23"
    assert finding.severity is Severity.ERROR
    assert finding.subject == "7a"
    assert related == ["data/documents.yaml:1:1 no information sharing protocol is in force"]


def test_a_duty_that_lacks_much_is_told_once_with_every_place() -> None:
    ((_, finding, related),) = _found(VALE | _row("7c"))
    assert finding.message == "7c says met, but isp-liaison is not met on 26 July 2025"
    assert related == [
        "data/partners.yaml:2:5 Vale District Council has named nobody for sharing information",
        "data/partners.yaml:9:5 Exampleshire County Council has named nobody for sharing information",
        "data/partners.yaml:14:5 Exampleshire Police has named nobody for sharing information",
        "data/partners.yaml:20:5 Exampleshire Fire and Rescue Authority has named nobody for sharing information",
        "data/partners.yaml:25:5 Exampleshire Integrated Care Board has named nobody for sharing information",
        "data/partners.yaml:31:5 Exampleshire Probation Delivery Unit has named nobody for sharing information",
    ]


def test_data_never_shared_are_told_under_the_quarterly_duty_and_not_for_each_set() -> None:
    ((_, finding, related),) = _found(VALE | _row("14a"))
    assert finding.message == "14a says met, but data-quarterly is not met on 26 July 2025"
    assert [text.partition(" ")[2] for text in related] == [
        (
            "Exampleshire Police did not share police-incidents and police-crimes"
            " for January to March 2025 by 30 June 2025"
        ),
        (
            "Exampleshire Fire and Rescue Authority did not share fire-fires and fire-hoax-calls"
            " for January to March 2025 by 30 June 2025"
        ),
    ]


@rule("looks-on", severity=Severity.NOTE)
def _before(_record: None, case: Case) -> Iterator[Problem]:
    """It is told nothing of duties.

    Why: none is judged yet.
    Remedy: none.
    """
    assert case.duties == ()
    yield from ()


@rule("looks-back", severity=Severity.NOTE, after=True)
def _after(_record: None, case: Case) -> Iterator[Problem]:
    """It is told of every duty.

    Why: all are judged.
    Remedy: none.
    """
    assert case.partnership.profile is not None
    for duty in case.duties:
        yield Problem(case.partnership.profile.pointer, f"{duty.duty} {duty.outcome}")


def _fails(_case: DutyCase) -> Iterator[Word]:
    raise ZeroDivisionError


@pytest.mark.parametrize("order", [(_before, _after), (_after, _before)])
def test_a_rule_that_comes_after_knows_every_duty_and_the_others_none(order: tuple[object, ...]) -> None:
    loaded = load(Tree(VALE))
    law = catalogue()
    report = run(loaded, law, Dates(DAY, DAY, law.read_to), checklist(), rules=order)  # type: ignore[arg-type]
    assert report.crashed == ()
    told = [finding.message for finding in report.findings if finding.rule == "looks-back"]
    assert sorted(told) == sorted(f"{row.duty} {row.outcome}" for row in report.duties)
    assert told


def test_a_duty_whose_rule_failed_contradicts_nobody() -> None:
    duties = tuple(replace(each, judge=_fails) if each.id == "isp-protocol" else each for each in DUTIES)
    law = catalogue()
    report = run(load(Tree(VALE | _row("7a"))), law, Dates(DAY, DAY, law.read_to), checklist(), RULES, duties)
    assert report.crashed == ("isp-protocol",)
    assert [finding for finding in report.findings if finding.rule == "row-against-duty"] == []
