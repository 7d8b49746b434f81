"""The depersonalised data of each quarter: every set for itself, and each authority once (section 17A)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say, say_quarter
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both, counted
from cdrp_cli.records.partners import Partner
from cdrp_cli.rules.duties.area import unlisted
from cdrp_cli.rules.duties.data_holding import DATA_SETS, Owed, Share, deadline, owed, shares
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Due, Gap, Late, Seen, Unknown, Word

_ALL_SETS = "data-quarterly"
_PARTNERS = Pointer("data/partners.yaml")


def _data_set(dataset: str, what: str) -> DutyRule:
    """The judgement on one set; what is missing of it is told under the quarterly duty, once for each authority."""

    def judge(case: DutyCase) -> Iterator[Word]:
        found = owed(case, dataset)
        if not found.partners:
            yield Unknown(_PARTNERS, found.doubt(dataset))
        for partner in found.partners or _sharing_anyway(case, dataset):
            yield from _one_set(case, shares(case, partner, dataset))

    return DutyRule(
        f"data-{dataset}",
        f"Each quarter {what} are shared with the other authorities of the area.",
        "they are the picture on which the assessment rests, and each authority holds only its own piece of it.",
        f"record the day in data/returns.yaml under shared, with dataset: {dataset} and the quarter's first day; where"
        " there was nothing to report, name the set under nil.",
        judge,
        told_by=_ALL_SETS,
    )


def _sharing_anyway(case: DutyCase, dataset: str) -> list[Partner]:
    """Those who shared a set that nobody is known to owe: evidence, though no duty of theirs."""
    return [partner for partner in case.partnership.partners if shares(case, partner, dataset).on is not None]


def _one_set(case: DutyCase, share: Share) -> Iterator[Word]:
    name, part, last = share.partner.name, ("partner", share.partner.id), deadline(case)
    data = f"{share.dataset} for {say_quarter(case.span)}"
    absent = "" if share.told else "returns"
    if share.on is not None:
        yield Seen(share.at, f"{name} shared {data} on {say(share.on)}{_after(share, case)}", part)
        if share.on > last:
            text = f"{name} shared {data} late, on {say(share.on)}{_after(share, case)}"
            yield Late(share.at, text, part, told_by=_ALL_SETS)
        return
    noted = f", {share.noted}" if share.noted else ""
    if case.as_of <= last:
        yield Due(share.at, f"{name} has not shared {data} yet{noted}", last, part, absent)
    else:
        message = f"{name} did not share {data} by {say(last)}{noted}"
        yield Gap(share.at, message, part=part, absent=absent, told_by=_ALL_SETS)


def _after(share: Share, case: DutyCase) -> str:
    last = deadline(case)
    if share.on is None or share.on <= last:
        return ""
    return f", {counted((share.on - last).days, 'day')} after the last day, {say(last)}"


@duty(_ALL_SETS)
def data_quarterly(case: DutyCase) -> Iterator[Word]:
    """Each authority that holds prescribed data shares them with all the others by the end of the next quarter.

    Why: the assessment is made from these data; one authority's silence is a hole in it.
    Remedy: record each set that was shared in data/returns.yaml, with the quarter's first day and the day it was
    shared; where there was nothing to report, name the set under nil.
    """
    yield from unlisted(case)
    held: dict[str, list[Share]] = {}
    unknown: dict[Owed, list[str]] = {}
    for dataset in DATA_SETS:
        found = owed(case, dataset)
        if not found.partners and not found.lawless:
            unknown.setdefault(found, []).append(dataset)
        for partner in found.partners:
            held.setdefault(partner.id, []).append(shares(case, partner, dataset))
    for own in held.values():
        yield from _one_authority(case, own)
    for who, sets in unknown.items():
        yield Unknown(_PARTNERS, who.doubt(both(sets)))


def _one_authority(case: DutyCase, own: list[Share]) -> Iterator[Word]:
    """One word for all the sets of an authority, so that one lack is found once and names them all."""
    partner, part, last = own[0].partner, ("partner", own[0].partner.id), deadline(case)
    kept = case.partnership.complete("returns", case.span.first)
    missing = [share for share in own if share.on is None and (share.told or kept)]
    unknown = [share for share in own if share.on is None and not share.told and not kept]
    late = [share for share in own if share.on is not None and share.on > last]
    if missing and case.as_of <= last:
        yield Due(
            missing[0].at,
            f"{partner.name} has not shared {_sets(missing)} for {say_quarter(case.span)} yet",
            last,
            part,
        )
    elif missing:
        message = f"{partner.name} did not share {_sets(missing)} for {say_quarter(case.span)} by {say(last)}"
        beside = f"; late came {_when(late)}" if late else ""
        yield Gap(missing[0].at, message + beside, part=part, partly=len(missing) < len(own))
    if unknown:
        message = f"whether {partner.name} shared {_sets(unknown)} for {say_quarter(case.span)} is not on record"
        yield Unknown(unknown[0].at, f"{message}: the records of returns are not complete for that time", part)
    if not missing and not unknown:
        yield Seen(own[0].at, f"{partner.name} shared {_sets(own)} for {say_quarter(case.span)}", part)
    if late and not missing:
        text = f"{partner.name} shared {say_quarter(case.span)} late: {_when(late)}; the last day was {say(last)}"
        yield Late(late[0].at, text, part)


def _sets(shares_: list[Share]) -> str:
    """The sets by name; with whom they were not shared is said once for all that it is true of."""
    told = []
    for noted in dict.fromkeys(share.noted for share in shares_):
        names = both([share.dataset for share in shares_ if share.noted == noted])
        told.append(f"{names} ({noted})" if noted else names)
    return both(told)


def _when(late: list[Share]) -> str:
    """`police-crimes on 5 January …`, each day once."""
    days = dict.fromkeys(share.on for share in late if share.on is not None)
    return both([f"{_sets([share for share in late if share.on == day])} on {say(day)}" for day in days])


SETS: tuple[DutyRule, ...] = (
    _data_set("police-incidents", "the incidents that the police recorded"),
    _data_set("police-crimes", "the crimes that the police recorded"),
    _data_set("fire-fires", "deliberate fires, assaults on fire crews and homes without a smoke alarm"),
    _data_set("fire-hoax-calls", "malicious false alarms"),
    _data_set("la-road-collisions", "road traffic collisions"),
    _data_set("la-school-exclusions", "exclusions from school"),
    _data_set("la-racial-incidents", "racial incidents known to the council"),
    _data_set("la-asb", "anti-social behaviour incidents known to the council"),
    _data_set("health-admissions", "hospital admissions for assault, drugs and alcohol"),
    _data_set("health-domestic-abuse", "hospital admissions in respect of domestic abuse"),
    _data_set("health-mental-drug-counts", "counts of mental health attendances and drug treatment"),
    _data_set("health-ambulance", "ambulance calls to crime and disorder"),
)
DUTIES: tuple[DutyRule, ...] = (data_quarterly, *SETS)
"""Judgements on the prescribed data."""
