"""The information sharing protocol, who follows it, and whom each authority named for it (reg 4 in both nations)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import Period
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.documents import Document
from cdrp_cli.records.partners import Partner
from cdrp_cli.rules.duties.area import unlisted
from cdrp_cli.rules.duties.positions import stated, statement
from cdrp_cli.rules.in_force import InForce, in_force
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.standing import Authority, authorities, vacant
from cdrp_cli.rules.words import Gap, Remark, Seen, Unknown, Unsaid, Word

_HEADS = {
    "s17a": "sharing depersonalised data under section 17A",
    "s115": "disclosure under section 115",
    "assessment-and-plan": "sharing for the strategic assessment and the plan",
}
_DOCUMENTS = Pointer("data/documents.yaml")


@duty("isp-protocol")
def isp_protocol(case: DutyCase) -> Iterator[Word]:
    """A written protocol for sharing information is in force and covers the three heads of the regulation.

    Why: without it nobody knows what may be shared with whom, and either too much is shared or nothing.
    Remedy: record the protocol with kind: information-sharing-protocol, and under covers say where it deals with
    s17a, s115 and assessment-and-plan.
    """
    found = _protocols(case)
    if not found.sure:
        yield _no_protocol(found)
        return
    protocol = found.sure[0]
    if "covers" not in protocol.model_fields_set:
        why = f"what “{protocol.title}” covers is not on record: it has no list under covers"
        yield Unknown(protocol.pointer, why)
        return
    for key, head in _HEADS.items():
        part = ("part", key)
        if key in protocol.covers:
            yield Seen(protocol.at("covers", key), f"{head} (“{protocol.covers[key]}”)", part)
        else:
            yield Gap(protocol.at("covers"), f"“{protocol.title}” does not cover {head}", part=part)


def _no_protocol(found: InForce) -> Word:
    if found.open:
        protocol = found.open[0]
        return Unknown(protocol.pointer, f"the days on which “{protocol.title}” is in force are not known well enough")
    return Gap(_DOCUMENTS, "no information sharing protocol is in force", absent="documents")


def _protocols(case: DutyCase) -> InForce:
    kept = (document for document in case.partnership.documents if document.kind == "information-sharing-protocol")
    return in_force(kept, case.day)


@duty("isp-comply")
def isp_comply(case: DutyCase) -> Iterator[Word]:
    """Each responsible authority follows the protocol.

    Why: a protocol that an authority does not follow protects nobody; a signature is the usual sign, not the law.
    Remedy: record who signed under signed_by of the protocol, or what each authority found when it looked in
    data/positions.yaml with duty: isp-comply and its partner.
    """
    said = list(_each_complying(case))
    silent = any(isinstance(word, Unsaid) for word in said)
    yield from (*said, *([] if silent else unlisted(case)))


def _each_complying(case: DutyCase) -> Iterator[Word]:
    protocol = next(iter(_protocols(case).sure), None)
    for authority in authorities(case.partnership, case.law):
        row = statement(case, "isp-comply", authority.partner.id)
        if row is not None:
            yield from stated(case, row, ("partner", authority.partner.id))
        elif protocol is None:
            yield Unsaid(
                _DOCUMENTS, "no protocol is in force that could be followed", ("partner", authority.partner.id)
            )
        else:
            yield from _signed(protocol, authority.partner, case.day)


def _signed(protocol: Document, partner: Partner, day: date) -> Iterator[Word]:
    part = ("partner", partner.id)
    for index, signature in enumerate(protocol.signed_by):
        if signature.by == partner.id and Period(signature.date).begun(day) is not False:
            yield Seen(protocol.at("signed_by", index), f"{partner.name} signed the protocol", part)
            return
    message = f"no signature of {partner.name} under the protocol and no statement for the year is on record"
    yield Unsaid(protocol.at("signed_by"), message, part)
    yield Remark(protocol.at("signed_by"), f"{message}: a gap in the evidence, not a breach")


@duty("isp-liaison")
def isp_liaison(case: DutyCase) -> Iterator[Word]:
    """Each responsible authority has named one of its own people for the sharing of information.

    Why: a request that goes to nobody in particular is answered by nobody.
    Remedy: give each authority in data/partners.yaml an information_lead with a post of its own and the day it began.
    """
    yield from unlisted(case)
    for authority in authorities(case.partnership, case.law):
        yield from _lead(case, authority)


def _lead(case: DutyCase, authority: Authority) -> Iterator[Word]:
    """The best that the records show of its leads: one that falls short is no gap beside a good one."""
    partner, part = authority.partner, ("partner", authority.partner.id)
    if not authority.sure:
        yield Unknown(partner.pointer, f"whether {partner.name} is a responsible authority is not known", part)
        return
    said: list[Word] = []
    for index, lead in enumerate(partner.information_lead):
        covers = Period(lead.from_, lead.until).covers(case.day)
        if covers is None:
            said.append(Unknown(partner.at("information_lead", index), _open(partner), part))
        elif covers:
            said.append(_standing(case, partner, index, lead.post))
    best = next((word for kind in (Seen, Unknown, Gap) for word in said if isinstance(word, kind)), None)
    yield best or Gap(
        partner.pointer, f"{partner.name} has named nobody for sharing information", part=part, absent="partners"
    )


def _standing(case: DutyCase, partner: Partner, index: int, ident: str) -> Word:
    at, part = partner.at("information_lead", index, "post"), ("partner", partner.id)
    found = case.partnership.post(ident)
    if found is None:
        return Unknown(at, f"the post named by {partner.name} is not on record", part)
    owner, post = found
    if owner.id != partner.id:
        return Gap(at, f"{partner.name} has named a post of {owner.name}; it must be a person of its own", part=part)
    living = post.life.covers(case.day)
    if living is None:
        return Unknown(at, _open(partner), part)
    if not living:
        return Gap(at, f"the post that {partner.name} has named, {post.title}, no longer exists", part=part)
    if vacant(post, case.day):
        return Gap(at, f"the post that {partner.name} has named, {post.title}, is vacant", part=part)
    return Seen(at, f"{partner.name}: {post.title}", part)


def _open(partner: Partner) -> str:
    return f"the days of the person named by {partner.name} are not known well enough"


DUTIES: tuple[DutyRule, ...] = (isp_protocol, isp_comply, isp_liaison)
"""Judgements on regulation 4."""
