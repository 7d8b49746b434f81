"""What no public copy may show, and the marking that closed matter bears in the members' copy."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.words import both
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.follow_up import (
    citations,
    exempt_action,
    exempt_citation,
    exempt_item,
    exempt_update,
    goes_back_to_exempt,
)
from cdrp_cli.records.items import Exempt, Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Raised, Updated
from cdrp_cli.records.outcomes import Action
from cdrp_cli.records.papers import Paper
from cdrp_cli.records.partnership import Partnership

FACE = "NOT FOR PUBLICATION"
"""On each page of a members' copy that holds closed matter."""
UNNAMED = "Closed item"
"""What a public copy calls a closed item that has no public title."""
_NOT_FOI = "It is not an exemption under the Freedom of Information Act 2000: a request is answered on its own merits."


def closed_item(partnership: Partnership, item: Item) -> bool:
    """Whether the item is not for the public: exempt, before it an exempt report, or going back to exempt matter.

    Matters arising do not close their item: no public copy shows them.
    """
    return exempt_item(partnership, item) or goes_back_to_exempt(partnership, item)


def closed_paper(partnership: Partnership, paper: Paper) -> bool:
    """Whether the report is not for the public: marked, laid at a closed item, or going back to exempt matter."""
    laid = (minuted.item for minuted in partnership.business if minuted.item.paper == paper.name)
    cited = any(exempt_citation(partnership, each) for each in paper.refers_to)
    return paper.exempt is not None or cited or any(exempt_item(partnership, item) for item in laid)


def exempt_of(partnership: Partnership, item: Item) -> Exempt | None:
    """The marking of the item, or of the report before it."""
    paper = partnership.paper(item.paper) if item.paper is not None else None
    return item.exempt or (paper.exempt if paper is not None else None)


def public_title(partnership: Partnership, item: Item) -> str:
    """What the public copy calls the item: its title where it is open."""
    if not closed_item(partnership, item):
        return item.title
    exempt = exempt_of(partnership, item)
    return (exempt.public_title if exempt is not None else None) or UNNAMED


def holds_closed(partnership: Partnership, meeting: Meeting) -> bool:
    """Whether a members' paper of the whole meeting holds anything that is not for the public."""
    return any(any(_closed_parts(partnership, meeting, index)) for index in range(len(meeting.items)))


def _closed_parts(partnership: Partnership, meeting: Meeting, index: int) -> Iterator[bool]:
    item = meeting.items[index]
    yield closed_item(partnership, item)
    yield from (exempt_citation(partnership, each) for each in citations(partnership, item))
    for outcome in item.outcomes:
        raised = partnership.action(f"{meeting.id}/{outcome.id}") if isinstance(outcome, Action) else None
        yield raised is not None and exempt_action(partnership, raised)
    for update in item.updates:
        raised = partnership.action(update.action)
        yield raised is not None and closed_action(partnership, raised)


def closed_action(partnership: Partnership, raised: Raised) -> bool:
    """Whether the action is not for the public, wherever it was raised or spoken of."""
    heard: tuple[Updated, ...] = partnership.updates_of(raised)
    return exempt_action(partnership, raised) or any(exempt_update(partnership, each) for each in heard)


def marking(body: Body | None, exempt: Exempt | None) -> str:
    """The sentence that closed matter bears: under which paragraphs, by what right, and what that is not."""
    numbers = tuple(str(number) for number in exempt.paragraphs) if exempt is not None else ()
    word = "paragraph" if len(numbers) == 1 else "paragraphs"
    named = f"{word} {both(numbers)} of Schedule 12A to the Local Government Act 1972" if numbers else ""
    if body is not None and body.rules == "council-committee":
        by = f"exempt information under {named}" if named else "exempt information"
    else:
        by = "the partnership's own marking" + (f", by analogy with {named}, which does not bind it" if named else "")
    return f"Not for publication: {by}. {_NOT_FOI}"
