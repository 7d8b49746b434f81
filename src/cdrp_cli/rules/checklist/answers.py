"""What is shown of an answer: the lower of what the officer says and what the evidence allows.

Lowest first the scale runs: not met, not assessed, partly met, met. Evidence that is not there, bears no date or is
too old allows nothing better than not assessed; a plain "not met" needs no evidence and is never raised.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.hallmarks import Checklist
from cdrp_cli.law.model import LawOn
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.positions import HallmarkRow, Position
from cdrp_cli.rules.checklist.asked import Asked, applying, asked
from cdrp_cli.rules.checklist.evidence import Strength, Weighed, weigh
from cdrp_cli.rules.rule import Case

_SAID = {"met": "met", "partly-met": "partly met"}


class Standing(Frozen):
    """What may be shown of one answer: the outcome, and why it is that."""

    outcome: Outcome
    reason: str


_PLAIN = {
    "not-met": Standing(Outcome.NOT_MET, "the partnership says so"),
    "not-assessed": Standing(Outcome.NOT_ASSESSED, "nobody has assessed it"),
}
"""What is shown as it is said, whatever the evidence."""


class Answer(Frozen):
    """One row of the checklist with the partnership's answer to it, None where nobody has answered."""

    asked: Asked
    row: HallmarkRow | None
    standing: Standing
    evidence: Weighed

    @property
    def said(self) -> str:
        """What the officer says, in the record's own word."""
        return self.row.status if self.row is not None else "not-assessed"

    @property
    def gap(self) -> bool:
        """Whether something is, or may be, missing here: a row that counts and is neither met nor not applicable."""
        settled = (Outcome.MET, Outcome.NOT_APPLICABLE)
        return self.asked.counts and self.standing.outcome not in settled


def answers(partnership: Partnership, law: LawOn, shipped: Checklist) -> tuple[Answer, ...]:
    """Every row of the checklist on the law's day, answered or not, in the order of the checklist."""
    question = (answers, law.nation, law.day, id(law.duties), id(shipped))
    # the law and the checklist are kept beside the answers, so that no others can come to have their identity
    return partnership.once(question, lambda: (tuple(_answers(partnership, law, shipped)), law.duties, shipped))[0]


def _answers(partnership: Partnership, law: LawOn, shipped: Checklist) -> Iterator[Answer]:
    for each in asked(partnership, law, shipped):
        yield _answer(each, applying(partnership, each.ref, law.day), partnership, law.day)


def answered(case: Case) -> Iterator[tuple[Answer, HallmarkRow]]:
    """The rows that somebody has answered and that ask something of this partnership, each with what is on record."""
    for answer in answers(case.partnership, case.law, case.shipped):
        if answer.row is not None and answer.asked.counts:
            yield answer, answer.row


def _answer(each: Asked, row: HallmarkRow | None, partnership: Partnership, day: date) -> Answer:
    weighed = Weighed(Strength.NONE) if row is None else weigh(row, partnership, day)
    if each.outside:
        return Answer(each, row, Standing(Outcome.NOT_APPLICABLE, each.outside), weighed)
    if row is None:
        return Answer(each, row, Standing(Outcome.NOT_ASSESSED, "nobody has answered"), weighed)
    return Answer(each, row, stand(row, weighed), weighed)


def stand(position: Position, weighed: Weighed) -> Standing:
    """What may be shown of a position on evidence of that strength."""
    said = position.status
    if said in _PLAIN:
        return _PLAIN[said]
    if said == "not-applicable":
        if position.reason:
            return Standing(Outcome.NOT_APPLICABLE, position.reason)
        return Standing(Outcome.NOT_ASSESSED, "not applicable is said, but no reason is given")
    if weighed.strength is Strength.GOOD and weighed.day is not None:
        return Standing(Outcome(said), f"evidence of {weighed.day.say()}")
    reason = f"{_SAID[said]} is said, but {weighed.why}"
    if weighed.day is None:
        return Standing(Outcome.NOT_ASSESSED, reason)
    return Standing(Outcome.NOT_ASSESSED, f"{reason}: last known {_SAID[said]}, {weighed.day.say()}")
