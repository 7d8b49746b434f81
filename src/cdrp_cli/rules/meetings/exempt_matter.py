"""Exempt matter that is spoken of in the open: it follows its actions, updates and citations."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.base import Entry
from cdrp_cli.records.follow_up import exempt_citation, exempt_item
from cdrp_cli.records.items import Item
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("exempt-cited-in-open", severity=Severity.WARNING, basis=Basis.HOUSE)
def exempt_cited_in_open(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """What is said of an exempt item is said under an exempt item, or in an exempt report.

    Why: a sentence in the open about what was closed tells the public what the closing was to keep from it.
    Remedy: move the text to an item that is marked exempt, and leave the bare reference here.
    """
    for minuted in case.partnership.business:
        if not exempt_item(case.partnership, minuted.item):
            for at, what in _spoken(minuted.item, minuted.pointer, case):
                fact = f"the text here tells of {what}, in an item that is open"
                yield Problem(at, fact, subject=minuted.meeting.id, closed=True)
    for paper in case.partnership.papers:
        cited = [exempt_citation(case.partnership, citation) for citation in paper.refers_to]
        if paper.exempt is None and True in cited:
            fact = "the report goes back to a minute that was exempt, and is open itself"
            help_ = "see that it tells nothing of what was closed, or mark it exempt as the minute is"
            yield Problem(paper.at("refers_to", cited.index(True)), fact, help_, subject=paper.name, closed=True)


def _spoken(item: Item, at: Pointer, case: Case) -> Iterator[tuple[Pointer, str]]:
    """The texts of an open item that go back to exempt matter."""
    for index, arising in enumerate(item.arising):
        if arising.minute is not None and exempt_citation(case.partnership, arising.minute):
            yield at.at("arising", index, "text"), "a minute that was exempt"
    for index, update in enumerate(item.updates):
        raised = case.partnership.action(update.action)
        if update.text and raised is not None and exempt_item(case.partnership, raised.minuted.item):
            yield at.at("updates", index, "text"), "an action that was raised under an exempt item"
    if any(exempt_citation(case.partnership, citation) for citation in item.refers_to) and item.text:
        yield at.at("text"), "a minute that was exempt"


RULES = (exempt_cited_in_open,)
