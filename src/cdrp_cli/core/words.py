"""Words for people: lists, counts and near misses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words most like `word`, best first; none when nothing is close."""
    from difflib import get_close_matches  # noqa: PLC0415 - most runs look for no near miss

    return tuple(get_close_matches(word, list(known), n=most, cutoff=0.6))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest words, or nothing when nothing is close."""
    found = nearest(word, known)
    return f"did you mean {either(found)}?" if found else ""


def either(words: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _joined(words, "or")


def both(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _joined(words, "and")


def counted(number: int, one: str, many: str = "") -> str:
    """`1 meeting`, `3 meetings`, `no meetings`; `many` where the plural is not formed with s."""
    if number == 1:
        return f"1 {one}"
    return f"{number or 'no'} {many or one + 's'}"


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
