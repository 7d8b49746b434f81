"""The walk over references: every kind is found at its place, closed where it must not be repeated."""

from __future__ import annotations

from cdrp_cli.core.citation import Citation
from cdrp_cli.records.anatomy import parts
from cdrp_cli.records.kinds import KINDS
from cdrp_cli.records.load import load
from cdrp_cli.records.references import KINDS as NAMED
from cdrp_cli.records.references import Reference, references
from cdrp_cli.records.tree import Tree

MEETING = b"""\
body: board
date: 2025-07-22
status: held
declarations:
  - {post: homes/manager, kind: personal, reason: It owns the site.}
items:
  - title: Grants
    refers_to: [95 of 2025-04-29-board]
    outcomes:
      - {kind: action, id: a1, text: Write., owner: "chair:board"}
      - {kind: action, id: a2, text: Call., owner: The clerk}
  - title: An operation
    exempt: {reason: Prevention of crime.}
    presenter: police/inspector
"""


def named() -> list[Reference]:
    (meeting,) = load(Tree({"data/meetings/2025-07-22-board.yaml": MEETING})).partnership.meetings
    return list(references(meeting))


def test_each_reference_is_found_where_it_stands() -> None:
    assert [(found.kind, found.value, found.at.path, found.closed) for found in named()] == [
        ("body", "board", ("body",), False),
        ("post", "homes/manager", ("declarations", 0, "post"), True),
        ("minute", Citation("minute", "95", "2025-04-29-board"), ("items", 0, "refers_to", 0), False),
        ("body", "board", ("items", 0, "outcomes", 0, "owner"), False),
        ("post", "police/inspector", ("items", 1, "presenter"), True),
    ]


def test_a_reference_says_which_record_names_it() -> None:
    assert {found.by for found in named()} == {"2025-07-22-board"}


def test_every_mark_on_a_field_is_a_kind_that_rules_look_up() -> None:
    waiting, seen = [kind.model for kind in KINDS], set()
    marks = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            marks |= {part.refers for part in parts(model) if part.refers}
            waiting += [inner for part in parts(model) for inner in part.models]
    assert marks - set(NAMED) == {"owner", "partner or all"}
