"""The tables that go out and come back: the checklist with its answers, and actions with room for an answer to each."""

from __future__ import annotations

from cdrp_cli.exchange.layout import Column, Layout

STATUSES = ("met", "partly-met", "not-met", "not-applicable", "not-assessed")
STATES = ("open", "done", "withdrawn", "overtaken")
_STAMP = Column("stamp", "Stamp (leave as it is)", 12, "given", ("stamp",))

CHECKLIST = Layout(
    kind="checklist",
    title="Hallmarks checklist",
    row="row of the checklist",
    again="cdrp export checklist",
    columns=(
        Column("ref", "Ref", 6, "given", ("reference", "no", "number", "row", "id")),
        Column("guidance", "Guidance", 18, "given", ("guide",)),
        Column("detail", "Detail", 45, "given", ("details", "requirement", "recommendation", "what is asked")),
        Column("status", "Status", 14, "choice", ("assessment",), STATUSES),
        Column(
            "position",
            "Partnership position",
            45,
            "text",
            ("position", "current position", "response", "position statement"),
        ),
        Column("as_at", "Date of position", 12, "day", ("as at", "position date", "date", "date of response")),
        Column("reason", "Reason if not applicable", 20, "text", ("reason",)),
        Column(
            "further_action",
            "Further action",
            30,
            "text",
            ("further actions", "action required", "actions", "next steps"),
        ),
        Column("action", "Action in the minutes", 20, "text", ("minuted action",)),
        Column("owner", "Owner", 22, "text", ("lead", "lead officer", "responsible", "responsibility", "who")),
        Column("due", "Due", 12, "whole-day", ("due date", "deadline", "by when", "target date", "when", "timescale")),
        Column("note", "Note", 30, "text", ("notes", "comment", "comments")),
        _STAMP,
    ),
    named_by=("ref", "guidance", "detail"),
    stamped=("status", "position", "as_at", "reason", "further_action", "action", "owner", "due", "note"),
)
"""Evidence does not go out: it points at records, and is kept there."""

FIELDS = CHECKLIST.fields

ACTIONS = Layout(
    kind="actions",
    title="Actions",
    row="action on record",
    again="cdrp actions --format xlsx",
    columns=(
        Column("ref", "Action", 27, "given", ("reference", "ref", "id", "action id")),
        Column("text", "What is to be done", 40, "given", ("what", "text")),
        Column("owner", "Owner", 28, "given"),
        Column("state", "Status", 11, "given"),
        Column("due", "Last day", 17, "given", ("due",)),
        Column("raised", "Raised", 28, "given"),
        Column("put_off", "Put off", 9, "given"),
        Column("heard", "Last word", 32, "given", ("heard", "last minute")),
        Column("new_status", "New status", 13, "choice", (), STATES),
        Column("done_on", "Done on", 17, "whole-day", ("date done", "completed on")),
        Column("new_due", "New last day", 17, "whole-day", ("new due", "new date", "new deadline")),
        Column("progress", "Progress", 45, "text", ("answer", "comment", "comments", "note", "notes", "update")),
        _STAMP,
    ),
    named_by=("ref",),
    stamped=("text", "owned", "state", "due", "heard"),
    locked=True,
)
"""What is given is stamped: an answer to what has changed since it was asked is nobody's answer.

`owned` is the owner as the records write it: a new title of a post makes no new owner.
"""
