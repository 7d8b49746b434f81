"""The public meeting: held each year, by seniors of every authority, and made known (reg 12(4), Wales reg 10(4))."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Related
from cdrp_cli.core.frozen import Frozen, replace
from cdrp_cli.core.words import both
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.duties.group import meetings_held, strategy_group
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.standing import authorities
from cdrp_cli.rules.words import Gap, Remark, Seen, Unknown, Unsaid, Word


def _public_meetings(case: DutyCase) -> list[Meeting]:
    """The public meetings of the group that took place in the period; a board that may be watched is none."""
    return [meeting for meeting in meetings_held(case) if meeting.public]


@duty("public-meeting-yearly")
def public_meeting_yearly(case: DutyCase) -> Iterator[Word]:
    """The strategy group holds a public meeting in each year from 1 April to 31 March.

    Why: people who live and work in the area are to hear and question those who plan for their safety.
    Remedy: hold one before 31 March and record the meeting with public: true; one that the public may only watch
    (observers: true) does not count.
    """
    held = _public_meetings(case)
    for meeting in held:
        yield Seen(meeting.pointer, f"public meeting on {say(meeting.date)}")
    if not held:
        lack = f"no public meeting {'yet ' if case.running else 'was held '}{case.when}{_planned(case)}"
        yield Gap(case.group, lack, absent="meetings", related=tuple(_mistakable(case)))


def _mistakable(case: DutyCase) -> Iterator[Related]:
    """Meetings of the period that may be taken for it, and why they are not."""
    group = strategy_group(case)
    for meeting in case.partnership.meetings:
        if not meeting.took_place or not case.within(meeting.date):
            continue
        body = case.partnership.body(meeting.body)
        if meeting.public and meeting.body != group.id and body is not None:
            yield Related(meeting.pointer, f"public, but a meeting of {body.name} and not of {group.name}")
        elif meeting.observers and not meeting.public and meeting.body == group.id:
            yield Related(meeting.pointer, "the public could watch, which is not yet a public meeting")


def _planned(case: DutyCase) -> str:
    """The public meeting still to come in the period, where one is on record."""
    for meeting in case.partnership.meetings_of(strategy_group(case).id):
        to_come = case.as_of < meeting.date and case.span.covers(meeting.date)
        if meeting.public and to_come and meeting.status not in ("cancelled", "moved"):
            return f"; one is planned for {say(meeting.date)}"
    return ""


class _Turnout(Frozen):
    """Which responsible authorities of its day had somebody senior at a public meeting, had not, or may have had."""

    meeting: Meeting
    there: tuple[Partner, ...]
    missing: tuple[Partner, ...]
    open: tuple[Partner, ...]

    @property
    def count(self) -> str:
        """`5 of the 6 responsible authorities`."""
        every = len(self.there) + len(self.missing) + len(self.open)
        if len(self.there) == every:
            return f"all {every} responsible authorities"
        return f"{len(self.there)} of the {every} responsible authorities"


@duty("public-meeting-senior", of="strategy-group", needs=("partners",))
def public_meeting_senior(case: DutyCase) -> Iterator[Word]:
    """Senior people from every responsible authority attend the public meeting.

    Why: the public is to meet those who can answer for each authority, whether or not it sits on the group.
    Remedy: bring somebody senior from each authority to a public meeting before 31 March, record who came under
    attendance, and write senior: true at the posts that are.
    """
    turnouts = [_turnout(case, meeting) for meeting in _public_meetings(case)]
    if not turnouts:
        lack = (
            f"no public meeting {'yet ' if case.running else 'was held '}{case.when} that anybody senior could attend"
        )
        yield Gap(case.group, lack, absent="meetings", told_by="public-meeting-yearly")
        return
    if not case.partnership.complete("partners", case.span.first):
        yield Unknown(case.group, "whether all responsible authorities are on record is not known")
    full = [turnout for turnout in turnouts if turnout.there and not turnout.missing and not turnout.open]
    for turnout in full:
        yield Seen(
            turnout.meeting.at("attendance"),
            f"{turnout.count} had somebody senior there on {say(turnout.meeting.date)}",
            _parts(turnout.there),
        )
    if full:
        yield from (_remark(turnout) for turnout in turnouts if turnout.missing)
    else:
        yield from _incomplete(max(turnouts, key=lambda turnout: (len(turnout.there), -len(turnout.missing))))


def _incomplete(best: _Turnout) -> Iterator[Word]:
    """What the best attended meeting shows: who was there, who was not, and of whom it cannot be told."""
    day, at = say(best.meeting.date), best.meeting.at("attendance")
    if best.there:
        yield Seen(at, f"{best.count} had somebody senior at the public meeting on {day}", _parts(best.there))
    if best.missing:
        lack = f"{best.count} had somebody senior at the public meeting on {day}; missing: {_names(best.missing)}"
        yield Gap(at, lack, part=_parts(best.missing))
    if best.open:
        doubt = f"whether somebody senior of {_names(best.open)} was at the public meeting on {day} is not on record"
        yield Unknown(at, doubt, _parts(best.open))
    if not (best.there or best.missing or best.open):
        yield Unknown(at, f"no responsible authority of {day} is on record")


def _remark(turnout: _Turnout) -> Remark:
    fact = f"the public meeting on {say(turnout.meeting.date)} had nobody senior of {_names(turnout.missing)}"
    why = (
        "another public meeting of the year had somebody of each; read strictly, the law wants it of every such meeting"
    )
    return Remark(turnout.meeting.at("attendance"), fact, why)


def _turnout(case: DutyCase, meeting: Meeting) -> _Turnout:
    """Who was senior there, by the law and the authorities of the meeting's own day."""
    law = replace(case.law, day=meeting.date)
    sorted_: dict[bool | None, list[Partner]] = {True: [], False: [], None: []}
    for authority in authorities(case.partnership, law):
        came = _senior_came(case.partnership, meeting, authority.partner)
        sorted_[None if came is False and not authority.sure else came].append(authority.partner)
    return _Turnout(meeting, tuple(sorted_[True]), tuple(sorted_[False]), tuple(sorted_[None]))


def _senior_came(partnership: Partnership, meeting: Meeting, partner: Partner) -> bool | None:
    """Whether somebody senior of the partner was there; a substitute counts by the substitute's own post."""
    came: bool | None = None if "attendance" in meeting.not_seen or not meeting.attendance else False
    for row in meeting.attendance:
        was_there = row.status in ("present", "in-attendance")
        post = row.substitute or (row.post if was_there else None)
        if post is not None and post.partition("/")[0] == partner.id:
            found = partnership.post(post)
            senior = found[1].senior if found is not None else None
            if senior:
                return True
            came = None if senior is None else came
        elif row.partner == partner.id and was_there:
            came = None
    return came


@duty("public-meeting-publicise")
def public_meeting_publicise(case: DutyCase) -> Iterator[Word]:
    """People are told when the public meetings are held and what was discussed, as the group thinks fit.

    Why: a meeting that nobody heard of is public in name only; the law leaves the means to the group.
    Remedy: record at the meeting under publicity: when it was announced, how, and when the discussion was published.
    """
    held = _public_meetings(case)
    if not held:
        yield Unsaid(case.group, f"no public meeting {case.when} of which people could be told")
    for meeting in held:
        said, day = meeting.publicity, say(meeting.date)
        if said is not None and said.announced is not None and said.announced <= case.as_of:
            yield Seen(meeting.at("publicity"), f"the meeting of {day} was announced on {say(said.announced)}", _BEFORE)
        else:
            yield Unsaid(meeting.pointer, f"how people were told of the meeting of {day} is not on record", _BEFORE)
        published = said.discussion_published if said is not None else None
        if published is not None and published <= case.as_of:
            yield Seen(meeting.at("publicity"), f"what was discussed was published on {say(published)}", _AFTER)
        else:
            yield Unsaid(meeting.pointer, f"how people were told what was discussed on {day} is not on record", _AFTER)


_BEFORE, _AFTER = ("part", "when it is held"), ("part", "what was discussed")


def _parts(partners: tuple[Partner, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("partner", partner.id) for partner in partners)


def _names(partners: tuple[Partner, ...]) -> str:
    return both([partner.name for partner in partners])


DUTIES = (public_meeting_yearly, public_meeting_senior, public_meeting_publicise)
