"""What the partnership says of itself where no record can prove a duty: dated statements, each for its own year.

A statement counts inside the legal year it is dated in, from 1 April to 31 March; for a duty that the law counts in
rolling twelve months, inside the twelve months up to the day judged. Without one a duty is not assessed, never met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from cdrp_cli.core.dates import Period, legal_year, months_later
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both
from cdrp_cli.law.model import Duty
from cdrp_cli.records.positions import DutyPosition
from cdrp_cli.rules.duties.area import county_applies
from cdrp_cli.rules.rule import Case, DutyCase, DutyRule
from cdrp_cli.rules.standing import authorities
from cdrp_cli.rules.words import Gap, Inapplicable, Part, Seen, Unknown, Unsaid, Word

_FILE = Pointer("data/positions.yaml")


def statement(case: DutyCase, duty: str, partner: str | None) -> DutyPosition | None:
    """The last statement on the duty, of that partner or of all, that can fall into the year and whose day has come."""
    year = _window(case.law.duties[duty], case.day)
    rows = [row for row in _rows(case, duty, partner) if row.as_at is not None]
    counted = [row for row in rows if _inside(row, year, case.as_of) is not False]
    return max(reversed(counted), key=lambda row: row.as_at.latest if row.as_at else date.min, default=None)


def stated(case: DutyCase, row: DutyPosition, part: Part | None = None) -> Iterator[Word]:
    """The word that a statement bears; a lack that the partnership itself admits is no more than a warning."""
    on = row.as_at.say() if row.as_at is not None else "no day"
    year = _window(case.law.duties[row.duty], case.day)
    if not _inside(row, year, case.as_of):
        yield Unknown(row.at("as_at"), f"the statement dated {on} does not tell whether it falls in {year.say()}", part)
    elif row.status == "met":
        yield Seen(row.pointer, f"stated on {on}{_told(row)}", part)
    elif row.status in ("partly-met", "not-met"):
        yield _admitted(case, row, on, part)
    elif row.status == "not-applicable" and row.reason:
        if part is None:
            yield Inapplicable(f"stated on {on}: {_line(row.reason)}")
    else:
        yield Unsaid(row.pointer, f"not assessed, by the statement of {on}{_told(row)}", part)


def _admitted(case: DutyCase, row: DutyPosition, on: str, part: Part | None) -> Gap:
    """A lack by the partnership's own word: a note while what is to be done about it is not overdue."""
    met = "partly met" if row.status == "partly-met" else "not met"
    planned = (row.further_action or row.action) and row.due is not None and case.today <= row.due
    mend = "put right what is lacking, then state it anew with its day; until then give further_action, owner and due"
    return Gap(
        row.at("status"), f"{met} by the partnership's own statement of {on}{_told(row)}", mend, part=part,
        partly=row.status == "partly-met", severity=Severity.NOTE if planned else Severity.WARNING,
    )  # fmt: skip


def _by_statement(ident: str) -> DutyRule:
    """The judgement on a duty that only a statement can show."""

    def judge(case: DutyCase) -> Iterator[Word]:
        duty = case.law.duties[ident]
        if duty.family == "county" and (beside := county_applies(case)) is not None:
            yield beside
            return
        said = list(_statements(case, duty))
        yield from said or [Unsaid(_FILE, _silence(case, duty))]

    return DutyRule(
        ident,
        "A dated statement says each year how the partnership stands on this duty.",
        "no record can prove it, and what nobody has looked at in the year is not assessed.",
        f"add a row to data/positions.yaml with duty: {ident}, status, position and as_at, and the evidence there is.",
        judge,
        whole=True,
        needs=("positions",),
    )


def _statements(case: DutyCase, duty: Duty) -> Iterator[Word]:
    """The statement for all, and one for each authority that has its own, or is bound and has none."""
    general = statement(case, duty.id, None)
    named = dict.fromkeys(row.partner for row in _rows_of_any(case, duty.id) if row.partner is not None)
    if not named:
        if general is not None:
            yield from stated(case, general)
        return
    each = duty.bound == "each-responsible-authority"
    bound = [found.partner.id for found in authorities(case.partnership, case.law)] if each else list(named)
    rows = {partner: statement(case, duty.id, partner) or general for partner in bound}
    silent = both([_name(case, partner) for partner, row in rows.items() if row is None])
    for partner, row in rows.items():
        part = ("partner", partner)
        if row is not None:
            yield from stated(case, row, part)
        else:
            yield Unsaid(_FILE, f"no statement of {silent} for {_window(duty, case.day).say()}", part)
    if not each and general is None:
        yield Unsaid(_FILE, "nothing is said of the other authorities that are bound")


def _name(case: DutyCase, ident: str) -> str:
    partner = case.partnership.partner(ident)
    return partner.name if partner is not None else ident


def _silence(case: DutyCase, duty: Duty) -> str:
    """Why there is nothing to go by: no statement, an old one, or one without a date."""
    year = _window(duty, case.day).say()
    rows = [row for row in _rows_of_any(case, duty.id) if row.as_at is None or row.as_at.earliest <= case.as_of]
    if not rows:
        return f"no statement for {year} in data/positions.yaml"
    dated = [row.as_at for row in rows if row.as_at is not None]
    if not dated:
        return "the statement on record has no date, so it counts for no year"
    return f"no statement for {year}; the last, of {max(dated, key=lambda day: day.latest).say()}, no longer counts"


def _window(duty: Duty, day: date) -> Period:
    """The time in which a statement must be dated to count on the day."""
    if duty.period == "rolling-twelve-months":
        return Period.of(months_later(day, -12), day + timedelta(days=1))
    return legal_year(day)


def _inside(row: DutyPosition, year: Period, as_of: date) -> bool | None:
    if (
        row.as_at is None
        or row.as_at.earliest > as_of
        or row.as_at.earliest > year.last
        or row.as_at.latest < year.first
    ):
        return False
    return True if year.first <= row.as_at.earliest and row.as_at.latest <= year.last else None


def _rows(case: Case, duty: str, partner: str | None) -> list[DutyPosition]:
    return [row for row in _rows_of_any(case, duty) if row.partner == partner]


def _rows_of_any(case: Case, duty: str) -> list[DutyPosition]:
    return [row for row in case.partnership.positions if row.duty == duty]


def _told(row: DutyPosition) -> str:
    return f": {_line(row.position)}" if row.position else ""


def _line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


STATED: tuple[DutyRule, ...] = tuple(
    _by_statement(ident)
    for ident in (
        "strategy-triennial-1998",
        "strategy-yearly-report-2002",
        "strategy-keep-under-review",
        "co-operation-of-listed-bodies",
        "invite-participation-1998",
        "invite-participation",
        "csg-chair-arrangements",
        "csg-meets",
        "guidance-regard",
        "regard-police-crime-objectives",
        "s17-1998",
        "s17-2007",
        "s17-reoffending",
        "s17-serious-violence",
        "scrutiny-attendance",
        "scrutiny-copies",
        "scrutiny-councillor-referral",
        "scrutiny-cooption-2009",
        "scrutiny-cooption-2010",
        "sv-collaborate",
        "sv-publish-review",
        "domestic-homicide-review",
        "asb-case-review",
        "asb-case-review-yearly-figures",
    )
)
"""The duties that a dated statement judges, none of which a record could prove."""

NOTHING_TO_JUDGE: Mapping[str, str] = MappingProxyType(
    {
        "sg-may-invite": "a power of the group: it may have others attend, and need not",
        "info-power-s115": "a power: it permits disclosure and asks for none",
        "combined-area-order-2002": "a structure: areas were combined by order or they were not",
    }
)
"""What the catalogue holds and nobody can meet or fail, with the reason."""
