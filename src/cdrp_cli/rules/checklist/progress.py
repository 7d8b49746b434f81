"""How far the checklist is answered: one count for every surface, so that no two figures can differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cdrp_cli.core.outcome import Outcome
from cdrp_cli.rules.checklist.answers import Answer


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows stand how. Rows that nobody has assessed, and rows that do not apply, stand apart.

    `ended`: statutory rows with no law behind them on the day, in none of the other figures. `unanswerable`: rows that
    ask for nothing that could be met, in none of them either.
    """

    met: int = 0
    partly_met: int = 0
    not_met: int = 0
    not_assessed: int = 0
    not_applicable: int = 0
    ended: int = 0
    unanswerable: int = 0

    @property
    def asked(self) -> int:
        """The rows that ask something of this partnership now."""
        return self.met + self.partly_met + self.not_met + self.not_assessed

    @property
    def rows(self) -> int:
        """All rows, whatever they ask: each stands in one figure and in no other."""
        return self.asked + self.not_applicable + self.ended + self.unanswerable


@dataclass(frozen=True, slots=True)
class Held:
    """How much of the guide's list is held at all: `49 of 115`, never a share of the whole."""

    rows: int
    stated: int

    def say(self) -> str:
        """The count in words."""
        return f"{self.rows} of {self.stated} held"


def count(answers: Iterable[Answer]) -> Count:
    """The figures over these rows."""
    found: Counter[str] = Counter(_column(answer) for answer in answers)
    return Count(**found)


def count_by(answers: Iterable[Answer], key: Callable[[Answer], str]) -> dict[str, Count]:
    """The figures by section, hallmark, kind or owner, in the order in which each first appears."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(key(answer), []).append(answer)
    return {name: count(group) for name, group in groups.items()}


def held(answers: Iterable[Answer], stated: int) -> Held:
    """How many of the guide's numbered rows are held, of the total it states."""
    return Held(sum(1 for answer in answers if answer.asked.numbered), stated)


def _column(answer: Answer) -> str:
    if not answer.asked.answerable:
        return "unanswerable"
    if answer.asked.ended and not answer.asked.outside:
        return "ended"
    return {
        Outcome.MET: "met",
        Outcome.PARTLY_MET: "partly_met",
        Outcome.NOT_MET: "not_met",
        Outcome.NOT_APPLICABLE: "not_applicable",
    }.get(answer.standing.outcome, "not_assessed")
