"""Who and what existed when: posts, partners and bodies, and a period that reaches outside their days."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.dates import PartialDate, Period, say
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.words import both
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.partnership import Partnership


class Life(Frozen):
    """The days of something, and its name in a sentence."""

    name: str
    period: Period

    def outside(self, day: date) -> str:
        """Why it surely did not exist that day, `it began only on 1 May 2019`; empty where it did or nobody can say."""
        if self.period.begun(day) is False:
            return self._began()
        return self.ended() if self.period.over(day) is True else ""

    def begun_after(self, held: Period) -> str:
        """Why `held` surely begins outside these days; empty where it need not."""
        if held.start is None:
            return ""
        if self.period.start is not None and held.start.latest < self.period.start.earliest:
            return self._began()
        if self.period.end is not None and held.start.earliest >= self.period.end.latest:
            return self.ended()
        return ""

    def over_before(self, held: Period) -> str:
        """Why `held` surely ends after these days; empty where it need not."""
        if held.end is None or self.period.end is None or held.end.earliest <= self.period.end.latest:
            return ""
        return self.ended()

    def ended(self) -> str:
        """`the last day of Vale Homes was 30 September 2025`; of a body that has an end."""
        end = self.period.end
        if end is not None and not end.exact:
            return f"{self.name} ended {when(end)}"
        return f"the last day of {self.name} was {say(self.period.last)}"

    def _began(self) -> str:
        return f"{self.name} began only {when(self.period.start)}"


def of_post(partner: Partner, post: Post) -> tuple[Life, Life]:
    """The days of the post and of its partner."""
    return Life(f"the post {partner.id}/{post.id}", post.life), of_partner(partner)


def of_partner(partner: Partner) -> Life:
    """The days of the partner."""
    return Life(partner.name, partner.life)


def runs(held: Period) -> str:
    """How long something that ends is held: `runs to 31 March 2025`, or `ends in 2025` where the day is not known."""
    if held.end is None or held.end.exact:
        return f"runs to {say(held.last)}"
    return f"ends {when(held.end)}"


def when(day: PartialDate | None) -> str:
    """`on 1 April 2025`, `in April 2025`, `in 2025`; `before the records` where there is no day."""
    if day is None:
        return "before the records"
    return f"{'in' if day.year is not None and not day.exact else 'on'} {day.say()}"


def successors(partnership: Partnership, partner: Partner) -> str:
    """Who took over from the partner, in words; empty where the records do not say."""
    heirs = [partnership.partner(ident) for ident in partner.succeeded_by]
    names = [f"{heir.name} ({heir.id})" for heir in heirs if heir is not None]
    return f"; {both(names)} took over from it" if names else ""
