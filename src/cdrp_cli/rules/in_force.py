"""Which document governs on a day: by its own period, once it was made, until it is withdrawn or replaced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cdrp_cli.core.dates import Period
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.records.documents import Document


class InForce(Frozen):
    """The documents surely in force on a day, latest first, and those of which the records leave it open."""

    sure: tuple[Document, ...]
    open: tuple[Document, ...]


def in_force(documents: Iterable[Document], day: date) -> InForce:
    """Those in force on the day among documents of one kind."""
    kept = tuple(documents)
    answers = [(document, governs(document, kept, day)) for document in kept]
    sure = sorted((one for one, answer in answers if answer), key=_begins, reverse=True)
    return InForce(tuple(sure), tuple(one for one, answer in answers if answer is None))


def governs(document: Document, others: Iterable[Document], day: date) -> bool | None:
    """Whether the document is in force on the day; None where its days, or those of its successor, are not known."""
    if document.withdrawn is not None and document.withdrawn <= day:
        return False
    made = True if document.dated is None else Period(document.dated).begun(day)
    answers = [document.governs().covers(day), made]
    answers += [not_(other.governs().begun(day)) for other in others if other.replaces == document.id]
    if document.dated is None and document.period is None:
        answers.append(None)
    return False if False in answers else None if None in answers else True


def not_(answer: bool | None) -> bool | None:
    """The contrary of an answer that may be missing."""
    return None if answer is None else not answer


def _begins(document: Document) -> date:
    return document.governs().first
