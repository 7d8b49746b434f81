"""Answers to actions, compared with the records and minuted in the item of a meeting that hears them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cdrp_cli.cli.actions_made import days_of
from cdrp_cli.cli.exit_codes import CLEAN, FINDINGS
from cdrp_cli.cli.imported import sheet_of
from cdrp_cli.cli.tables import tables_of
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.action_answers import Asked, answers
from cdrp_cli.exchange.action_plan import action_plan
from cdrp_cli.exchange.columns import ACTIONS
from cdrp_cli.exchange.target import target
from cdrp_cli.output.actions_asked import asked_about
from cdrp_cli.output.actions_log import log
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import read_folder

_COMPARED = ("data/meetings/", "data/papers/", "data/partners", "data/bodies")
"""What says how an action stands, whose it is, and whether it is exempt."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was said of where the answers go: the meeting and the item of it, and the day that counts as today."""

    meeting: str | None
    item: str | None
    today: date | None

    @property
    def said(self) -> bool:
        """Whether anything was."""
        return (self.meeting, self.item, self.today) != (None, None, None)


def read_answers(root: Path, file: Path, said: tuple[str, ...], where: Hearing, *, write: bool) -> tuple[Sheet, int]:
    """Compares the answers with the records and, where asked to, minutes them; what to show, and the exit code."""
    tables = tables_of(file, said, ACTIONS)
    tree = read_folder(root)
    loaded = load(tree)
    unread = [name for name in loaded.unread if name.startswith(_COMPARED)]
    if unread:
        raise CdrpError(f"{', '.join(unread)} cannot be read in full: mend first what cdrp check says of it")
    clock = days_of(loaded.partnership, (None, where.today)).today
    hearing = target(loaded.partnership, where.meeting, where.item)
    every = {each.action.id: each for each in log(loaded.partnership, date.max, clock)}
    actions = {ident: each.action for ident, each in every.items()}
    cells = {ident: asked_about(each) for ident, each in every.items()}
    merged, edits = action_plan(answers(tables, Asked(actions, cells, hearing, clock)), hearing, tree.files)
    written = edits.carry_out(root) if write and merged.changes else ()
    code = FINDINGS if merged.conflicts or merged.doubts else CLEAN
    return sheet_of(file.name, tables, merged, written, hearing), code
