"""The strategy of the specified authorities against serious violence (Police, Crime, Sentencing and Courts Act s 8)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.rules.in_force import in_force
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Gap, Seen, Unknown, Word


@duty("sv-strategy", needs=("documents",))
def sv_strategy(case: DutyCase) -> Iterator[Word]:
    """The specified authorities have a strategy against serious violence in force.

    Why: the duty is theirs and not the partnership's, yet one document may serve both, and its absence concerns both.
    Remedy: record the strategy with kind: strategy and subjects: [serious-violence], and the days it governs.
    """
    about = [document for document in case.partnership.documents if "serious-violence" in document.subjects]
    own = in_force((document for document in about if document.kind == "strategy"), case.day)
    plans = in_force((document for document in about if document.kind == "partnership-plan"), case.day)
    for strategy in own.sure[:1]:
        yield Seen(strategy.pointer, f"{strategy.title} is in force")
    if own.sure:
        return
    if own.open:
        why = f"the days on which “{own.open[0].title}” is in force are not known well enough"
        yield Unknown(own.open[0].pointer, why)
    elif plans.sure:
        why = f"“{plans.sure[0].title}” covers serious violence; whether it is their strategy too is not said"
        yield Unknown(plans.sure[0].at("subjects"), why)
    else:
        lack = f"no strategy of the specified authorities against serious violence was in force on {say(case.day)}"
        yield Gap(Pointer("data/documents.yaml"), lack, absent="documents")


DUTIES: tuple[DutyRule, ...] = (sv_strategy,)
"""Judgements on the serious violence duty."""
