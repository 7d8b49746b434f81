"""`data/requests.yaml`: what scrutiny, councillors and the policing body asked for, and the answers."""

from __future__ import annotations

from typing import Literal

from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import Asked, Asker, Day, DocumentId, MeetingId, OneOrMore, OwnerText, Slug, Text

RequestKind = Literal[
    "scrutiny-report", "scrutiny-information", "scrutiny-attendance", "councillor-referral", "policing-body-report",
    "policing-body-meeting", "case-review", "death-review",
]  # fmt: skip


class Answer(Record):
    """The answer to a request."""

    date: Day = told("Date", "The day it was answered.", example="2025-06-20", see=PUBLIC)
    by: OwnerText | None = told("By", "Who answered.", example="vale/safety-officer", see=MEMBERS, default=None)
    document: DocumentId | None = told(
        "Document", "The answer, where it is a document.", example="scrutiny-response-2025", see=PUBLIC, default=None
    )


class Request(Entry):
    """Something asked of the partnership or of its authorities."""

    id: Slug = told("Id", "Short id.", example="scrutiny-2025-1", see=PUBLIC)
    kind: RequestKind = told("Kind", "What was asked for.", example="scrutiny-report", see=PUBLIC)
    from_: Asker = told(
        "From", "Who asked: a body, a partner's post, or plain words.", example="body:scrutiny", see=PUBLIC, key="from"
    )
    to: OneOrMore[Asked] = told("To", "Who was asked: partners or bodies.", example=["police"], see=PUBLIC)
    dated: Day = told("Dated", "The day it is dated.", example="2025-05-30", see=PUBLIC)
    answer_by: Day | None = told(
        "Answer by", "The day by which an answer was asked for.", example="2025-06-27", see=PUBLIC, default=None
    )
    answered: Answer | None = told("Answered", "The answer.", example={"date": "2025-06-20"}, see=PUBLIC, default=None)
    late_reason: Text | None = told(
        "Late reason",
        "Why the answer came, or will come, late.",
        example="The figures were not final.",
        see=MEMBERS,
        default=None,
    )
    meeting: MeetingId | None = told(
        "Meeting", "The meeting it belongs to.", example="2025-05-29-scrutiny", see=PUBLIC, default=None
    )
