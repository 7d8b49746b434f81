"""One stretch of a text that an edit replaces: all before and after it stays as it was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_END = re.compile(r"\r\n|\r|\n")


class Stretch(NamedTuple):
    """The characters from `start` to before `stop`, counted in the text with single line feeds, and what replaces them.

    `new` has single line feeds too.
    """

    start: int
    stop: int
    new: str

    def moved(self, by: int) -> Stretch:
        """The same stretch in a text that has so many more characters in front."""
        return Stretch(self.start + by, self.stop + by, self.new)

    def applied(self, written: str) -> str:
        """The text with the stretch replaced; `written` has its own line ends, and new lines get those around them."""
        if "\r" not in written:
            return written[: self.start] + self.new + written[self.stop :]
        pairs = [found.end() for found in _END.finditer(written) if found[0] == "\r\n"]
        start, stop = _place(pairs, self.start), _place(pairs, self.stop)
        return written[:start] + self.new.replace("\n", _line_end(written, start)) + written[stop:]


def _place(pairs: list[int], index: int) -> int:
    """The place in the text as written: each carriage return with a line feed before it counted one."""
    starts = [end - number for number, end in enumerate(pairs, 1)]
    return index + bisect_right(starts, index)


def _line_end(written: str, start: int) -> str:
    """How the line ends where the stretch begins; the line before it, at the end of the file."""
    found = _END.search(written, start)
    return found[0] if found is not None else [*_END.findall(written)][-1]
