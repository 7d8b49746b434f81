"""A few meetings with actions for the tests of answers, and the road of a workbook out and back without a command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cdrp_cli.exchange.action_answers import Asked, answers
from cdrp_cli.exchange.action_plan import action_plan
from cdrp_cli.exchange.columns import ACTIONS
from cdrp_cli.exchange.files import grids, made
from cdrp_cli.exchange.headings import Headed, headed, mapped
from cdrp_cli.exchange.merge import Merge
from cdrp_cli.exchange.plan import Plan
from cdrp_cli.exchange.stamps import stamp
from cdrp_cli.exchange.target import target
from cdrp_cli.output.actions_asked import asked_about
from cdrp_cli.output.actions_log import log
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree
from cdrp_cli.records.writer import changed

TODAY = date(2025, 7, 1)
RAISED = "data/meetings/2025-01-14-board.yaml"
HEARS = "data/meetings/2025-06-10-board.yaml"
RECORDS = {
    "data/partners.yaml": """\
partners:
  - id: vale
    name: Vale District Council
    kind: district-council
    posts: [{id: officer, title: Officer}]
""",
    "data/bodies.yaml": "bodies:\n  - {id: board, name: The Partnership Board}\n",
    RAISED: """\
body: board
date: 2025-01-14
status: held
items:
  - minute: 1
    title: Grants
    outcomes:
      - {kind: action, id: a1, text: Apply for the grant., owner: vale/officer, due: 2025-06-30}
      - {kind: action, id: a2, text: Count the lamps.}
      - {kind: action, id: a3, text: Thank the school., due: 2025-02-01}
  - minute: 2
    title: The canary house
    exempt: {reason: Prevention of crime.}
    outcomes:
      - {kind: action, id: a4, text: Watch the canary house., owner: canary aunt}
""",
    "data/meetings/2025-03-11-board.yaml": """\
body: board
date: 2025-03-11
status: held
items:
  - number: 3
    title: Matters arising
    updates:
      - {action: 2025-01-14-board/a3, status: done, on: 2025-02-01}
""",
    HEARS: """\
body: board
date: 2025-06-10
status: held
items:
  - number: 1
    title: Apologies
  - number: 2   # as ever
    title: Matters arising

  - number: 3
    title: Lamps
""",
}
A1, A2, A3, A4 = (f"2025-01-14-board/a{number}" for number in (1, 2, 3, 4))


def records(**changes: str) -> Tree:
    """The records, in some files something said in other words: `RAISED="old -> new"`."""
    files = dict(RECORDS)
    for name, change in changes.items():
        old, new = change.split(" -> ")
        file = {"RAISED": RAISED, "HEARS": HEARS}[name]
        assert old in files[file]
        files[file] = files[file].replace(old, new)
    return Tree({name: text.encode() for name, text in files.items()})


def asked(tree: Tree, number: str | None = None) -> Asked:
    """What answers are compared with, heard by the meeting of 10 June 2025."""
    partnership = load(tree).partnership
    every = {each.action.id: each for each in log(partnership, date.max, TODAY)}
    return Asked(
        {ident: each.action for ident, each in every.items()},
        {ident: asked_about(each) for ident, each in every.items()},
        target(partnership, "2025-06-10-board", number),
        TODAY,
    )


def lines(tree: Tree) -> list[dict[str, str]]:
    """The lines as they would go out."""
    cells = asked(tree).cells.values()
    empty = dict.fromkeys(ACTIONS.fields, "")
    return [{**each, **empty, "stamp": stamp(ACTIONS, each["ref"], each, "abc123")} for each in cells]


def answered(tree: Tree, form: str = "xlsx", /, **cells: Mapping[str, str]) -> bytes:
    """The table as a file, some cells of the actions `a1`, `a2` … filled in by somebody."""
    given = [{**line, **cells.get(line["ref"].rpartition("/")[2], {})} for line in lines(tree)]
    return made(form, ACTIONS, given, ACTIONS.title)


def read(name: str, data: bytes, *said: str) -> list[Headed]:
    """The tables of a file whose headings are known."""
    found = [headed(grid, mapped(said, ACTIONS), None, ACTIONS) for grid in grids(name, data)]
    return [each for each in found if each is not None]


def back(tree: Tree, data: bytes, name: str = "back.xlsx", *said: str, number: str | None = None) -> tuple[Merge, Plan]:
    """What the answers would change, heard under the item of that number."""
    compared = asked(tree, number)
    return action_plan(answers(read(name, data, *said), compared), compared.target, tree.files)


def told(found: Merge) -> dict[str, dict[str, str]]:
    """What is new, by action and field."""
    return {change.ref: {field: new for field, (_, new) in change.cells.items()} for change in found.changes}


def written(tree: Tree, plan: Plan) -> str:
    """The meeting's record once the answers are written."""
    (name,) = plan.edits
    assert name == HEARS
    return changed(name, tree.files[name], plan.edits[name].changes).decode()
