"""`data/engagement.yaml`: how the community was asked, and told."""

from __future__ import annotations

from typing import Literal

from cdrp_cli.records.base import PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import DocumentId, OneOrMore, PartialDay, PartnerId, Rows, Slug, Text


class Regard(Record):
    """Another body's consultation to which regard was had."""

    partner: PartnerId = told("Partner", "Whose it was.", example="police", see=PUBLIC)
    what: Text = told("What", "What it was.", example="Neighbourhood survey", see=PUBLIC)
    date: PartialDay | None = told("Date", "When.", example="2025-02", see=PUBLIC, default=None)


class Activity(Entry):
    """One consultation, survey, event or panel."""

    id: Slug = told("Id", "Short id.", example="survey-2025", see=PUBLIC)
    kind: Literal["consultation", "survey", "event", "panel"] = told(
        "Kind", "What it was.", example="survey", see=PUBLIC
    )
    from_: PartialDay = told("From", "The first day.", example="2025-09-01", see=PUBLIC, key="from")
    until: PartialDay | None = told("Until", "The first day no longer.", example="2025-10-15", see=PUBLIC, default=None)
    for_: OneOrMore[DocumentId] = told(
        "For", "The assessment or plan it was for.", example="assessment-2025", see=PUBLIC, default=(), key="for"
    )
    about: Rows[Slug] = told(
        "About", "What views were sought on.", example=["levels-and-patterns", "priorities"], see=PUBLIC, default=()
    )
    reached: Rows[Text] = told("Reached", "Who was reached.", example=["412 residents"], see=PUBLIC, default=())
    affected: Rows[Text] = told(
        "Affected",
        "Those most affected by the priorities who were asked.",
        example=["traders in the market square"],
        see=PUBLIC,
        default=(),
    )
    hard_to_reach: Rows[Text] = told(
        "Hard to reach",
        "Groups hard to reach who were asked.",
        example=["young people out of work"],
        see=PUBLIC,
        default=(),
    )
    regard_to: Rows[Regard] = told(
        "Regard to",
        "Other bodies' consultations taken into account.",
        example=[{"partner": "police", "what": "survey"}],
        see=PUBLIC,
        default=(),
    )
    results: DocumentId | None = told(
        "Results", "The report of results.", example="consultation-2025", see=PUBLIC, default=None
    )
    fed_back: PartialDay | None = told(
        "Fed back", "When people were told what came of it.", example="2026-01-20", see=PUBLIC, default=None
    )
