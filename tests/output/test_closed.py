"""What must not be quoted is not, whatever the finding says of itself."""

from __future__ import annotations

from cdrp_cli.output.closed import closed_lines

MEETING = "data/meetings/2025-07-22-board.yaml"
EXEMPT_ITEM = """\
body: board
items:
  - title: Open
    number: 1
  - title: Closed
    exempt:
      reason: Prevention of crime.
    text: |
      Not to be read.

  - title: Open again
"""


def test_every_line_of_an_exempt_item_is_closed_and_no_other() -> None:
    assert closed_lines(MEETING, EXEMPT_ITEM) == set(range(5, 11))


def test_an_exempt_item_on_one_line_closes_that_line() -> None:
    text = "items:\n  - {title: A, number: 1}\n  - {title: B, exempt: {reason: C}}\n  - {title: D}\n"
    assert closed_lines(MEETING, text) == {3}


def test_exempt_matter_whose_own_keys_are_wrong_is_closed_all_the_same() -> None:
    assert closed_lines(MEETING, EXEMPT_ITEM.replace("reason:", "reson:")) == set(range(5, 11))


def test_exempt_left_empty_closes_nothing() -> None:
    assert closed_lines(MEETING, "items:\n  - title: A\n    exempt:\n") == set()


def test_declarations_are_closed() -> None:
    text = "body: board\ndeclarations:\n  - post: a/b\n    reason: Owns it.\nitems: []\n"
    assert closed_lines(MEETING, text) == {2, 3, 4}


def test_who_holds_a_post_is_closed() -> None:
    text = "partners:\n  - id: vale\n    posts:\n      - id: a\n        holders: [{name: B}]\n        title: C\n"
    assert closed_lines("data/partners.yaml", text) == {5}


def test_an_exempt_report_is_closed_throughout() -> None:
    text = "---\nto: board\ntitle: T\nexempt: {reason: R}\n---\n## Background\n\nSecret.\n"
    assert closed_lines("data/papers/a.md", text) == set(range(1, 10))


def test_a_file_that_cannot_be_read_is_closed_where_it_mentions_anything_closed() -> None:
    assert closed_lines(MEETING, "items: [\nexempt: yes\n") == {1, 2, 3}
    assert closed_lines(MEETING, "items: [\ntitle: yes\n") == set()


def test_the_word_alone_in_a_text_closes_nothing() -> None:
    assert closed_lines(MEETING, "items:\n  - title: No declarations were made\n") == set()
