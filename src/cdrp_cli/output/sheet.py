"""What a command that lists has to say: headings, sentences, tables and pieces of records, in every format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import one_line, wrapped
from cdrp_cli.output.table import Table, csv_text, escaped


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a part; `level` 1 heads the whole."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, with a label before it where it answers a question: `why`, `remedy`."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Lines of a record, to be shown as they are written; `name` is their file."""

    name: str
    text: str


Block = Heading | Line | Record | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """The blocks in their order, and the same for programs as `data`; `dates` is the sentence on the days used."""

    blocks: tuple[Block, ...]
    data: Mapping[str, Any]
    dates: str = ""


def text(sheet: Sheet, width: int | None, *, colour: bool) -> str:
    """For people on a terminal, or piped: then nothing is wrapped."""
    ink = Ink(colour)
    lines: list[str] = []
    before: Block | None = None
    for block in sheet.blocks:
        if before is not None and _apart(before, block):
            lines.append("")
        lines += _text_of(block, width, ink)
        before = block
    return "".join(f"{line}\n" for line in lines)


def markdown(sheet: Sheet) -> str:
    """For papers and web pages."""
    return "\n\n".join("\n".join(part) for part in _paragraphs(sheet)) + "\n"


def render(sheet: Sheet, name: str, width: int | None = None, *, colour: bool = False) -> str:
    """The sheet in the format of that name."""
    written: Mapping[str, Callable[[], str]] = {
        "text": lambda: text(sheet, width, colour=colour),
        "json": lambda: json.dumps(sheet.data, ensure_ascii=False, indent=1) + "\n",
        "csv": lambda: csv_text(block for block in sheet.blocks if isinstance(block, Table)),
        "markdown": lambda: markdown(sheet),
    }
    return written[name]()


def _apart(before: Block, block: Block) -> bool:
    """Whether a blank line stands between the two: not after a heading, nor between sentences alike."""
    if isinstance(block, Heading):
        return True
    if isinstance(before, Heading):
        return False
    return not (isinstance(before, Line) and isinstance(block, Line) and bool(before.label) == bool(block.label))


def _text_of(block: Block, width: int | None, ink: Ink) -> list[str]:
    match block:
        case Heading():
            return [ink.bold(line) for line in wrapped(block.text, width)]
        case Line():
            return wrapped(block.text, width, "  " if block.label else "", f"{block.label}: " if block.label else "")
        case Record():
            return [f"  {block.name}", *(f"    {one_line(line)}".rstrip() for line in block.text.rstrip().split("\n"))]
        case Table():
            return block.text(width, ink)


def _paragraphs(sheet: Sheet) -> Iterator[list[str]]:
    """Sentences with labels that follow one another are one list."""
    listed: list[str] = []
    for block in sheet.blocks:
        if isinstance(block, Line) and block.label:
            listed.append(f"- {block.label}: {escaped(block.text)}")
            continue
        if listed:
            yield listed
            listed = []
        yield _paragraph(block)
    if listed:
        yield listed


def _paragraph(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * block.level} {escaped(block.text)}"]
        case Line():
            return [escaped(block.text)]
        case Record():
            return [f"{escaped(block.name)}:", "", "```yaml", *map(one_line, block.text.rstrip().split("\n")), "```"]
        case Table():
            return block.markdown()
