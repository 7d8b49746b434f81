"""A record as it is written, what became of it, and where it is cited: the officer's own view, exempt matter marked."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from cdrp_cli.core.dates import say
from cdrp_cli.core.words import counted
from cdrp_cli.output.actions_log import body_name, minute
from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import one_line, wrapped
from cdrp_cli.output.span import span
from cdrp_cli.output.view import View
from cdrp_cli.records.follow_up import citing
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.references import Reference
from cdrp_cli.records.resolve import Found, citations


def render(partnership: Partnership, found: Found, view: View, requirement: str = "") -> str:
    """The record in full; `requirement` is what the checklist asks, where it is a row of the checklist."""
    blocks = [_head(found, view, requirement), *_written(found, view)]
    if found.raised is not None:
        blocks.append(_heard(partnership, found, view))
    blocks += _handed_on(partnership, found, view)
    blocks.append(_cited(citations(partnership, found), view))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _head(found: Found, view: View, requirement: str) -> list[str]:
    lines = [Ink(view.colour).bold(line) for line in wrapped(f"{found.kind} {found.id}: {found.title}", view.width)]
    if requirement:
        lines += wrapped(requirement, view.width)
    if found.exempt is not None:
        lines += wrapped(f"EXEMPT, not for the public: {found.exempt.reason}", view.width)
    return lines


def _written(found: Found, view: View) -> Iterator[list[str]]:
    """The lines of the record, as the file has them, less the indentation they have in common."""
    for at in found.places:
        source = view.loaded.sources[at.file]
        first, last = span(source, at.path)
        column = view.place(at).column
        lines = source.text.split("\n")[first - 1 : last]
        lines[0] = " " * (column - 1) + lines[0][column - 1 :]
        text = dedent("\n".join(lines)).split("\n")
        yield [one_line(str(view.place(at))), *(f"  {one_line(line)}".rstrip() for line in text)]


def _heard(partnership: Partnership, found: Found, view: View) -> list[str]:
    """What later meetings heard of an action."""
    assert found.raised is not None  # noqa: S101 - asked for actions only
    updates = partnership.updates_of(found.raised)
    status = updates[-1].update.status if updates else "open"
    lines = wrapped(f"Now {status}; {counted(len(updates), 'update')} in later minutes.", view.width)
    for each in updates:
        due = f", due {each.update.due}" if each.update.due else ""
        text = f": {each.update.text}" if each.update.text else ""
        told = f"{view.place(each.pointer)}: {each.update.status}{due}{text}"
        lines += wrapped(told, view.width, "  ")
    return lines


def _handed_on(partnership: Partnership, found: Found, view: View) -> Iterator[list[str]]:
    """Of an item that was referred to another body, or put off: where it was taken up."""
    for minuted in partnership.business:
        if found.kind == "minute" and minuted.pointer in found.places:
            for outcome in minuted.item.outcomes:
                if isinstance(outcome, Decision) and outcome.verb in ("referred", "deferred"):
                    yield _way(partnership, minuted, outcome, view)


def _way(partnership: Partnership, minuted: Minuted, decision: Decision, view: View) -> list[str]:
    """Where one decision sent the item, and the places where it landed."""
    if decision.verb == "referred" and decision.to is None:
        told = "Referred, but to which body is not recorded: write to: with the id of the body."
        return wrapped(told, view.width)
    taken = list(_taken_up(partnership, minuted, decision))
    if not taken:
        met = _met(partnership, minuted, decision)
        return wrapped(f"{_where_to(partnership, decision)}: not taken up yet{met}.", view.width)
    lines = wrapped(f"{_where_to(partnership, decision)}, and taken up:", view.width)
    for each in taken:
        told = f"{minute(each)}, {say(each.meeting.date)}: {one_line(each.item.title)}"
        lines += wrapped(f"{view.place(each.pointer)}: {told}", view.width, "  ")
    return lines


def _taken_up(partnership: Partnership, minuted: Minuted, decision: Decision) -> Iterator[Minuted]:
    """The later items that go back to it: of the body it was referred to, or of its own where it was put off."""
    body = decision.to if decision.verb == "referred" else minuted.meeting.body
    for each in citing(partnership, minuted):
        if each.meeting.body == body and each.meeting.date >= minuted.meeting.date:
            yield each


def _where_to(partnership: Partnership, decision: Decision) -> str:
    if decision.to is not None and decision.verb == "referred":
        return f"Referred to the {body_name(partnership, decision.to)}"
    named = partnership.meeting(decision.until) if decision.until is not None else None
    return f"Put off to the meeting of {say(named.date)}" if named is not None else "Put off"


def _met(partnership: Partnership, minuted: Minuted, decision: Decision) -> str:
    """How often the body that it went to has met since without an item that goes back to it."""
    if decision.verb != "referred" or decision.to is None:
        return ""
    held = [each for each in partnership.meetings_of(decision.to) if each.status == "held"]
    since = [say(each.date) for each in held if each.date > minuted.meeting.date]
    return f"; it has met {counted(len(since), 'time')} since, first on {since[0]}" if since else ""


def _cited(cited: tuple[Reference, ...], view: View) -> list[str]:
    if not cited:
        return ["Cited nowhere."]
    lines = [Ink(view.colour).bold(f"Cited in {counted(len(cited), 'place')}")]
    for place, reference in sorted(((view.place(each.at), each) for each in cited), key=lambda pair: pair[0]):
        quoted = view.loaded.sources[place.file].text.split("\n")[place.line - 1].strip()
        mark = " (exempt or declared)" if reference.closed else ""
        lines += wrapped(f"{place}{mark}: {quoted}", view.width, "  ")
    return lines
