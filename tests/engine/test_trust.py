"""What a verdict may rest on: a rule that fails, a record that could not be read, a source that was not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from casefiles import BASES, judged
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.report import Dates, Report
from cdrp_cli.engine import run
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.rules.duties import public_meeting, strategy_group
from cdrp_cli.rules.rule import Case, DutyCase, DutyRule, Rule, duty, rule
from cdrp_cli.rules.words import Due, Gap, Inapplicable, Late, Problem, Remark, Seen, Unknown, Unsaid, Word

BASE = {name: dict(read_folder(BASES / name).files) for name in ("vale", "england-2009")}
VALE = BASE["vale"]
DAY = date(2025, 4, 1)
HERE = Pointer("data/bodies.yaml")


def run_with(
    files: dict[str, bytes], *, rules: tuple[Rule, ...] = (), duties: tuple[DutyRule, ...] = (), day: date = DAY
) -> Report:
    law = catalogue()
    return run(load(Tree(files)), law, Dates(day, day, law.read_to), rules=rules, duties=duties)


@duty("sg-exists", whole=True)
def failing_judgement(case: DutyCase) -> Iterator[Word]:
    """A judgement that fails after its first word."""
    yield Seen(case.group, "something")
    raise ZeroDivisionError


@rule("failing-rule", severity=Severity.NOTE)
def failing_rule(_record: object, case: Case) -> Iterator[Problem]:
    """A rule that fails after its first finding."""
    assert case.partnership.profile is not None
    yield Problem(case.partnership.profile.pointer, "found before it failed")
    raise KeyError("unforeseen")


def test_a_judgement_that_fails_is_named_and_cannot_tell_and_hides_no_other() -> None:
    report = run_with(VALE, duties=(failing_judgement, public_meeting.public_meeting_yearly))
    assert report.crashed == ("sg-exists",)
    assert not report.complete
    assert [(row.duty, row.outcome) for row in report.duties] == [
        ("sg-exists", "cannot-tell"),
        ("public-meeting-yearly", "due"),
    ]
    assert [finding.rule for finding in report.findings] == ["sg-exists", "public-meeting-yearly"]
    assert "ZeroDivisionError in failing_judgement" in report.findings[0].message


def test_a_rule_on_records_that_fails_is_named_and_hides_no_judgement() -> None:
    report = run_with(VALE, rules=(failing_rule,), duties=(public_meeting.public_meeting_yearly,))
    assert report.crashed == ("failing-rule",)
    assert [row.duty for row in report.duties] == ["public-meeting-yearly"]
    assert [finding.rule for finding in report.findings].count("failing-rule") >= 1


def test_a_judgement_that_fails_on_a_duty_not_in_force_makes_no_row() -> None:
    report = run_with(VALE, duties=(strategy_group.skills_review,))
    assert report.duties == ()


def gap_in(ident: str) -> DutyRule:
    @duty(ident, whole=True)
    def lacking(case: DutyCase) -> Iterator[Word]:
        """A judgement that finds something missing."""
        yield Gap(case.group, "something is missing")

    return lacking


@pytest.mark.parametrize(
    ("ident", "severity", "because"),
    [
        ("plan-steps", "error", ""),
        ("plan-strategy", "warning", " (the source is inferred, not read: no more than a warning)"),
        ("csg-exists", "warning", " (this binds the responsible authorities, not the partnership)"),
    ],
)
def test_an_error_is_only_what_binds_the_partnership_and_was_read(ident: str, severity: str, because: str) -> None:
    report = run_with(VALE, duties=(gap_in(ident),))
    assert [(found.severity.word, found.message) for found in report.findings] == [
        (severity, "something is missing" + because)
    ]
    assert [row.outcome for row in report.duties] == ["not-met"]


def outcome(files: dict[str, bytes], ident: str, day: date) -> str:
    _, report = judged(files, day)
    assert not report.crashed
    return next(row.outcome for row in report.duties if row.duty == ident)


BROKEN = b"bodies: [\n"


def test_what_could_not_be_read_is_not_absent() -> None:
    meeting = {"data/meetings/2024-10-15-board.yaml": b"body: board\ndate: 2024-10-15\nstatus: helt\npublic: true\n"}
    assert outcome(VALE | meeting, "public-meeting-yearly", date(2025, 3, 31)) == "cannot-tell"
    assert outcome(VALE | {"data/bodies.yaml": BROKEN}, "sg-exists", DAY) == "cannot-tell"
    assert outcome(VALE | {"data/documents.yaml": b"documents: 5\n"}, "sa-annual", DAY) == "cannot-tell"


def test_every_authority_is_not_met_while_one_of_them_could_not_be_read() -> None:
    day = date(2010, 3, 31)
    files = BASE["england-2009"]
    assert outcome(files, "sg-each-authority-represented", day) == "met"
    torn = files["data/partners.yaml"].replace(b"kind: primary-care-trust", b"kind: primary-care-trusts")
    assert outcome(files | {"data/partners.yaml": torn}, "sg-each-authority-represented", day) == "cannot-tell"


def test_without_the_partnership_file_nothing_is_judged_and_it_is_said() -> None:
    _, report = judged({name: data for name, data in VALE.items() if name != "data/partnership.yaml"}, DAY)
    assert report.duties == ()
    assert report.not_looked_at == (
        "nothing was judged: data/partnership.yaml could not be read, and the law needs its nation",
    )


def test_the_reason_says_what_is_in_doubt_and_why() -> None:
    never = VALE["data/partnership.yaml"].replace(b"2024-04-01", b"never")
    _, report = judged(VALE | {"data/partnership.yaml": never}, DAY)
    reasons = {row.duty: row.reason for row in report.duties}
    assert reasons["plan-exists"] == (
        "as far as the records go, no partnership plan is in force on 1 April 2025; "
        "the records of documents are not complete for that time"
    )


def test_a_word_says_what_to_do_and_else_the_rule_does() -> None:
    @duty("sg-exists", whole=True)
    def telling(case: DutyCase) -> Iterator[Word]:
        """A judgement with words of every kind.

        Why: to see whose remedy is told.
        Remedy: what the rule says
        """
        yield Gap(case.group, "first")
        yield Gap(case.group, "second", help="what the gap says")
        yield Remark(case.group, "third")
        yield Remark(case.group, "fourth", help="what the remark says")

    found = run_with(VALE, duties=(telling,)).findings
    assert [(each.message, each.severity.word, each.help) for each in found] == [
        ("first", "error", "what the rule says"),
        ("second", "error", "what the gap says"),
        ("third", "note", "what the rule says"),
        ("fourth", "note", "what the remark says"),
    ]


WORDS: list[tuple[tuple[Word, ...], str, str]] = [
    ((), "not-assessed", "nothing on record says"),
    ((Seen(HERE, "a"), Seen(HERE, "b")), "met", "a and b"),
    ((Gap(HERE, "a"), Gap(HERE, "b"), Gap(HERE, "a")), "not-met", "a; b"),
    ((Seen(HERE, "a"), Gap(HERE, "b")), "partly-met", "b"),
    ((Gap(HERE, "a"), Unknown(HERE, "b")), "not-met", "a"),
    ((Gap(HERE, "a"), Late(HERE, "b")), "not-met", "a; b"),
    ((Late(HERE, "b"), Seen(HERE, "a")), "met", "a"),
    ((Due(HERE, "a"), Unsaid(HERE, "b")), "due", "a"),
    ((Seen(HERE, "a"), Due(HERE, "b")), "partly-met", "b"),
    ((Seen(HERE, "a"), Unknown(HERE, "b"), Unsaid(HERE, "c")), "cannot-tell", "b"),
    ((Seen(HERE, "a"), Unsaid(HERE, "b")), "not-assessed", "b"),
    ((Gap(HERE, "a"), Inapplicable("b")), "not-applicable", "b"),
    ((Remark(HERE, "a"),), "not-assessed", "nothing on record says"),
]


@pytest.mark.parametrize(("words", "verdict", "reason"), WORDS)
def test_what_the_words_add_up_to(words: tuple[Word, ...], verdict: str, reason: str) -> None:
    judgement = DutyRule("sg-exists", "", "", "", lambda _case: iter(words), whole=True)
    assert [(row.outcome, row.reason) for row in run_with(VALE, duties=(judgement,)).duties] == [(verdict, reason)]


def test_the_first_of_several_last_days_is_the_one_that_is_due() -> None:
    words = (Due(HERE, "a", by=date(2026, 1, 1)), Due(HERE, "b", by=date(2025, 6, 1)), Due(HERE, "c"))
    judgement = DutyRule("sg-exists", "", "", "", lambda _case: iter(words), whole=True)
    assert [row.due for row in run_with(VALE, duties=(judgement,)).duties] == [date(2025, 6, 1)]
