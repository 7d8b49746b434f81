"""Areas that act as one by written agreement (Crime and Disorder Act 1998 ss 5(1A)-(1F), 5A)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both
from cdrp_cli.records.documents import Document
from cdrp_cli.records.partners import Partner
from cdrp_cli.rules.duties.area import councils
from cdrp_cli.rules.duties.policing_body import ELECTED_BODIES
from cdrp_cli.rules.in_force import in_force
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.standing import authorities
from cdrp_cli.rules.words import Gap, Inapplicable, Seen, Unknown, Word


@duty("combination-agreement", needs=("documents", "partners"))
def combination_agreement(case: DutyCase) -> Iterator[Word]:
    """Where areas act as one, every responsible authority and the policing body are parties to a written agreement.

    Why: without the agreement each area still owes every duty for itself.
    Remedy: record the agreement with kind: combination-agreement and its parties under signed_by; for areas combined by
    an order of earlier law, record the order with the same kind.
    """
    kept = (document for document in case.partnership.documents if document.kind == "combination-agreement")
    found = in_force(kept, case.day)
    if found.sure:
        yield from _parties(case, found.sure[0])
    elif found.open:
        why = f"the days on which “{found.open[0].title}” is in force are not known well enough"
        yield Unknown(found.open[0].pointer, why)
    else:
        yield _needed(case)


def _needed(case: DutyCase) -> Word:
    """Several councils of the lower tier mean several areas; an order made before there were agreements may stand."""
    lower = [found.partner.name for found in councils(case) if "county-council" not in found.partner.kind]
    profile = case.partnership.profile
    of_county = profile is not None and profile.tier_on(case.day) == "county"
    if of_county or len(lower) < 2:
        return Inapplicable("nothing on record says that areas act as one here")
    why = f"{both(lower)} act as one area, and neither an agreement nor an order that combines them is on record"
    return Unknown(Pointer("data/documents.yaml"), why)


def _parties(case: DutyCase, agreement: Document) -> Iterator[Word]:
    bound = [found.partner for found in authorities(case.partnership, case.law) if found.sure]
    if not agreement.signed_by:
        yield Unknown(agreement.pointer, f"the parties to “{agreement.title}” are not on record")
        return
    signed = _with_successors(case, {signature.by for signature in agreement.signed_by})
    for partner in (*bound, *_policing_bodies(case)):
        part = ("partner", partner.id)
        if partner.id in signed:
            yield Seen(agreement.at("signed_by"), f"{partner.name} is a party to {agreement.title}", part)
        else:
            yield Gap(agreement.at("signed_by"), f"{partner.name} is no party to “{agreement.title}”", part=part)


def _policing_bodies(case: DutyCase) -> list[Partner]:
    return [
        partner
        for partner in case.partnership.partners
        if any(kind in ELECTED_BODIES for kind in partner.kind) and partner.life.covers(case.day)
    ]


def _with_successors(case: DutyCase, signed: set[str]) -> set[str]:
    """The parties and those who took their place since, however often."""
    known = set(signed)
    for partner in case.partnership.partners * 2:
        if partner.id in known:
            known.update(partner.succeeded_by)
    return known


DUTIES: tuple[DutyRule, ...] = (combination_agreement,)
"""The judgement on a combination agreement."""
