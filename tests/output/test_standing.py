"""How duties are listed."""

from __future__ import annotations

from cdrp_cli.core.frozen import replace
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.output.standing import standing
from cdrp_cli.output.view import View
from richreport import Rich


def test_duties_with_one_reason_are_named_together(rich: Rich) -> None:
    row = replace(rich.report.duties[3], outcome=Outcome.NOT_MET, reason="no plan was made")
    rows = (row, replace(row, duty="plan-steps"), replace(row, duty="other", subject="county-board"))
    (told,) = standing(replace(rich.report, duties=rows), View(rich.loaded))
    assert told == [
        "Statutory duties on 26 July 2025",
        "  3 not met",
        "  not met",
        "    - sg-chair-arrangements and plan-steps (board); other (county-board): no plan was made",
    ]


def test_what_nobody_has_shown_is_named_without_its_reasons(rich: Rich) -> None:
    row = replace(rich.report.duties[3], reason="no plan was seen")
    silent = replace(row, duty="guidance-regard", subject="partnership", outcome=Outcome.NOT_ASSESSED)
    other = replace(row, duty="other", subject="county-board")
    rows = (row, silent, other, replace(row, duty="plan-steps", reason="another reason"))
    (told,) = standing(replace(rich.report, duties=rows), View(rich.loaded))
    assert told[2:] == [
        "  not assessed (cdrp duties says why)",
        "    - guidance-regard (partnership)",
        "  cannot tell (cdrp duties says why)",
        "    - sg-chair-arrangements and plan-steps (board)",
        "    - other (county-board)",
    ]


def test_what_is_due_first_stands_first(rich: Rich) -> None:
    later = rich.report.duties[0]
    sooner = replace(later, duty="sooner", due=later.due and later.due.replace(month=1))
    (told,) = standing(replace(rich.report, duties=(later, sooner)), View(rich.loaded))
    assert [line.split()[1] for line in told if line.startswith("    - ")] == ["sooner", "public-meeting-yearly"]


def test_what_is_met_or_not_applicable_is_only_counted(rich: Rich) -> None:
    rows = [replace(rich.report.duties[2], outcome=outcome) for outcome in Outcome]
    (told,) = standing(replace(rich.report, duties=tuple(rows)), View(rich.loaded))
    assert told[1] == ("  1 met, 1 partly met, 1 not met, 1 due, 1 not applicable, 1 not assessed, 1 cannot tell")
    assert [line.strip() for line in told[2:] if not line.startswith("    ")] == [
        "not met", "partly met", "due", "not assessed (cdrp duties says why)", "cannot tell (cdrp duties says why)"
    ]  # fmt: skip


def test_no_duties_give_no_block(rich: Rich) -> None:
    assert list(standing(replace(rich.report, duties=()), View(rich.loaded))) == []
