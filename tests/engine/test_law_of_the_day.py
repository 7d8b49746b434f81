"""Each judgement is made under the law of its own day: the day before a change and the day, in each nation.

The tables are written from the regulations and the orders that amended them, not from the catalogue.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casefiles import judged
from cdrp_cli.core.outcome import DutyRow

GROUP = b"bodies:\n  - {id: board, name: Board, functions: [strategy-group]}\n"

CHANGES = """
england 2007-08-01 sg-exists                    : none -> SI 2007/1830 reg 3(1)
england 2007-08-01 sg-each-authority-represented: none -> SI 2007/1830 reg 3(2)
england 2007-08-01 sg-senior-representative     : none -> SI 2007/1830 reg 3(2)
england 2007-08-01 sg-elected-member            : none -> SI 2007/1830 reg 3(3)
england 2007-08-01 sg-chair-arrangements        : none -> SI 2007/1830 reg 3(4)
england 2007-08-01 sg-meets-as-appropriate      : none -> SI 2007/1830 reg 3(5)
england 2007-08-01 sg-skills-review             : none -> SI 2007/1830 reg 3(7)
england 2007-08-01 sg-value-for-money           : none -> SI 2007/1830 reg 3(8)
england 2007-08-01 sa-annual                    : none -> SI 2007/1830 reg 5(1)
england 2007-08-01 sa-inputs                    : none -> SI 2007/1830 reg 6(a)-(c),(e),(f)
england 2007-08-01 sa-content-levels            : none -> SI 2007/1830 reg 7(a)
england 2007-08-01 sa-content-changes           : none -> SI 2007/1830 reg 7(b)
england 2007-08-01 sa-content-reasons           : none -> SI 2007/1830 reg 7(c)
england 2007-08-01 sa-content-priorities        : none -> SI 2007/1830 reg 7(d)
england 2007-08-01 sa-content-public-priorities : none -> SI 2007/1830 reg 7(e)
england 2007-08-01 sa-content-plan-progress     : none -> SI 2007/1830 reg 7(f)
england 2007-08-01 sa-content-county-matters    : none -> SI 2007/1830 reg 7(g)
england 2007-08-01 plan-exists                  : none -> SI 2007/1830 reg 10(1)
england 2007-08-01 plan-revised-yearly          : none -> SI 2007/1830 reg 10(2)
england 2007-08-01 plan-considers-assessment    : none -> SI 2007/1830 reg 10(3)
england 2007-08-01 plan-strategy-three-year     : none -> SI 2007/1830 reg 11(1)(a)
england 2007-08-01 plan-priorities              : none -> SI 2007/1830 reg 11(1)(b)
england 2007-08-01 plan-steps                   : none -> SI 2007/1830 reg 11(1)(c)
england 2007-08-01 plan-resources               : none -> SI 2007/1830 reg 11(1)(d)
england 2007-08-01 plan-measures                : none -> SI 2007/1830 reg 11(1)(e)
england 2007-08-01 plan-engagement-steps        : none -> SI 2007/1830 reg 11(1)(f)
england 2007-08-01 public-meeting-yearly        : none -> SI 2007/1830 reg 12(4)(a)
england 2007-08-01 public-meeting-senior        : none -> SI 2007/1830 reg 12(4)(b)
england 2007-08-01 public-meeting-publicise     : none -> SI 2007/1830 reg 12(4)(c)
england 2007-08-01 plan-public-help             : none -> SI 2007/1830 reg 13
england 2007-08-01 plan-summary-published       : none -> SI 2007/1830 reg 14
england 2007-08-01 strategy-crime-disorder      : none -> CDA 1998 s 6(1)(a)
england 2007-08-01 strategy-substance-misuse    : none -> CDA 1998 s 6(1)(b)
england 2009-04-30 sa-inputs-scrutiny           : none -> SI 2007/1830 reg 6(d)
england 2010-04-01 strategy-reoffending         : none -> CDA 1998 s 6(1)(c)
england 2010-04-01 sg-probation-joint-appointee : none -> SI 2007/1830 reg 3(3A)
england 2011-06-01 sg-probation-joint-appointee : SI 2007/1830 reg 3(3A) -> SI 2007/1830 reg 3(3)
england 2011-06-01 sg-value-for-money           : SI 2007/1830 reg 3(8) -> SI 2007/1830 reg 3(5)
england 2011-06-01 sg-two-members               : none -> SI 2007/1830 reg 3(2)
england 2011-06-01 plan-strategy                : none -> SI 2007/1830 reg 11(1)(a)
england 2011-06-01 sg-each-authority-represented: SI 2007/1830 reg 3(2) -> none
england 2011-06-01 sg-senior-representative     : SI 2007/1830 reg 3(2) -> none
england 2011-06-01 sg-elected-member            : SI 2007/1830 reg 3(3) -> none
england 2011-06-01 sg-chair-arrangements        : SI 2007/1830 reg 3(4) -> none
england 2011-06-01 sg-meets-as-appropriate      : SI 2007/1830 reg 3(5) -> none
england 2011-06-01 sg-skills-review             : SI 2007/1830 reg 3(7) -> none
england 2011-06-01 plan-strategy-three-year     : SI 2007/1830 reg 11(1)(a) -> none
england 2012-11-22 plan-copy-to-lpb             : none -> SI 2007/1830 reg 13A
england 2023-01-31 strategy-serious-violence    : none -> CDA 1998 s 6(1)(d)
wales   2007-11-19 sg-exists                    : none -> SI 2007/3076 reg 3(1)
wales   2007-11-19 sg-each-authority-represented: none -> SI 2007/3076 reg 3(2)
wales   2007-11-19 sg-senior-representative     : none -> SI 2007/3076 reg 3(2)
wales   2007-11-19 sg-elected-member            : none -> SI 2007/3076 reg 3(3)
wales   2007-11-19 sg-chair-arrangements        : none -> SI 2007/3076 reg 3(4)
wales   2007-11-19 sg-meets-as-appropriate      : none -> SI 2007/3076 reg 3(5)
wales   2007-11-19 sg-skills-review             : none -> SI 2007/3076 reg 3(7)
wales   2007-11-19 sg-value-for-money           : none -> SI 2007/3076 reg 3(8)
wales   2007-11-19 sa-annual                    : none -> SI 2007/3076 reg 5(1)
wales   2007-11-19 sa-inputs                    : none -> SI 2007/3076 reg 6(a)-(c),(e),(f)
wales   2007-11-19 sa-content-levels            : none -> SI 2007/3076 reg 7(a)
wales   2007-11-19 sa-content-plan-progress     : none -> SI 2007/3076 reg 7(f)
wales   2007-11-19 plan-exists                  : none -> SI 2007/3076 reg 8(1)
wales   2007-11-19 plan-revised-yearly          : none -> SI 2007/3076 reg 8(2)
wales   2007-11-19 plan-considers-assessment    : none -> SI 2007/3076 reg 8(3)
wales   2007-11-19 plan-strategy-three-year     : none -> SI 2007/3076 reg 9(1)(a)
wales   2007-11-19 plan-priorities              : none -> SI 2007/3076 reg 9(1)(b)
wales   2007-11-19 public-meeting-yearly        : none -> SI 2007/3076 reg 10(4)(a)
wales   2007-11-19 public-meeting-senior        : none -> SI 2007/3076 reg 10(4)(b)
wales   2007-11-19 public-meeting-publicise     : none -> SI 2007/3076 reg 10(4)(c)
wales   2007-11-19 plan-public-help             : none -> SI 2007/3076 reg 11
wales   2007-11-19 plan-summary-published       : none -> SI 2007/3076 reg 12
wales   2007-11-19 strategy-crime-disorder      : none -> CDA 1998 s 6(1)(a)
wales   2009-10-01 sa-inputs-scrutiny           : none -> SI 2007/3076 reg 6(d)
wales   2010-04-01 strategy-reoffending         : none -> CDA 1998 s 6(1)(c)
wales   2010-04-01 sg-probation-joint-appointee : none -> SI 2007/3076 reg 3(3A)
wales   2010-04-01 plan-strategy-three-year     : SI 2007/3076 reg 9(1)(a) -> SI 2007/3076 reg 9(1)(a),(aa)
wales   2011-12-05 sg-probation-joint-appointee : SI 2007/3076 reg 3(3A) -> SI 2007/3076 reg 3(3)
wales   2011-12-05 sg-value-for-money           : SI 2007/3076 reg 3(8) -> SI 2007/3076 reg 3(5)
wales   2011-12-05 sg-two-members               : none -> SI 2007/3076 reg 3(2)
wales   2011-12-05 plan-strategy                : none -> SI 2007/3076 reg 9(a),(aa)
wales   2011-12-05 plan-priorities              : SI 2007/3076 reg 9(1)(b) -> SI 2007/3076 reg 9(b)
wales   2011-12-05 plan-steps                   : SI 2007/3076 reg 9(1)(c) -> SI 2007/3076 reg 9(c)
wales   2011-12-05 plan-resources               : SI 2007/3076 reg 9(1)(d) -> SI 2007/3076 reg 9(d)
wales   2011-12-05 plan-measures                : SI 2007/3076 reg 9(1)(e) -> SI 2007/3076 reg 9(e)
wales   2011-12-05 plan-engagement-steps        : SI 2007/3076 reg 9(1)(f) -> SI 2007/3076 reg 9(f)
wales   2011-12-05 sg-each-authority-represented: SI 2007/3076 reg 3(2) -> none
wales   2011-12-05 sg-senior-representative     : SI 2007/3076 reg 3(2) -> none
wales   2011-12-05 sg-elected-member            : SI 2007/3076 reg 3(3) -> none
wales   2011-12-05 sg-chair-arrangements        : SI 2007/3076 reg 3(4) -> none
wales   2011-12-05 sg-meets-as-appropriate      : SI 2007/3076 reg 3(5) -> none
wales   2011-12-05 sg-skills-review             : SI 2007/3076 reg 3(7) -> none
wales   2011-12-05 plan-strategy-three-year     : SI 2007/3076 reg 9(1)(a),(aa) -> none
wales   2023-01-31 strategy-serious-violence    : none -> CDA 1998 s 6(1)(d)
"""
NOT_READ = (
    "sa-inputs",
    "sa-content-levels",
    "sa-content-priorities",
    "sa-content-public-priorities",
    "plan-strategy",
    "plan-public-help",
)
"""What serious violence is only inferred to have joined on 31 January 2023."""


def rows(nation: str, day: date) -> dict[str, DutyRow]:
    profile = f"name: A\narea: A\nnation: {nation}\n" + ("tier: two-tier\n" if nation == "england" else "")
    _, report = judged({"data/partnership.yaml": profile.encode(), "data/bodies.yaml": GROUP}, day)
    assert not report.crashed
    return {row.duty: row for row in report.duties}


def change(line: str) -> tuple[str, date, str, str, str]:
    head, _, cited = line.partition(":")
    nation, day, duty = head.split()
    before, _, after = (part.strip() for part in cited.partition("->"))
    return nation, date.fromisoformat(day), duty, before, after


@pytest.mark.parametrize("line", CHANGES.strip().splitlines())
def test_the_day_before_and_the_day(line: str) -> None:
    nation, day, duty, before, after = change(line)
    was, is_ = (rows(nation, each).get(duty) for each in (day - timedelta(days=1), day))
    assert (was.source if was else "none") == before
    assert (is_.source if is_ else "none") == after


@pytest.mark.parametrize("duty", NOT_READ)
@pytest.mark.parametrize("nation", ["england", "wales"])
def test_what_is_inferred_is_called_so_from_its_first_day(nation: str, duty: str) -> None:
    assert rows(nation, date(2023, 1, 30))[duty].confidence == "read"
    assert rows(nation, date(2023, 1, 31))[duty].confidence == "inferred"


@pytest.mark.parametrize("day", [date(2011, 6, 1), date(2011, 12, 4)])
def test_for_six_months_of_2011_england_and_wales_differ(day: date) -> None:
    england, wales = set(rows("england", day)), set(rows("wales", day))
    old = {
        "sg-each-authority-represented",
        "sg-senior-representative",
        "sg-elected-member",
        "sg-chair-arrangements",
        "sg-meets-as-appropriate",
        "sg-skills-review",
        "plan-strategy-three-year",
    }
    assert old <= wales - england
    assert {"sg-two-members", "plan-strategy"} <= england - wales
