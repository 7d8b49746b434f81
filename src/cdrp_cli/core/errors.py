"""The few errors that a caller may want to catch."""

from __future__ import annotations


class CdrpError(Exception):
    """A request that cannot be carried out; its text is written for the person who asked."""


class UnknownIdError(CdrpError, KeyError):
    """An id that nothing answers to: `kind` in the field's words, and the nearest ids that do exist."""

    def __init__(self, kind: str, ident: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(ident)
        self.kind = kind
        self.ident = ident
        self.nearest = nearest

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"there is no {self.kind} {self.ident!r}{hint}"


class MisreadError(ValueError):
    """A text that is not what its place in a record asks for: the rule it breaks, the fact, the remedy."""

    def __init__(self, rule: str, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.help = help_
