"""What a rule is: one id, one promise, one pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cdrp_cli.core.dates import PartialDate, Period, day_before, say
from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.hallmarks import NONE, Checklist
from cdrp_cli.law.model import LawOn, Version
from cdrp_cli.records.base import Entry
from cdrp_cli.records.bodies import Body, BodyFunction
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.words import Problem, Word


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule is given besides the record: everything else it may know.

    `day` is the day judged: a meeting's own, the day of the report, or the last day of a closed period; `law` is the
    law of that day. `as_of` is the day of the report, `today` the clock for what is overdue. `shipped` is the
    checklist that comes with the tool. `duties` is how every duty stands, for the rules that run after all of them.
    """

    partnership: Partnership
    law: LawOn
    day: date
    as_of: date
    today: date
    shipped: Checklist = NONE
    duties: tuple[DutyRow, ...] = ()

    @property
    def clock(self) -> date:
        """The day lateness is counted to: an archive knows nothing of what was done after the last day it keeps."""
        profile = self.partnership.profile
        until = profile.records.until if profile is not None else None
        return self.today if until is None else min(self.today, day_before(until))


@dataclass(frozen=True, slots=True)
class DutyCase(Case):
    """A case on one duty: its version in force, the body judged, and the period where the law counts in years.

    `subject` is None where the duty is judged for the partnership as a whole.
    """

    version: Version = field(kw_only=True)
    subject: Body | None = field(default=None, kw_only=True)
    period: Period | None = field(default=None, kw_only=True)

    @property
    def group(self) -> Pointer:
        """The place of the body judged; of the bodies' file where there is none."""
        return self.subject.pointer if self.subject is not None else Pointer("data/bodies.yaml")

    @property
    def span(self) -> Period:
        """The period judged; for a duty that counts no time, the day."""
        return self.period if self.period is not None else Period.of(self.day, None)

    @property
    def running(self) -> bool:
        """Whether the period's time has not run out on the day of the report."""
        return self.period is not None and self.period.over(self.as_of) is not True

    @property
    def when(self) -> str:
        """The period in a sentence: `since 1 April 2025` while it runs, else `between … and …`."""
        if self.running:
            return f"since {say(self.span.first)}"
        return f"between {say(self.span.first)} and {say(self.span.last)}"

    def within(self, day: date) -> bool:
        """Whether something of that day counts: inside the period, and not after the day of the report."""
        return day <= self.as_of and self.span.covers(day) is True

    def dated_within(self, day: PartialDate | None) -> bool | None:
        """The same for a day known in part or not at all; None where what is known cannot tell."""
        if day is None:
            return None
        if day.earliest > min(self.as_of, self.span.last) or day.latest < self.span.first:
            return False
        return True if self.within(day.earliest) and self.within(day.latest) else None


Judge = Callable[[Any, Case], Iterator[Problem]]
DutyJudge = Callable[[DutyCase], Iterator[Word]]


class Rule(Frozen):
    """A rule on records: judged once for each record of `per`, or once for the partnership where `per` is None.

    `needs` names the kinds of record that must have been read in full, so that nothing is found that is only unread.
    `after`: it is judged once every duty has been, and is told how they stand.
    """

    id: str
    title: str
    why: str
    remedy: str
    severity: Severity
    basis: Basis
    judge: Judge
    per: type[Entry] | None = None
    needs: tuple[str, ...] = ()
    source: str = ""
    after: bool = False


class DutyRule(Frozen):
    """A rule that judges one duty of the catalogue; its id is the duty's."""

    id: str
    title: str
    why: str
    remedy: str
    judge: DutyJudge
    whole: bool = False
    """Judged for the partnership as a whole, not for each body that is bound."""
    of: BodyFunction | None = None
    """The bodies it is judged for where that is not plain from whom the law binds."""
    needs: tuple[str, ...] = ()
    """The kinds of record without all of which nothing that the rule says is sure."""
    told_by: str = ""
    """The duty under which all that is lacking here is found, so that its closed periods are judged there alone."""


def rule(
    ident: str,
    *,
    severity: Severity,
    basis: Basis = Basis.RECORD,
    per: type[Entry] | None = None,
    needs: tuple[str, ...] = (),
    source: str = "",
    after: bool = False,
) -> Callable[[Judge], Rule]:
    """Makes a rule of a function; its docstring is the title, then `Why:` and `Remedy:`."""

    def make(judge: Judge) -> Rule:
        title, why, remedy = _told(judge.__doc__ or "")
        return Rule(ident, title, why, remedy, severity, basis, judge, per, needs, source, after)

    return make


def duty(
    ident: str, *, whole: bool = False, of: BodyFunction | None = None, needs: tuple[str, ...] = ()
) -> Callable[[DutyJudge], DutyRule]:
    """Makes the judgement on a duty of a function; docstring as for a rule."""

    def make(judge: DutyJudge) -> DutyRule:
        title, why, remedy = _told(judge.__doc__ or "")
        return DutyRule(ident, title, why, remedy, judge, whole, of, needs)

    return make


def _told(docstring: str) -> tuple[str, str, str]:
    """Title, why and remedy out of a rule's docstring, each on one line."""
    title, _, rest = docstring.strip().partition("\n")
    why, _, remedy = rest.partition("Remedy:")
    return title.strip(), _line(why.replace("Why:", "", 1)), _line(remedy)


def _line(text: str) -> str:
    return " ".join(text.split())
