"""What is wrong, where, how grave, and on what ground."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from cdrp_cli.core.dates import Period
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Place, Pointer


class Severity(IntEnum):
    """How grave a finding is; the order is the order of gravity."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word people and programs read."""
        return self.name.lower()


class Basis(StrEnum):
    """On what ground something is found: the law, advice, the partnership's own rules, or the record itself."""

    STATUTORY = "statutory"
    ADVICE = "advice"
    HOUSE = "house"
    RECORD = "record"


class Related(Frozen):
    """Another place that helps to understand a finding."""

    at: Pointer | Place
    message: str


class Finding(Frozen):
    """One thing that is wrong, told to the person who can mend it.

    `rule` is the id of the rule (a duty's id for a judgement on a duty); `subject` the id of the record it is about;
    `period` the closed period it names; `source` the citation; `waived` the reason where a waiver covers it;
    `closed` says that the text at its place must not be shown (exempt matter, declarations, personal data).
    """

    rule: str
    severity: Severity
    basis: Basis
    message: str
    at: Pointer | Place
    help: str = ""
    subject: str = ""
    period: Period | None = None
    source: str = ""
    related: tuple[Related, ...] = ()
    waived: str | None = None
    closed: bool = False
