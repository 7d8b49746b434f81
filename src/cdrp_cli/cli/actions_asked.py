"""Actions as workbooks for colleagues to answer: all that were asked for in one, or one for each partner."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cdrp_cli.cli.actions_made import Made
from cdrp_cli.cli.console import put as put_text
from cdrp_cli.cli.console import tell
from cdrp_cli.cli.tables import kept_at, place
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.columns import ACTIONS
from cdrp_cli.exchange.files import made
from cdrp_cli.exchange.stamps import stamp
from cdrp_cli.output.actions_asked import asked_about, how_to_answer
from cdrp_cli.output.actions_log import Asked, Logged
from cdrp_cli.output.actions_message import by_partner
from cdrp_cli.rendering.files import put

_ENDING = ".xlsx"
_FILLED_IN = dict.fromkeys(ACTIONS.fields, "")


def hand_out(found: Made, asked: Asked, out: Path | None, *, each: bool) -> None:
    """Writes the workbook, or with `each` one for each partner, and tells the paths; what is in none is told apart."""
    paths = _books(found, asked, out) if each else (_one(found, asked, out),)
    put_text("".join(f"{path}\n" for path in paths))
    left = _nobody(found, asked) if each else ""
    none = "" if paths or left else "there is nobody to write to: no partner has such an action open"
    unread = f"not read in full, so that more may be missing here: {', '.join(found.unread)}" if found.unread else ""
    for told in filter(None, (none, left, unread)):
        tell(f"cdrp: {told}")


def _one(found: Made, asked: Asked, out: Path | None) -> str:
    """Writes one workbook of the actions asked for; its path as a person at the root would type it."""
    shown = asked.of(found.log)
    if not shown:
        raise CdrpError("there is no such action, so no workbook was written")
    path = place(found.root, out)
    if path.suffix.lower() != _ENDING:
        path /= f"actions-{found.dates.as_of.isoformat()}{_ENDING}"
    return put(path, _book(found, shown), found.root)


def _books(found: Made, asked: Asked, out: Path | None) -> tuple[str, ...]:
    """Writes a workbook for each partner with what it has open; their paths."""
    folder = place(found.root, out)
    if folder.suffix.lower() == _ENDING:
        raise CdrpError("--out: --by partner writes a workbook for each: name a folder")
    wanted = [each for each in found.log if each.action.open and asked.wants(each)]
    day = found.dates.as_of.isoformat()
    return tuple(
        put(folder / f"actions-{day}-{partner.id}{_ENDING}", _book(found, [each for each, _ in mine]), found.root)
        for partner, mine in by_partner(wanted)
    )


def _nobody(found: Made, asked: Asked) -> str:
    """What stands in no partner's workbook; empty where all does."""
    left = [each.action.id for each in found.log if each.action.open and asked.wants(each) and each.addressee is None]
    told = f"in no workbook, as they have no owner on record who can be written to: {', '.join(left)}"
    return f"{told}; cdrp actions --by partner says why" if left else ""


def _book(found: Made, shown: Iterable[Logged]) -> bytes:
    kept = tuple(shown)
    now = kept_at(found.root)
    cells = [asked_about(each) for each in kept]
    lines = [{**each, **_FILLED_IN, "stamp": stamp(ACTIONS, each["ref"], each, now)} for each in cells]
    whose = f" of {found.subject.name}" if found.subject.name else ""
    title = f"Actions{whose}, {say(found.dates.as_of)}"
    return made("xlsx", ACTIONS, lines, title, notes=how_to_answer(found.subject, found.dates, kept))
