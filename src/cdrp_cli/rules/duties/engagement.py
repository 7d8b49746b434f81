"""Whether people were asked, which people, and what other bodies had asked already (reg 12(1)-(3), Wales reg 10).

The arrangements are the group's choice: what is not on record is not assessed, never a breach.
"""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import PartialDate, months_later
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.engagement import Activity
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Seen, Unsaid, Word

_FILE = Pointer("data/engagement.yaml")
_TOPICS = {
    "levels-and-patterns": "the levels and patterns of crime and disorder",
    "priorities": "what should be put first",
}


@duty("engage-views", needs=("engagement",))
def engage_views(case: DutyCase) -> Iterator[Word]:
    """People who live or work in the area are asked about levels and patterns and about priorities.

    Why: the group must have arrangements to hear them; how it asks is its own choice.
    Remedy: record each consultation in data/engagement.yaml, with levels-and-patterns and priorities under about.
    """
    asked = _recent(case)
    for topic, words in _TOPICS.items():
        part = ("part", topic)
        on = [activity for activity in asked if topic in activity.about]
        for activity in on:
            yield Seen(activity.at("about"), f"{activity.id} asked about {words}", part)
        if not on:
            yield Unsaid(_FILE, f"nothing of the last twelve months on record asked people about {words}", part)


@duty("engage-representative", needs=("engagement",))
def engage_representative(case: DutyCase) -> Iterator[Word]:
    """As many different groups as is reasonable are asked, and those whom the plan would affect most.

    Why: an answer only of those who always answer is no picture of the area.
    Remedy: name under reached and hard_to_reach who was asked, and under affected those most affected.
    """
    asked = _recent(case)
    wide = [activity for activity in asked if activity.reached or activity.hard_to_reach]
    hit = [activity for activity in asked if activity.affected]
    yield from _limb(wide, "different-groups", "a range of groups")
    yield from _limb(hit, "most-affected", "those most affected")


def _limb(shown: list[Activity], name: str, words: str) -> Iterator[Word]:
    for activity in shown:
        yield Seen(activity.pointer, f"{activity.id} reached {words}", ("part", name))
    if not shown:
        yield Unsaid(_FILE, f"no activity of the last twelve months names {words}", ("part", name))


@duty("engage-regard-other", needs=("engagement",))
def engage_regard_other(case: DutyCase) -> Iterator[Word]:
    """What the authorities asked people on the same matters elsewhere is taken into account.

    Why: people should not be asked twice, and what they said once should count.
    Remedy: name the other consultations under regard_to of the activity for which they were considered.
    """
    shown = [activity for activity in _recent(case) if activity.regard_to]
    for activity in shown:
        yield Seen(activity.at("regard_to"), f"{activity.id} had regard to what others had asked")
    if not shown:
        yield Unsaid(_FILE, "no activity of the last twelve months names a consultation of somebody else")


def _recent(case: DutyCase) -> list[Activity]:
    """What went on in the twelve months up to the day judged: the law counts no time, so one yearly round is taken."""
    since = months_later(case.day, -12)
    return [
        activity
        for activity in case.partnership.engagement
        if activity.from_.latest <= case.day and _end(activity).latest >= since
    ]


def _end(activity: Activity) -> PartialDate:
    until: PartialDate | None = activity.until
    begun: PartialDate = activity.from_
    return until or begun


DUTIES: tuple[DutyRule, ...] = (engage_views, engage_representative, engage_regard_other)
"""Judgements on engagement."""
