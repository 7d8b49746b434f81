"""The words a rule may say; what they add up to is the engine's business."""

from __future__ import annotations

from dataclasses import dataclass

from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Problem:
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


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that bears a duty out, for one partner or part where the duty has several."""

    at: Pointer
    text: str
    part: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the duty asks for that is not there.

    `absent` names the kind of record whose absence this rests on: where those records are not complete for the time
    judged, the engine turns the gap into `cannot-tell`.
    """

    at: Pointer
    message: str
    help: str = ""
    part: tuple[str, str] | None = None
    absent: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """The records or the law do not say; the duty cannot be judged on this point."""

    at: Pointer
    message: str
    part: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Nobody has said, and silence proves nothing either way."""

    at: Pointer
    message: str
    part: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Worth knowing beside the outcome, which it does not change."""

    at: Pointer
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Inapplicable:
    """The duty does not touch this partnership, and why."""

    reason: str


Word = Seen | Gap | Unknown | Unsaid | Remark | Inapplicable

__all__ = ["Gap", "Inapplicable", "Problem", "Remark", "Seen", "Unknown", "Unsaid", "Word"]
