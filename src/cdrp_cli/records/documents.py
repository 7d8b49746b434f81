"""`data/documents.yaml`: assessments, plans, protocols, terms, and what proves each of their contents."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from cdrp_cli.core.dates import Period
from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import BodyId, Day, DocumentId, MinuteRef, PartialDay, PartnerId, Rows, Slug, Text

DocumentKind = Literal[
    "strategic-assessment", "partnership-plan", "plan-summary", "community-safety-agreement",
    "information-sharing-protocol", "terms-of-reference", "strategy", "needs-assessment", "audit",
    "consultation-report", "implementation-report", "scrutiny-report", "scrutiny-response", "value-for-money-review",
    "training-plan", "combination-agreement", "case-review-procedure", "case-review-figures", "other",
]  # fmt: skip
SubjectMatter = Literal["crime-and-disorder", "substance-misuse", "reoffending", "serious-violence"]
Source = Literal[
    "responsible-authorities",
    "co-operating-bodies",
    "community",
    "scrutiny",
    "previous-plan",
    "strategy-group",
    "other-partners",
]


class Governs(Record):
    """The days a document governs."""

    from_: PartialDay | None = told(
        "From", "The first day.", example="2025-04-01", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told("Until", "The first day no longer.", example="2028-04-01", see=PUBLIC, default=None)


class Revision(Record):
    """A revision, and what it took into account."""

    date: Day = told("Date", "The day it was revised.", example="2026-03-10", see=PUBLIC)
    approved_by: MinuteRef | None = told(
        "Approved by", "The minute that approved it.", example="101 of 2026-03-10-board", see=PUBLIC, default=None
    )
    took_into_account: Rows[DocumentId] = told(
        "Took into account", "Documents considered.", example=["assessment-2025"], see=PUBLIC, default=()
    )


class Published(Record):
    """When and where a document was published."""

    date: PartialDay | None = told("Date", "The day.", example="2025-03-28", see=PUBLIC, default=None)
    where: Text | None = told(
        "Where", "The address or place.", example="https://example.org/plan", see=PUBLIC, default=None
    )
    how: Rows[Text] = told(
        "How", "By what means, where there were several.", example=["website", "libraries"], see=PUBLIC, default=()
    )


class Sent(Record):
    """To whom a document was sent."""

    to: PartnerId = told("To", "The partner it was sent to.", example="pcc", see=MEMBERS)
    date: Day | None = told("Date", "The day.", example="2025-03-28", see=MEMBERS, default=None)


class Signature(Record):
    """Who signed, and when."""

    by: PartnerId = told("By", "The partner that signed.", example="icb", see=PUBLIC)
    date: PartialDay | None = told("Date", "The day.", example="2022-07-01", see=PUBLIC, default=None)


SignedBy = Annotated[Signature, BeforeValidator(lambda value: {"by": value} if isinstance(value, str) else value)]


def _where(value: Any) -> Any:
    return (
        {
            key: str(place) if isinstance(place, int) and not isinstance(place, bool) else place
            for key, place in value.items()
        }
        if isinstance(value, dict)
        else value
    )


class Document(Entry):
    """A document the partnership made, adopted or received; the document itself lies elsewhere."""

    id: Slug = told("Id", "Short id, stable for ever.", example="plan-2025", see=PUBLIC)
    kind: DocumentKind = told("Kind", "What it is.", example="partnership-plan", see=PUBLIC)
    title: Text = told("Title", "Its title.", example="Partnership plan 2025 to 2028", see=PUBLIC)
    dated: PartialDay | None = told(
        "Dated", "The day it was made or approved.", example="2025-03-11", see=PUBLIC, default=None
    )
    period: Governs | None = told(
        "Period",
        "The days it governs; none: from its date until replaced.",
        example={"from": "2025-04-01"},
        see=PUBLIC,
        default=None,
    )
    body: BodyId | None = told("Body", "The body that made it.", example="board", see=PUBLIC, default=None)
    approved_by: MinuteRef | None = told(
        "Approved by", "The minute that approved it.", example="92 of 2025-03-11-board", see=PUBLIC, default=None
    )
    revisions: Rows[Revision] = told(
        "Revisions", "Revisions since, by date.", example=[{"date": "2026-03-10"}], see=PUBLIC, default=()
    )
    subjects: Rows[SubjectMatter] = told(
        "Subjects", "The subjects it covers.", example=["crime-and-disorder"], see=PUBLIC, default=()
    )
    covers: Annotated[dict[str, str], BeforeValidator(_where)] = told(
        "Covers",
        "What it contains and where; keys are named after the duties they prove.",
        example={"strategy": "pages 3-8"},
        see=PUBLIC,
        default={},
    )
    considered: Rows[Source] = told(
        "Considered",
        "For an assessment: whose information was considered.",
        example=["responsible-authorities"],
        see=PUBLIC,
        default=(),
    )
    none_received: Rows[Source] = told(
        "None received", "Sources asked from whom nothing came.", example=["scrutiny"], see=PUBLIC, default=()
    )
    took_into_account: Rows[DocumentId] = told(
        "Took into account", "Documents considered.", example=["assessment-2024"], see=PUBLIC, default=()
    )
    published: Published | None = told(
        "Published", "When and where it was published.", example={"date": "2025-03-28"}, see=PUBLIC, default=None
    )
    sent: Rows[Sent] = told(
        "Sent", "To whom it was sent.", example=[{"to": "pcc", "date": "2025-03-28"}], see=MEMBERS, default=()
    )
    signed_by: Rows[SignedBy] = told("Signed by", "Who signed it.", example=["vale"], see=PUBLIC, default=())
    summary_of: DocumentId | None = told(
        "Summary of", "For a summary: of which plan.", example="plan-2025", see=PUBLIC, default=None
    )
    responds_to: DocumentId | None = told(
        "Responds to", "For a response: to which report.", example="scrutiny-report-2025", see=PUBLIC, default=None
    )
    review_by: Day | None = told(
        "Review by", "The day it is due for review.", example="2026-03-01", see=PUBLIC, default=None
    )
    withdrawn: Day | None = told(
        "Withdrawn",
        "The first day it governed no longer, where nothing replaced it.",
        example="2027-04-01",
        see=PUBLIC,
        default=None,
    )
    replaces: DocumentId | None = told(
        "Replaces", "The document it replaces.", example="plan-2022", see=PUBLIC, default=None
    )
    location: Text | None = told(
        "Location", "Where the document itself is.", example="https://example.org/plan.pdf", see=PUBLIC, default=None
    )

    def governs(self) -> Period:
        """The days it governs by its own words: its period, else from its date until withdrawn."""
        if self.period is not None:
            return Period(self.period.from_, self.period.until)
        begins = Period(self.dated).start
        return Period(begins, Period.of(None, self.withdrawn).end)
