"""References as people write them: `(12 a)`, `12A`, `12.a` and `12a[1]` are all the row 12a."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cdrp_cli.core.words import either, nearest
from cdrp_cli.exchange.grid import Doubt
from cdrp_cli.exchange.layout import Layout

_MARK = re.compile(r"(?:\[\w{1,3}\]|[*†‡§¶#]|[\u00b9\u00b2\u00b3\u2070-\u2079])+\s*$")
_WORD = re.compile(r"^\W*(?:row|ref|reference|no|number)\b[\s.:]*", re.IGNORECASE)
_LEADING = re.compile(r"\W*(\d{1,3}\s*[.\-]?\s*\(?\s*[a-z])(?![a-z])", re.IGNORECASE)


def squeezed(text: str) -> str:
    """The letters and digits of a reference, in small, without a footnote's mark and without leading noughts."""
    bare = _WORD.sub("", _MARK.sub("", text.strip()))
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[\W_]+", "", bare).lower())


def leading(text: str) -> str:
    """The reference that a text begins with, as in `2 a) The group must …`; empty where there is none."""
    found = _LEADING.match(text)
    return found[1] if found else ""


def understood(text: str, known: Iterable[str]) -> str | None:
    """The one known reference that is meant; None where there is none, or more than one."""
    refs = list(known)
    if text in refs:
        return text
    found = [ref for ref in refs if squeezed(ref) == squeezed(text)]
    return found[0] if len(found) == 1 else None


def unknown(where: str, text: str, known: Iterable[str], layout: Layout) -> Doubt:
    """What is said of a reference that nobody knows, with the nearest rows."""
    refs, number = list(known), re.match(r"\d+", squeezed(text))
    near = [ref for ref in refs if number and re.fullmatch(rf"{number[0]}[a-z]", ref)] or nearest(squeezed(text), refs)
    remedy = f"did you mean {either(near)}?" if near else f"{layout.again} writes each with its reference"
    return Doubt(where, f"{' '.join(text.split())!r} is no {layout.row}", remedy)
