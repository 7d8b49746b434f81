"""A number as far as the records tell it: what is missing makes it open, never smaller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """At least `least`, at most `most`; None is no limit. `said`: its words where a number would mislead."""

    least: int
    most: int | None
    said: str = ""

    @staticmethod
    def exactly(number: int, said: str = "") -> Amount:
        """What is known."""
        return Amount(number, number, said)

    @staticmethod
    def counted(number: int, *, whole: bool) -> Amount:
        """What was counted, which is all there is only where the records are whole."""
        return Amount(number, number if whole else None)

    @staticmethod
    def total(amounts: Iterable[Amount]) -> Amount:
        """All of them together; open as soon as one is."""
        every = tuple(amounts)
        most = [each.most for each in every if each.most is not None]
        return Amount(sum(each.least for each in every), sum(most) if len(most) == len(every) else None)

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.least == self.most

    def times(self, other: Amount) -> Amount:
        """So many times the other; no times whatever is none, in the same words."""
        if self.most == 0:
            return self
        most = None if self.most is None or other.most is None else self.most * other.most
        return Amount(self.least * other.least, most, self.said)

    def since(self, earlier: Amount) -> tuple[int | None, int | None]:
        """By how much at least and at most it is more than the earlier, less being negative; None: no limit."""
        low = None if earlier.most is None else self.least - earlier.most
        high = None if self.most is None else self.most - earlier.least
        return low, high
