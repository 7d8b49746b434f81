"""The community safety agreement of a county: made each year, with its contents, and sent on (regs 9 and 9A)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.documents import Document
from cdrp_cli.rules.duties.area import county_applies
from cdrp_cli.rules.duties.policing_body import ELECTED_BODIES
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Gap, Late, Remark, Seen, Unknown, Unsaid, Word

_DOCUMENTS = Pointer("data/documents.yaml")
_CONTENTS = {
    "district-priorities": "how joint or co-ordinated work could better deliver the districts' priorities",
    "other-joint-work": "how it could otherwise reduce crime and disorder",
}


@duty("csa-annual", needs=("documents",))
def csa_annual(case: DutyCase) -> Iterator[Word]:
    """The county group prepares a community safety agreement in each year from 1 April to 31 March.

    Why: what the districts' assessments have in common is acted on once for the county, each year anew.
    Remedy: record the agreement with kind: community-safety-agreement, its date, and the assessments it rests on under
    took_into_account.
    """
    beside = county_applies(case)
    if beside is not None:
        yield beside
        return
    made, open_ = _made(case)
    for agreement in made:
        yield Seen(agreement.pointer, f"{agreement.title} of {_dated(agreement)}")
        yield from _resting_on(case, agreement)
    if not made and open_:
        why = f"the date of “{open_[0].title}” does not tell in which year it was made"
        yield Unknown(open_[0].at("dated"), why)
    elif not made:
        lack = f"no community safety agreement {'yet ' if case.running else 'was made '}{case.when}"
        yield Gap(_DOCUMENTS, lack, absent="documents")
        yield from _late(case)


def _late(case: DutyCase) -> Iterator[Word]:
    """The first agreement made in the year after, where one closed without any; it mends nothing for that year."""
    for agreement in [] if case.running else _agreements(case):
        made = agreement.dated
        if made is not None and made.earliest > case.span.last and made.latest <= case.as_of:
            yield Late(agreement.pointer, f"the next was made on {_dated(agreement)}")
            return


def _resting_on(case: DutyCase, agreement: Document) -> Iterator[Word]:
    """The agreement is to rest on the districts' assessments of its own year."""
    for name in agreement.took_into_account:
        used = case.partnership.document(name)
        if used is not None and used.kind == "strategic-assessment" and case.dated_within(used.dated) is not False:
            return
    message = f"{agreement.title} names no district assessment of its own year among what it took into account"
    yield Remark(agreement.pointer, message)


@duty("csa-content", needs=("documents",))
def csa_content(case: DutyCase) -> Iterator[Word]:
    """The agreement says how joint work could deliver the districts' priorities, and otherwise reduce crime.

    Why: these two things are what the agreement is for.
    Remedy: say under covers of the agreement where district-priorities and other-joint-work stand.
    """
    beside = county_applies(case)
    if beside is not None:
        yield beside
        return
    made, _ = _made(case)
    if not made:
        yield Gap(_DOCUMENTS, f"no agreement {case.when} that could say it", absent="documents", told_by="csa-annual")
        return
    agreement = made[-1]
    if "covers" not in agreement.model_fields_set:
        why = f"what “{agreement.title}” holds is not on record: it has no list under covers"
        yield Unknown(agreement.pointer, why)
        return
    for key, words in _CONTENTS.items():
        if key in agreement.covers:
            yield Seen(agreement.at("covers", key), f"{words} (“{agreement.covers[key]}”)", ("part", key))
        else:
            yield Gap(agreement.at("covers"), f"“{agreement.title}” does not say {words}", part=("part", key))


@duty("csa-copy-to-lpb", needs=("documents",))
def csa_copy(case: DutyCase) -> Iterator[Word]:
    """A copy of the agreement goes to the elected local policing body.

    Why: the body has to know what the county's authorities have agreed to do together.
    Remedy: record the sending under sent of the agreement. The text sets no day for it.
    """
    beside = county_applies(case)
    if beside is not None:
        yield beside
        return
    known = [each for each in _agreements(case) if each.dated is not None and each.dated.latest <= case.day]
    if not known:
        yield Unsaid(_DOCUMENTS, "no agreement is on record of which a copy could have been sent")
        return
    agreement = known[-1]
    for index, sent in enumerate(agreement.sent):
        partner = case.partnership.partner(sent.to)
        if sent.date is not None and sent.date > case.day:
            continue
        if partner is not None and any(kind in ELECTED_BODIES for kind in partner.kind):
            on = f" on {say(sent.date)}" if sent.date is not None else ""
            yield Seen(agreement.at("sent", index), f"{agreement.title} was sent to {partner.name}{on}")
            return
    yield Unsaid(agreement.pointer, f"whether “{agreement.title}” was sent to the local policing body is not on record")


def _made(case: DutyCase) -> tuple[list[Document], list[Document]]:
    """The agreements made in the year judged, and those of which the date leaves that open."""
    answers = [(each, case.dated_within(each.dated)) for each in _agreements(case)]
    return [each for each, inside in answers if inside], [each for each, inside in answers if inside is None]


def _agreements(case: DutyCase) -> list[Document]:
    """All agreements on record by date, those without one last."""
    kept = [document for document in case.partnership.documents if document.kind == "community-safety-agreement"]
    return sorted(kept, key=lambda each: (each.dated is None, each.dated.latest if each.dated else None))


def _dated(agreement: Document) -> str:
    return agreement.dated.say() if agreement.dated is not None else "an unknown day"


DUTIES: tuple[DutyRule, ...] = (csa_annual, csa_content, csa_copy)
"""Judgements on the agreement."""
