"""Events to values with places, refusing what records must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cdrp_cli.yamltext.cut import alone, cut_by_hash
from cdrp_cli.yamltext.document import Map, Problem, Seq, Spot, Value
from cdrp_cli.yamltext.scalars import value_of
from cdrp_cli.yamltext.scan import HIDDEN, LIMIT_DEPTH, too_deep

_CONTAINERS = (MappingStartEvent, SequenceStartEvent)
_VALUES = (*_CONTAINERS, ScalarEvent, AliasEvent)
_CUT = re.compile(r"\s+#(.*)")


class RefusedError(Exception):
    """The text holds something that makes the rest meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Composer:
    """Builds one document's value from events; problems that spoil one value only are collected in `problems`."""

    def __init__(self, events: Iterator[Any], text: str) -> None:
        self._events = events
        self._lines = text.split("\n")
        self._hashed = {number for number, line in enumerate(self._lines) if "#" in line}
        self._flow = 0
        self._depth = 0
        self.problems: list[Problem] = []
        self.start: Spot = (1, 1)

    def document(self) -> Value:
        """The value of the only document; raises RefusedError where there is more, or none that can be read."""
        value: Value = None
        seen = False
        for event in self._events:
            if isinstance(event, DocumentStartEvent) and seen:
                self._refuse(
                    "two-documents", "a second document begins here", "keep one record in a file", _spot(event)
                )
            elif isinstance(event, _VALUES):
                seen = True
                self.start = _spot(event)
                value = self._value(event, self.start)
        return value

    def _value(self, event: Any, spot: Spot) -> Value:
        kind = type(event)
        if kind is AliasEvent or event.anchor is not None or event.ctag is not None:
            self._refuse_marks(event, spot)
        if kind is ScalarEvent:
            return self._scalar(event, spot)
        self._depth += 1
        if self._depth > LIMIT_DEPTH:
            raise RefusedError(too_deep(spot))
        self._flow += bool(event.flow_style)
        value = self._mapping(spot) if kind is MappingStartEvent else self._sequence(spot)
        self._flow -= bool(event.flow_style)
        self._depth -= 1
        return value

    def _refuse_marks(self, event: Any, spot: Spot) -> None:
        """Aliases, anchors and tags: what stands here would be something other than what is read here."""
        if isinstance(event, AliasEvent):
            self._refuse(
                "alias",
                "the * here refers to text elsewhere in the file",
                "write the text out in both places; where the * belongs to the text, put the text in quotes",
                spot,
            )
        if event.anchor is not None:
            self._refuse(
                "anchor",
                "the & here marks text for reuse elsewhere",
                "write the text out where it is used; where the & belongs to the text, put the text in quotes",
                spot,
            )
        if event.ctag is not None:
            self._refuse(
                "tag",
                "the ! here begins a tag, an instruction to a program",
                "delete it; where the ! belongs to the text, put the text in quotes",
                spot,
            )

    def _scalar(self, event: Any, spot: Spot) -> Value:
        text: str = event.value
        if not event.implicit[0]:
            if not text.isprintable() and HIDDEN.search(text):
                self._refuse(
                    "control-character",
                    "a code in this text, after a backslash, stands for a character that nobody sees",
                    "delete the code, or write the character itself",
                    spot,
                )
            return text
        if self._hashed and text and event.end_mark.line in self._hashed:
            self._look_for_cut(event)
        value, changes = value_of(text)
        if changes:
            fact = f"{text} is read as a number by other programs and would lose its form"
            self.problems.append(Problem("number-changes", fact, f'put it in quotes: "{text}"', spot))
        return value

    def _sequence(self, start: Spot) -> Seq:
        entries = Seq(start)
        value_of_event, items_at = self._value, entries.items_at
        for event in self._events:
            if type(event) is SequenceEndEvent:
                break
            mark = event.start_mark
            spot = mark.line + 1, mark.column + 1
            entries.append(value_of_event(event, spot))
            items_at.append(spot)
        return entries

    def _mapping(self, start: Spot) -> Map:
        entries = Map(start)
        value_of_event, keys_at, values_at = self._value, entries.keys_at, entries.values_at
        for event in self._events:
            if type(event) is MappingEndEvent:
                break
            mark = event.start_mark
            spot = mark.line + 1, mark.column + 1
            key = self._key(event, spot, entries)
            following = next(self._events)
            mark = following.start_mark
            at = mark.line + 1, mark.column + 1
            value = value_of_event(following, at)
            if value is None and following.value == "":
                at = spot  # nothing is written: the key stands for it
                if self._alone(event, following):
                    self.problems.append(alone(key, spot))
                    continue  # it is no key of the record
            entries[key] = value
            keys_at[key] = spot
            values_at[key] = at
        return entries

    def _key(self, event: Any, spot: Spot, entries: Map) -> str:
        if type(event) in _CONTAINERS:
            self._refuse(
                "key-not-text",
                "a list or mapping stands where a key belongs",
                "write a word and a colon; put a text that begins with a bracket in quotes",
                spot,
            )
        self._value(event, spot)
        key: str = event.value
        if key == "<<" and event.implicit[0]:
            self._refuse("merge-key", "<< copies keys from elsewhere", "write the keys out here", spot)
        if key in entries:
            first = entries.keys_at[key][0]
            self._refuse(
                "duplicate-key",
                f"{key!r} stands here and on line {first} already",
                "keep one of the two; the other would be lost",
                spot,
            )
        return key

    def _alone(self, event: Any, following: Any) -> bool:
        """Whether what stands as a key between braces has no colon of its own."""
        if not self._flow or not event.implicit[0]:
            return False
        line = self._lines[event.end_mark.line]
        colon = line[event.end_mark.column :].lstrip()[:1] == ":"
        return not colon and following.start_mark.line == event.end_mark.line

    def _look_for_cut(self, event: Any) -> None:
        """A plain text followed by ` #` has lost its rest to a comment."""
        end = event.end_mark
        found = _CUT.match(self._lines[end.line], end.column)
        if found is None or not (self._flow or (found[1] and not found[1][0].isspace() and found[1][0] not in "#!-=")):
            return
        self.problems.append(cut_by_hash((end.line + 1, found.start(1))))

    def _refuse(self, rule: str, message: str, help_: str, spot: Spot) -> None:
        raise RefusedError(Problem(rule, message, help_, spot, fatal=True))


def _spot(event: Any) -> Spot:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
