"""How the duties stand on the day of a meeting, and what its agenda lacks by that and by the records."""

from __future__ import annotations

from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.report import Dates
from cdrp_cli.engine import run
from cdrp_cli.hallmarks.checklist import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import Loaded
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.agenda.suggested import Suggested
from cdrp_cli.rules.agenda.suggestions import open_to_suggestions, suggestions


def duty_rows(partnership: Partnership, meeting: Meeting) -> tuple[DutyRow, ...]:
    """How every duty stands on the day of the meeting; none where its agenda takes no suggestion any more."""
    if not open_to_suggestions(meeting):
        return ()
    law = catalogue()
    dates = Dates(meeting.day, meeting.day, law.read_to)
    return run(Loaded(partnership, (), {}, ()), law, dates, checklist(), rules=()).duties


def lacking(partnership: Partnership, meeting: Meeting) -> tuple[Suggested, ...]:
    """The suggestions for the agenda, in the order by which they are called S1, S2 and so on."""
    return suggestions(partnership, meeting, catalogue(), duty_rows(partnership, meeting))
