"""Which document of a kind governs on a day: by its own period, until another that replaces it has begun."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.records.documents import Document, DocumentKind
from cdrp_cli.records.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Governing:
    """The document that governs; `sure` False where what is known of its days leaves that open."""

    document: Document
    sure: bool


def governing(partnership: Partnership, kind: DocumentKind, day: date) -> Governing | None:
    """The document of that kind that governs on the day, the one that began last; None where there is none."""
    kept = [document for document in partnership.documents if document.kind == kind]
    replaced = {other.replaces for other in kept if other.governs().begun(day) is True}
    found = [
        Governing(document, covers is True)
        for document in kept
        if document.id not in replaced and (covers := document.governs().covers(day)) is not False
    ]
    return max(found, key=lambda each: (each.sure, _begins(each.document)), default=None)


def _begins(document: Document) -> date:
    start: PartialDate | None = document.governs().start
    return date.min if start is None else start.earliest
