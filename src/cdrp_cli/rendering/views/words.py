"""How papers name posts, bodies, owners and minutes: by their titles, never by an id or by who holds a post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.citation import Citation, Owner
from cdrp_cli.core.dates import say
from cdrp_cli.records.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Names:
    """The names that the records give to what papers speak of; what they do not know is called what it was called."""

    partnership: Partnership

    def itself(self, day: date) -> str:
        """The partnership's name on the day."""
        profile = self.partnership.profile
        return profile.name_on(day) if profile is not None else ""

    def partner(self, ident: str) -> str:
        """The partner's name."""
        found = self.partnership.partner(ident)
        return found.name if found is not None else ident

    def body(self, ident: str) -> str:
        """The body's name."""
        found = self.partnership.body(ident)
        return found.name if found is not None else ident

    def title(self, post: str) -> str:
        """The title of the post alone."""
        found = self.partnership.post(post)
        return found[1].title if found is not None else post

    def post(self, post: str | None) -> str:
        """`Chief Executive, Exampleshire Vale District Council`; empty for no post."""
        if post is None:
            return ""
        found = self.partnership.post(post)
        return f"{found[1].title}, {found[0].name}" if found is not None else post

    def owner(self, owner: Owner | None) -> str:
        """Who has to do it; empty where nobody is named."""
        if owner is None:
            return ""
        if owner.kind == "post":
            return self.post(owner.ident)
        if owner.kind == "words":
            return owner.ident
        name = self.body(owner.ident)
        return f"Chair of {the(name)}" if owner.kind == "chair" else name

    def cited(self, citation: Citation) -> str:
        """`Minute 95 of the CDRP Board, 26 April 2011`."""
        kind = "Minute" if citation.kind == "minute" else "Item"
        meeting = self.partnership.meeting(citation.meeting)
        where = f"{the(self.body(meeting.body))}, {say(meeting.date)}" if meeting is not None else citation.meeting
        return f"{kind} {citation.number} of {where}"


def the(name: str) -> str:
    """A body's name inside a sentence: `the Partnership Board`."""
    return f"t{name[1:]}" if name.startswith("The ") else f"the {name}"


def letter(number: int) -> str:
    """The letter of a recommendation, counted from 1: `a`, `b`, after `z` `aa`."""
    more, last = divmod(number - 1, 26)
    return (letter(more) if more else "") + chr(ord("a") + last)
