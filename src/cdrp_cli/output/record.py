"""A record as it is written, what became of it, and where it is cited: the officer's own view, exempt matter marked."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from cdrp_cli.core.words import counted
from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import one_line, wrapped
from cdrp_cli.output.span import span
from cdrp_cli.output.view import View
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.references import Reference
from cdrp_cli.records.resolve import Found, citations


def render(partnership: Partnership, found: Found, view: View, requirement: str = "") -> str:
    """The record in full; `requirement` is what the checklist asks, where it is a row of the checklist."""
    blocks = [_head(found, view, requirement), *_written(found, view)]
    if found.raised is not None:
        blocks.append(_heard(partnership, found, view))
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


def _cited(cited: tuple[Reference, ...], view: View) -> list[str]:
    if not cited:
        return ["Cited nowhere."]
    lines = [Ink(view.colour).bold(f"Cited in {counted(len(cited), 'place')}")]
    for place, reference in sorted(((view.place(each.at), each) for each in cited), key=lambda pair: pair[0]):
        quoted = view.loaded.sources[place.file].text.split("\n")[place.line - 1].strip()
        mark = " (exempt or declared)" if reference.closed else ""
        lines += wrapped(f"{place}{mark}: {quoted}", view.width, "  ")
    return lines
