"""One line for each finding."""

from __future__ import annotations

from cdrp_cli.core.frozen import replace
from cdrp_cli.core.pointer import Place
from cdrp_cli.output.concise import render
from cdrp_cli.output.view import View
from richreport import Rich

CONCISE = """\
data/bodies.yaml:2:5: error public-meeting-yearly: no public meeting was held between 1 April 2024 and 31 March 2025
data/bodies.yaml:3:11: warning seat-vacant: the seat is vacant (waived: being filled in May)
data/meetings/2025-07-22-a-body-with-a-very-long-name-that-nobody-would-want-to-see-cut.yaml:100:1: note long-path: \
a message that has the [redacted] mark
data/meetings/2025-07-22-board.yaml:7:13: warning declaration-unclear: a fact
data/meetings/2025-07-22-board.yaml:9:12: error unknown-partner: there is no partner 'homse'
data/meetings/2025-07-22-board.yaml:16:7: warning exempt-text: another fact
"""


def test_each_finding_is_one_line_by_path_line_and_rule(rich: Rich) -> None:
    assert render(rich.report, View(rich.loaded)) == CONCISE


def test_a_terminal_changes_nothing(rich: Rich) -> None:
    assert render(rich.report, View(rich.loaded, width=40, colour=True)) == CONCISE


def test_rules_on_one_line_come_in_the_order_of_their_names_whatever_their_columns(rich: Rich) -> None:
    first = rich.report.findings[0]
    report = replace(
        rich.report,
        findings=(
            replace(first, rule="b-rule", at=Place("data/bodies.yaml", 9, 1)),
            replace(first, rule="a-rule", at=Place("data/bodies.yaml", 9, 20)),
            replace(first, rule="c-rule", at=Place("data/bodies.yaml", 10, 1)),
        ),
    )
    told = render(report, View(rich.loaded)).splitlines()
    assert [line.split()[2] for line in told] == ["a-rule:", "b-rule:", "c-rule:"]


def test_a_message_of_several_lines_is_put_on_one(rich: Rich) -> None:
    report = replace(rich.report, findings=(replace(rich.report.findings[2], message="one\r\ntwo"),))
    assert render(report, View(rich.loaded)).count("\n") == 1


def test_nothing_found_is_nothing_written(rich: Rich) -> None:
    assert render(replace(rich.report, findings=()), View(rich.loaded)) == ""
