"""What a record names by an id is there: partners, posts, bodies, documents, reports, rows, duties, data sets."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cdrp_cli.core.finding import Severity
from cdrp_cli.core.words import both
from cdrp_cli.records.base import Entry
from cdrp_cli.records.references import Reference
from cdrp_cli.rules.records.decided import begun
from cdrp_cli.rules.records.naming import nowhere
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_DATA = "data-"


@rule("unknown-partner", severity=Severity.ERROR)
def unknown_partner(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every partner that a record names is in data/partners.yaml.

    Why: what is said of a partner that is not there counts for nobody.
    Remedy: write the partner's id as data/partners.yaml has it, or add the partner there.
    """
    partners = [partner.id for partner in case.partnership.partners]
    yield from _absent(case, "partner", "partner", partners, ("partners",))
    either = [*partners, *(body.id for body in case.partnership.bodies)]
    yield from _absent(case, "party", "partner or body", either, ("partners", "bodies"))


@rule("unknown-post", severity=Severity.ERROR)
def unknown_post(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every post that a record names is among its partner's posts.

    Why: who sits, attends or owes an action is known by post; a post that is not there fills no seat and owes nothing.
    Remedy: write partner/post as data/partners.yaml has them, or add the post to its partner.
    """
    for reference in case.partnership.references("post"):
        named = str(reference.value)
        partner = named.partition("/")[0]
        if case.partnership.post(named) is None and case.partnership.readable("partners", partner):
            yield _no_post(case, reference, partner)


@rule("unknown-body", severity=Severity.ERROR)
def unknown_body(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every body that a record names is in data/bodies.yaml; a change may also name a body that a change begins.

    Why: a meeting, an action or a duty given to a body that is not there is in nobody's hands.
    Remedy: write the body's id as data/bodies.yaml has it, or add the body there.
    """
    bodies = [body.id for body in case.partnership.bodies]
    new = begun(case.partnership)
    for kind in ("body", "changed body"):
        yield from _absent(case, kind, "body", bodies, ("bodies",), beside=new)


@rule("unknown-document", severity=Severity.ERROR)
def unknown_document(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every document that a record names is in data/documents.yaml.

    Why: a document that is not listed is evidence of nothing.
    Remedy: write the document's id as data/documents.yaml has it, or list the document there.
    """
    documents = [document.id for document in case.partnership.documents]
    yield from _absent(case, "document", "document", documents, ("documents",))


@rule("unknown-paper", severity=Severity.ERROR)
def unknown_paper(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every report that an item names is a file in data/papers.

    Why: without its report an item goes out with a page missing.
    Remedy: write the report's file name without .md, or put the report into data/papers.
    """
    papers = [paper.name for paper in case.partnership.papers]
    yield from _absent(case, "paper", "report", papers, ("papers",))


@rule("unknown-activity", severity=Severity.ERROR)
def unknown_activity(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every engagement activity that a record names is in data/engagement.yaml.

    Why: an activity that is not listed is evidence of nothing.
    Remedy: write the activity's id as data/engagement.yaml has it, or list the activity there.
    """
    activities = [activity.id for activity in case.partnership.engagement]
    yield from _absent(case, "activity", "activity", activities, ("engagement",))


@rule("unknown-checklist-row", severity=Severity.ERROR)
def unknown_checklist_row(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every row of the partnership's answers is a row of the checklist, shipped or its own.

    Why: an answer to a row that does not exist answers nothing, and the row that was meant stays open.
    Remedy: write the row's reference, 1a to 14e or s01 to s23; rows of your own stand in data/checklist.yaml.
    """
    rows = [*sorted(case.shipped.refs), *(row.ref for row in case.partnership.checklist)]
    yield from _absent(case, "checklist row", "checklist row", rows, ("checklist",))


@rule("unknown-duty", severity=Severity.ERROR)
def unknown_duty(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every duty that a record names is in the catalogue of law.

    Why: a duty written against a body under a wrong name is in nobody's hands.
    Remedy: write the duty's id as the list of duties has it.
    """
    yield from _absent(case, "duty", "duty", case.law.duties, ())


@rule("unknown-data-set", severity=Severity.ERROR)
def unknown_data_set(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every data set that a record names is one that the law prescribes.

    Why: data recorded under a wrong name leave the data set that was meant unshared.
    Remedy: write the id of the duty to share it without data-, for instance police-crimes or la-asb.
    """
    sets = [duty.id.removeprefix(_DATA) for duty in case.law.duties.values() if duty.id.startswith(_DATA)]
    yield from _absent(case, "data set", "data set", [name for name in sets if name != "quarterly"], ())


def _absent(
    case: Case, kind: str, what: str, known: Collection[str], records: tuple[str, ...], beside: Collection[str] = ()
) -> Iterator[Problem]:
    """A problem for each reference of the kind that `known` lacks; none where it may be among what was not read.

    `beside` is known to changes of the structure as well: bodies that do not exist yet.
    """
    for reference in case.partnership.references(kind):
        named = str(reference.value)
        if named in known or (named in beside and "effects" in reference.at.path):
            continue
        if all(case.partnership.readable(each, named) for each in records):
            yield nowhere(reference, what, known)


def _no_post(case: Case, reference: Reference, name: str) -> Problem:
    """A post that is not there, with the nearest posts, or those that its partner has."""
    partner = case.partnership.partner(name)
    every = [f"{each.id}/{post.id}" for each in case.partnership.partners for post in each.posts]
    if partner is None:
        return nowhere(reference, "post", every, fact=f"there is no post '{reference.value}': no partner is {name!r}")
    own = [post.id for post in partner.posts]
    listed = f"the posts of {name} are {both(own)}" if own else f"{name} has no posts on record"
    return nowhere(reference, "post", every, else_=listed)


RULES = (
    unknown_partner, unknown_post, unknown_body, unknown_document, unknown_paper, unknown_activity,
    unknown_checklist_row, unknown_duty, unknown_data_set,
)  # fmt: skip
