"""What a rule's words add up to: one outcome, its reason, its parts, its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cdrp_cli.core.outcome import Outcome, Part, Shown
from cdrp_cli.core.words import both
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.words import Gap, Inapplicable, Remark, Seen, Unknown, Unsaid, Word

_SAYS: dict[type, Outcome] = {
    Seen: Outcome.MET, Gap: Outcome.NOT_MET, Unknown: Outcome.CANNOT_TELL, Unsaid: Outcome.NOT_ASSESSED,
}  # fmt: skip
_PART_WORST = (Outcome.MET, Outcome.NOT_ASSESSED, Outcome.CANNOT_TELL, Outcome.NOT_MET)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one case, before the question whether its time has run out."""

    outcome: Outcome
    reason: str
    parts: tuple[Part, ...] = ()
    evidence: tuple[Shown, ...] = ()
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Remark, ...] = ()


def settle(words: Iterable[Word], case: DutyCase) -> Verdict:
    """The verdict that the words bear out: without evidence nothing is met, without completeness nothing is absent."""
    said = [_doubted(word, case) for word in words]
    for word in said:
        if isinstance(word, Inapplicable):
            return Verdict(Outcome.NOT_APPLICABLE, word.reason)
    seen = [word for word in said if isinstance(word, Seen)]
    gaps = tuple(word for word in said if isinstance(word, Gap))
    unknown = [word.message for word in said if isinstance(word, Unknown)]
    unsaid = [word.message for word in said if isinstance(word, Unsaid)]
    verdict = Verdict(
        Outcome.MET,
        both([word.text for word in seen]),
        parts=_parts(said),
        evidence=tuple(Shown(word.at, word.text) for word in seen),
        gaps=gaps,
        remarks=tuple(word for word in said if isinstance(word, Remark)),
    )
    if gaps:
        outcome = Outcome.PARTLY_MET if seen else Outcome.NOT_MET
        return replace(verdict, outcome=outcome, reason="; ".join(gap.message for gap in gaps))
    if unknown:
        return replace(verdict, outcome=Outcome.CANNOT_TELL, reason="; ".join(unknown))
    if unsaid or not seen:
        return replace(verdict, outcome=Outcome.NOT_ASSESSED, reason="; ".join(unsaid) or "nothing on record says")
    return verdict


def _doubted(word: Word, case: DutyCase) -> Word:
    """A gap that rests on absence proves nothing while the records are not complete for the time judged."""
    if not isinstance(word, Gap) or not word.absent or case.partnership.complete(word.absent, case.span.first):
        return word
    return Unknown(
        word.at, f"{word.message}, but the records of {word.absent} are not complete for that time", word.part
    )


def _parts(said: list[Word]) -> tuple[Part, ...]:
    """The worst that was said of each part, in the order the parts were first named."""
    worst: dict[tuple[str, str], Outcome] = {}
    for word in said:
        part = getattr(word, "part", None)
        if part is not None:
            outcome = _SAYS[type(word)]
            worst[part] = max(worst.get(part, outcome), outcome, key=_PART_WORST.index)
    return tuple(Part(kind, name, outcome) for (kind, name), outcome in worst.items())
