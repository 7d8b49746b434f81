"""What `cdrp duties` lists, put together: records where they are needed, the law, and the sheet that shows them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cdrp_cli.cli.clock import read_day
from cdrp_cli.cli.exit_codes import exit_code
from cdrp_cli.cli.root import find_root
from cdrp_cli.cli.workspace import judge
from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import nearest
from cdrp_cli.engine.what_if import what_if as compare
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.words import Nation
from cdrp_cli.output import duties as duties_listed
from cdrp_cli.output import what_if as what_if_listed
from cdrp_cli.output.history import changes as changes_listed
from cdrp_cli.output.history import history as history_listed
from cdrp_cli.output.judged import Chosen
from cdrp_cli.output.law_words import NATIONS
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.output.view import View
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree

_PROFILE = "data/partnership.yaml"
_Days = tuple[date | None, date | None]


def duties(given: Path | None, start: Path, days: _Days, body: str | None, within: int | None) -> tuple[Sheet, int]:
    """The duties of the partnership's day, and the exit code that says whether all could be read and judged."""
    judged = judge(find_root(given, start), *days)
    report, partnership = judged.report, judged.loaded.partnership
    found = partnership.body(body) if body is not None else None
    if body is not None and found is None:
        raise UnknownIdError("body", body, nearest(body, [each.id for each in partnership.bodies]))
    chosen = Chosen((found.id, found.name) if found is not None else None, within)
    return duties_listed.listing(report, catalogue(), View(judged.loaded), chosen), exit_code(report, None)


def what_if(given: Path | None, start: Path, paper: str, days: _Days) -> tuple[Sheet, int]:
    """What the effects of a paper would change; UnknownIdError with the nearest where there is no such paper."""
    judged = judge(find_root(given, start), *days)
    partnership = judged.loaded.partnership
    found = partnership.paper(paper.rpartition("/")[2].removesuffix(".md"))
    if found is None:
        raise UnknownIdError("paper", paper, nearest(paper, [each.name for each in partnership.papers]))
    if not found.effects:
        raise CdrpError(f"--if: the paper {found.name} says nothing under effects, so it would change nothing")
    compared = compare(judged.loaded, catalogue(), judged.report.dates, found.effects)
    exempt = found.exempt is not None
    sheet = what_if_listed.listing(compared, judged.report.dates, found.name, found.title, exempt=exempt)
    return sheet, exit_code(judged.report, None)


def law_alone(given: Path | None, start: Path, duty: str | None, span: str | None, nation: str | None) -> Sheet:
    """The history of a duty, or the changes of a span FROM..TO, in the nation asked for or the partnership's."""
    law = catalogue()
    if duty is not None:
        asked = _nation(nation)
        own = asked or _of_records(given, start)
        every = (asked,) if asked else NATIONS if own is None else (own, *(each for each in NATIONS if each != own))
        return history_listed(law, duty, every)
    first, dots, last = (span or "").partition("..")
    if not dots:
        raise CdrpError(f"--changes: {span!r} is not FROM..TO: write for example 2011-05-31..2011-12-05")
    begin, end = read_day("--changes", first), read_day("--changes", last)
    if begin is None or end is None or begin >= end:
        raise CdrpError(f"--changes: {last} does not lie after {first}")
    chosen = _nation(nation) or _of_records(given, start)
    return changes_listed(law, NATIONS if chosen is None else (chosen,), begin, end)


def _nation(asked: str | None) -> Nation | None:
    if asked is None:
        return None
    found = next((nation for nation in NATIONS if nation == asked.lower()), None)
    if found is None:
        raise UnknownIdError("nation", asked, NATIONS)
    return found


def _of_records(given: Path | None, start: Path) -> Nation | None:
    """The nation of the partnership one stands in; None where one stands in none, or it does not say."""
    try:
        root = find_root(given, start)
    except CdrpError:
        if given is not None:
            raise
        return None
    file = root / _PROFILE
    if not file.is_file():
        return None
    profile = load(Tree({_PROFILE: file.read_bytes()})).partnership.profile
    return profile.nation if profile is not None else None
