"""How records name one another: minutes, items, actions, posts, bodies and owners."""

from __future__ import annotations

import re
from typing import Literal

from cdrp_cli.core.errors import MisreadError
from cdrp_cli.core.frozen import Frozen

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(rf"{SLUG}\Z", re.ASCII)
_POST = re.compile(rf"{SLUG}/{SLUG}\Z", re.ASCII)
_MEETING = re.compile(rf"\d{{4}}-\d\d-\d\d(?:-{SLUG})?\Z", re.ASCII)
_OWNER = re.compile(rf"(body|chair):({SLUG})\Z", re.ASCII)

OwnerKind = Literal["post", "body", "chair", "words"]


class Citation(Frozen):
    """A minute (`95 of 2025-07-22-board`) or an item not minuted (`item 5 of 2025-07-22-board`)."""

    kind: Literal["minute", "item"]
    number: str
    meeting: str

    @staticmethod
    def parse(text: str) -> Citation:
        """Splits at the last ` of `; the meeting may be a bare day where only one body met."""
        number, of, meeting = text.rpartition(" of ")
        kind: Literal["minute", "item"] = "item" if number.startswith("item ") else "minute"
        number = number.removeprefix("item ").strip()
        if not of or not number or _MEETING.match(meeting) is None:
            raise MisreadError(
                "not-a-reference",
                f"{text!r} does not cite a minute",
                "write the number and the meeting: 95 of 2025-07-22-board, or item 5 of 2025-07-22-board",
            )
        return Citation(kind, number, meeting)

    def __str__(self) -> str:
        """As it is written in a record."""
        prefix = "item " if self.kind == "item" else ""
        return f"{prefix}{self.number} of {self.meeting}"


class Owner(Frozen):
    """Who has to do it: a post, `body:ID`, `chair:BODY`, or plain words that link to nothing."""

    kind: OwnerKind
    ident: str

    @staticmethod
    def parse(text: str) -> Owner:
        """Any text is an owner; only the three forms link."""
        if _POST.match(text):
            return Owner("post", text)
        found = _OWNER.match(text)
        if found:
            return Owner("body" if found[1] == "body" else "chair", found[2])
        return Owner("words", text)

    def __str__(self) -> str:
        """As it is written in a record."""
        return f"{self.kind}:{self.ident}" if self.kind in ("body", "chair") else self.ident


def is_slug(text: str) -> bool:
    """Whether the text is written as an id is."""
    return _SLUG.match(text) is not None


def parse_slug(text: str) -> str:
    """An id: lower-case letters, digits and single hyphens."""
    if _SLUG.match(text) is None:
        raise MisreadError(
            "not-an-id", f"{text!r} is not an id", f"ids are lower-case words joined by hyphens: {_slugged(text)}"
        )
    return text


def parse_post(text: str) -> str:
    """`partner/post`."""
    if _POST.match(text) is None:
        raise MisreadError(
            "not-a-reference", f"{text!r} does not name a post", "write the partner and the post: vale/chief-executive"
        )
    return text


def parse_meeting(text: str) -> str:
    """A meeting's id, or a bare day where only one body met."""
    if _MEETING.match(text) is None:
        raise MisreadError(
            "not-a-reference",
            f"{text!r} does not name a meeting",
            "write its file name without .yaml: 2025-07-22-board",
        )
    return text


def parse_action(text: str) -> str:
    """`meeting/action`: the action's id in the meeting that raised it."""
    meeting, slash, action = text.partition("/")
    if not slash or _MEETING.match(meeting) is None or _SLUG.match(action) is None:
        raise MisreadError(
            "not-a-reference",
            f"{text!r} does not name an action",
            "write the meeting that raised it and its id: 2025-07-22-board/a1",
        )
    return text


def _slugged(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(words) or "partnership-board"
