"""What a rule's words add up to: one outcome, its reason, its parts, its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from cdrp_cli.core.frozen import Frozen, replace
from cdrp_cli.core.outcome import Outcome, Part, Shown
from cdrp_cli.core.words import both
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.words import Due, Gap, Inapplicable, Late, Remark, Seen, Unknown, Unsaid, Word, parts_of

_SAYS: dict[type, Outcome] = {
    Seen: Outcome.MET,
    Unsaid: Outcome.NOT_ASSESSED,
    Unknown: Outcome.CANNOT_TELL,
    Due: Outcome.DUE,
    Gap: Outcome.NOT_MET,
}
_WORST = (
    Outcome.MET,
    Outcome.NOT_ASSESSED,
    Outcome.CANNOT_TELL,
    Outcome.DUE,
    Outcome.PARTLY_MET,
    Outcome.NOT_MET,
)
"""From the best that can be said of a part to the worst."""
_W = TypeVar("_W")


class Verdict(Frozen):
    """The outcome of one case; `due` is the last day of what is still to come, None where the text sets none."""

    outcome: Outcome
    reason: str
    due: date | None = None
    parts: tuple[Part, ...] = ()
    evidence: tuple[Shown, ...] = ()
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Remark, ...] = ()
    late: tuple[Late, ...] = ()


def settle(words: Iterable[Word], case: DutyCase, needs: tuple[str, ...] = ()) -> Verdict:
    """The verdict that the words bear out: without evidence nothing is met, without completeness nothing is absent.

    `needs` names the kinds of record that the rule must have had in full, or nothing it said is sure.
    """
    said, doubts = _sifted(words, case, [kind for kind in needs if not case.partnership.readable(kind)])
    for inapplicable in _only(said, Inapplicable):
        return Verdict(Outcome.NOT_APPLICABLE, inapplicable.reason)
    seen, gaps, dues = _only(said, Seen), _only(said, Gap), _only(said, Due)
    verdict = Verdict(
        Outcome.MET,
        both([word.text for word in seen]),
        due=min((word.by for word in dues if word.by is not None), default=None),
        parts=_parts(said),
        evidence=tuple(Shown(word.at, word.text) for word in seen),
        gaps=tuple(gaps),
        remarks=tuple(_only(said, Remark)),
        late=tuple(_only(said, Late)),
    )
    if gaps or dues:
        short = (
            Outcome.PARTLY_MET if seen or any(gap.partly for gap in gaps) else Outcome.NOT_MET if gaps else Outcome.DUE
        )
        told = [gap.message for gap in gaps] + [due.message for due in dues]
        told += [late.text for late in verdict.late if gaps]
        return replace(verdict, outcome=short, reason=_joined(told))
    unknown = [word.message for word in _only(said, Unknown)]
    if unknown or doubts:
        return replace(verdict, outcome=Outcome.CANNOT_TELL, reason=_joined([*unknown, *doubts]))
    unsaid = [word.message for word in _only(said, Unsaid)]
    if unsaid or not seen:
        return replace(verdict, outcome=Outcome.NOT_ASSESSED, reason=_joined(unsaid) or "nothing on record says")
    return verdict


def _sifted(words: Iterable[Word], case: DutyCase, unread: list[str]) -> tuple[list[Word], list[str]]:
    """The words once nothing is inferred from records that are not whole, and what is in doubt and why."""
    said: list[Word] = []
    lacking: list[str] = []
    why = dict.fromkeys(f"not all records of {kind} could be read" for kind in unread)
    for word in words:
        doubt = _doubt(word, case)
        if isinstance(word, Gap | Due) and (unread or doubt):
            lacking.append(word.message)
            why.update({doubt: None} if doubt else {})
            said.append(Unknown(word.at, "", word.part))
        else:
            said.append(_timed(word, case))
    return said, [f"as far as the records go, {_joined(lacking)}", *why] if lacking else list(why)


def _doubt(word: Word, case: DutyCase) -> str:
    """Why a lack that rests on absence proves nothing; empty where the records are complete for the time judged."""
    if not isinstance(word, Gap | Due) or not word.absent:
        return ""
    if case.partnership.complete(word.absent, case.span.first):
        return ""
    if not case.partnership.readable(word.absent):
        return f"not all records of {word.absent} could be read"
    return f"the records of {word.absent} are not complete for that time"


def _timed(word: Word, case: DutyCase) -> Word:
    """A gap in a period that still runs is due by its last day."""
    if isinstance(word, Gap) and case.running:
        return Due(word.at, word.message, case.span.last, word.part)
    return word


def _only(said: list[Word], kind: type[_W]) -> list[_W]:
    return [word for word in said if isinstance(word, kind)]


def _joined(messages: list[str]) -> str:
    """Each message once, in the order in which they were said."""
    return "; ".join(dict.fromkeys(message for message in messages if message))


def _parts(said: list[Word]) -> tuple[Part, ...]:
    """The worst that was said of each part, in the order the parts were first named."""
    worst: dict[tuple[str, str], Outcome] = {}
    for word in said:
        if isinstance(word, Seen | Gap | Due | Unknown | Unsaid):
            outcome = Outcome.PARTLY_MET if isinstance(word, Gap) and word.partly else _SAYS[type(word)]
            for part in parts_of(word.part):
                worst[part] = max(worst.get(part, outcome), outcome, key=_WORST.index)
    return tuple(Part(kind, name, outcome) for (kind, name), outcome in worst.items())
