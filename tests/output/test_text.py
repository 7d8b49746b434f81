"""The report for people."""

from __future__ import annotations

import re

from cdrp_cli.core.frozen import replace
from cdrp_cli.output.text import render
from cdrp_cli.output.view import View
from richreport import Rich

PIPED = """\
Exampleshire Vale Community Safety Partnership (England, two-tier)
As of 26 July 2025, deadlines counted from 1 August 2025; law read to 5 February 2025; later changes not checked.

Must fix: 2 errors

data/bodies.yaml:2:5: error public-meeting-yearly
  no public meeting was held between 1 April 2024 and 31 March 2025
     2 |   - id: board
       |     ^
  help: hold one before 31 March
  law:  SI 2007/1830 reg 12(4)(a)

data/meetings/2025-07-22-board.yaml:9:12: error unknown-partner
  there is no partner 'homse'
     9 |   - title: 'The [redacted] contract, :100: per cent'
       |            ^
  see:  data/partners.yaml:2:5: the partners are listed here
  help: did you mean homes?

Should fix: 2 warnings

data/meetings/2025-07-22-board.yaml:7:13: warning declaration-unclear
  a fact

data/meetings/2025-07-22-board.yaml:16:7: warning exempt-text
  another fact

For information: 1 note

data/meetings/2025-07-22-a-body-with-a-very-long-name-that-nobody-would-want-to-see-cut.yaml:100:1: note long-path
  a message that has the [redacted] mark

Waived for a time: 1 finding

data/bodies.yaml:3:11: warning seat-vacant
  the seat is vacant
     3 |     name: Partnership Board
       |           ^
  waived: being filled in May

Statutory duties on 26 July 2025
  1 met, 1 partly met, 1 due, 1 cannot tell
  partly met
    - sg-senior-representative (board), not for icb: the board has nobody senior of icb
  due
    - public-meeting-yearly (board) by 31 March 2026: no public meeting yet since 1 April 2025
  cannot tell (cdrp duties says why)
    - sg-chair-arrangements (board)

Duties that bind others on 26 July 2025, not counted above
  1 not assessed
  not assessed (cdrp duties says why)
    - s17-duty (vale)

2 errors, 2 warnings and 1 note (1 more waived) in 3 records; 2 rules ran.
Not read in full: data/partners.yaml.
Failed in the program: a-rule-that-fails.
Not looked at: seat-vacant: partners could not be read in full.
The verdict is incomplete.
This is no legal advice.
"""


def test_piped_text_is_whole_and_plain(rich: Rich) -> None:
    assert render(rich.report, View(rich.loaded)) == PIPED


def test_a_terminal_gets_no_line_wider_than_it_is_but_for_paths(rich: Rich) -> None:
    wide = [line for line in render(rich.report, View(rich.loaded, width=60)).split("\n") if len(line) > 60]
    assert [line for line in wide if ".yaml:" not in line] == []


def test_wrapping_loses_no_word(rich: Rich) -> None:
    narrow = render(rich.report, View(rich.loaded, width=40))
    for word in ("[redacted]", ":100:", "checked.", "seen-to", "cut.yaml:100:1:"):
        assert (word in narrow) == (word in PIPED)
    assert " ".join(narrow.replace("…", "").split()).count("later changes not checked") == 1


def test_colour_says_nothing_that_words_do_not(rich: Rich) -> None:
    coloured = render(rich.report, View(rich.loaded, colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == PIPED


def test_one_day_for_everything_is_said_once(rich: Rich) -> None:
    dates = replace(rich.report.dates, today=rich.report.dates.as_of, law_read_to=rich.report.dates.as_of)
    told = render(replace(rich.report, dates=dates), View(rich.loaded)).split("\n")[1]
    assert told == "As of 26 July 2025, for law, facts and deadlines; law read to 26 July 2025."


def test_a_record_cannot_colour_the_screen_or_break_a_line(rich: Rich) -> None:
    finding = replace(rich.report.findings[0], message="a \x1b[31mred\x07 word\nand \u202e more", help="", related=())
    told = render(replace(rich.report, findings=(finding,)), View(rich.loaded))
    assert "  a \\u001b[31mred\\u0007 word and \\u202e more\n" in told
