"""The words a rule may say; what they add up to is the engine's business."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer

Part = tuple[str, str]
"""A share of a duty: `("partner", "icb")` for an authority's, `("part", "term")` for an element of what is asked."""
Parts = Part | tuple[Part, ...] | None
"""One part, several of which the same is said, or none where the duty has no parts."""


class Problem(Frozen):
    """Something wrong with a record: where, the fact, and what to write instead.

    `help` empty: the rule's own remedy. `severity` None: the rule's own. `closed`: its text must not be shown.
    """

    at: Pointer
    message: str
    help: str = ""
    severity: Severity | None = None
    subject: str = ""
    related: tuple[Related, ...] = ()
    closed: bool = False


class Seen(Frozen):
    """Something that bears a duty out, for one partner or part where the duty has several."""

    at: Pointer
    text: str
    part: Parts = None


class Gap(Frozen):
    """Something the duty asks for that is not there; while its period runs, the engine says due.

    `absent` names the kind of record whose absence this rests on: where those records are not complete for the time
    judged, the engine turns the gap into `cannot-tell`. `told_by` names the duty under which the same lack is a
    finding already: the outcome stands, a second finding would only repeat it.
    """

    at: Pointer
    message: str
    help: str = ""
    part: Parts = None
    absent: str = ""
    told_by: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """The most it can be found as, where the text bears less than an error."""
    partly: bool = False
    """Something of what is asked was done, by this part or on the whole."""


class Due(Frozen):
    """Something not there whose time has not run out: `by` is the last day for it, None where the text sets none."""

    at: Pointer
    message: str
    by: date | None = None
    part: Parts = None
    absent: str = ""


class Late(Frozen):
    """What the record shows to have mended a gap after its period closed; said beside the gap, which stands."""

    at: Pointer
    text: str
    part: Part | None = None
    told_by: str = ""


class Unknown(Frozen):
    """The records or the law do not say; the duty cannot be judged on this point."""

    at: Pointer
    message: str
    part: Parts = None


class Unsaid(Frozen):
    """Nobody has said, and silence proves nothing either way."""

    at: Pointer
    message: str
    part: Parts = None


class Remark(Frozen):
    """Worth knowing beside the outcome, which it does not change."""

    at: Pointer
    message: str
    help: str = ""


class Inapplicable(Frozen):
    """The duty does not touch this partnership, and why."""

    reason: str


def parts_of(parts: Parts) -> tuple[Part, ...]:
    """The parts a word speaks of, also where it names but one, or none."""
    if not parts:
        return ()
    return (parts,) if isinstance(parts[0], str) else parts


Word = Seen | Gap | Due | Late | Unknown | Unsaid | Remark | Inapplicable
