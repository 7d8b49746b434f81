"""Where the records are never complete, no duty is broken, due or half met by what is not there."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.report import Report
from cdrp_cli.records.tree import read_folder

OF_THIS_KIND = ("sg-", "sa-", "plan-", "public-", "strategy-")
TWO_PROVIDERS = b"""partners:
  - id: vale
    name: Vale District Council
    kind: district-council
    posts:
      - {id: councillor, title: Councillor, elected: true, responsible_for_community_safety: true}
      - {id: officer, title: Officer, senior: false}
  - {id: fire, name: Fire Authority, kind: fire-and-rescue-authority}
  - {id: nps, name: National Probation Service, kind: probation-provider, arrangements: {from: 2010-04-01}}
  - {id: crc, name: Rehabilitation Company, kind: probation-provider, arrangements: {from: 2010-04-01}}
"""
ONE_JUNIOR = b"bodies:\n  - {id: board, name: Board, functions: [strategy-group], seats: [{post: vale/officer}]}\n"
PLAN = b"documents:\n  - {id: plan, kind: partnership-plan, title: Plan, dated: 2010-06-01, took_into_account: []}\n"


def never(nation: str, **files: bytes) -> dict[str, bytes]:
    tier = "tier: two-tier\n" if nation == "england" else ""
    profile = f"name: A\narea: A\nnation: {nation}\n{tier}records: {{complete_from: never}}\n".encode()
    return {"data/partnership.yaml": profile, **{f"data/{name}.yaml": data for name, data in files.items()}}


def of_this_kind(report: Report) -> dict[str, str]:
    assert not report.crashed
    return {row.duty: str(row.outcome) for row in report.duties if row.duty.startswith(OF_THIS_KIND)}


@pytest.mark.parametrize("day", [date(2008, 3, 31), date(2010, 6, 30), date(2011, 7, 26), date(2025, 4, 1)])
@pytest.mark.parametrize("nation", ["england", "wales"])
@pytest.mark.parametrize("documents", [b"documents: []\n", PLAN], ids=["no documents", "a plan"])
def test_what_is_not_on_record_breaks_nothing(nation: str, day: date, documents: bytes) -> None:
    files = never(nation, partners=TWO_PROVIDERS, bodies=ONE_JUNIOR, documents=documents)
    _, report = judged(files, day)
    broken = {duty for duty, outcome in of_this_kind(report).items() if outcome in {"not-met", "partly-met", "due"}}
    assert broken == set()
    assert [finding for finding in report.findings if finding.rule.startswith(OF_THIS_KIND)] == []


def test_a_copy_and_a_summary_not_on_record_may_have_been_made() -> None:
    files = never("england", bodies=ONE_JUNIOR, documents=PLAN)
    outcomes = of_this_kind(judged(files, date(2025, 4, 1))[1])
    assert (outcomes["plan-copy-to-lpb"], outcomes["plan-summary-published"]) == ("cannot-tell", "cannot-tell")


PARTS = [
    ("sg-each-authority-represented", date(2011, 5, 31), "vale met, fire not-met, nps not-met, crc not-met"),
    ("sg-senior-representative", date(2011, 5, 31), "vale not-met, fire not-met, nps not-met, crc not-met"),
    ("sg-elected-member", date(2011, 5, 31), "vale not-met"),
    ("sg-chair-arrangements", date(2011, 5, 31), "method not-met, term_months not-met, removal not-met"),
    ("plan-considers-assessment", date(2010, 6, 30), "assessment due, agreement cannot-tell"),
]


@pytest.mark.parametrize(("duty", "day", "parts"), PARTS, ids=[row[0] for row in PARTS])
def test_each_part_of_a_duty_has_its_own_outcome(duty: str, day: date, parts: str) -> None:
    files = never("england", partners=TWO_PROVIDERS, bodies=ONE_JUNIOR, documents=PLAN)
    files["data/partnership.yaml"] = files["data/partnership.yaml"].replace(b"never", b"2008-04-01")
    row = next(row for row in judged(files, day)[1].duties if row.duty == duty)
    assert ", ".join(f"{part.name} {part.outcome}" for part in row.parts) == parts


def test_what_may_be_mistaken_for_the_public_meeting_is_shown_beside_the_finding() -> None:
    bodies = b"bodies:\n  - {id: board, name: Board, functions: [strategy-group]}\n  - {id: panel, name: Panel}\n"
    files = dict(read_folder(BASES / "vale").files) | {
        "data/bodies.yaml": bodies,
        "data/meetings/2024-06-01-panel.yaml": b"body: panel\ndate: 2024-06-01\nstatus: held\npublic: true\n",
        "data/meetings/2024-07-01-board.yaml": b"body: board\ndate: 2024-07-01\nstatus: held\nobservers: true\n",
        "data/meetings/2024-08-01-board.yaml": b"body: board\ndate: 2024-08-01\nstatus: held\n",
        "data/meetings/2024-09-01-panel.yaml": b"body: panel\ndate: 2024-09-01\nstatus: cancelled\npublic: true\n",
        "data/meetings/2025-04-01-panel.yaml": b"body: panel\ndate: 2025-04-01\nstatus: held\npublic: true\n",
        "data/meetings/2024-09-02-panel.yaml": b"body: panel\ndate: 2024-09-02\nstatus: held\nobservers: true\n",
    }
    found = next(each for each in judged(files, date(2025, 4, 1))[1].findings if each.rule == "public-meeting-yearly")
    assert [related.message for related in found.related] == [
        "public, but a meeting of Panel and not of Board",
        "the public could watch, which is not yet a public meeting",
    ]
