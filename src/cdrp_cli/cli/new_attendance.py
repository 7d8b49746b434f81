"""Attendance as it is typed: `--present vale,police --apologies fire/area-commander=fire/station-manager`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import both, did_you_mean
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.lives import of_post

REST = ("present", "apologies", "absent")
"""What may be said of all members that are not named."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the attendance list."""

    post: str
    status: str
    substitute: str | None = None

    @property
    def written(self) -> dict[str, str]:
        """The line as it stands in a record."""
        return {"post": self.post, "status": self.status} | ({"substitute": self.substitute} if self.substitute else {})


@dataclass(frozen=True, slots=True)
class Members:
    """Who sits on the body that day, and who of them is not on the attendance list yet."""

    meeting: Meeting
    partnership: Partnership
    name: str
    all: tuple[str, ...]
    left: tuple[str, ...]

    def rows(self, said: Mapping[str, str | None], rest: str | None) -> tuple[Row, ...]:
        """The lines to add, members in the order of their seats; CdrpError for whom nobody can tell, or told twice."""
        named: dict[str, Row] = {}
        for status, words in said.items():
            for row in self._read(status, words):
                if row.post in named:
                    raise CdrpError(f"{row.post} is named twice: as {named[row.post].status} and as {row.status}")
                named[row.post] = row
        for row in named.values():
            if row.substitute in named:
                raise CdrpError(f"{row.substitute} is named twice: as substitute of {row.post} and for itself")
        if rest is not None:
            named |= {post: Row(post, rest) for post in self.left if post not in named}
        members = [named[post] for post in self.all if post in named]
        return (*members, *(row for post, row in named.items() if post not in self.all))

    def _read(self, status: str, words: str | None) -> Iterator[Row]:
        option = f"--{status}"
        for word in (each.strip() for each in (words or "").split(",") if each.strip()):
            who, equals, other = (part.strip() for part in word.partition("="))
            if equals and status not in ("apologies", "absent"):
                raise CdrpError(f"{option} {word}: a substitute comes for a member who does not: use --apologies")
            post = self._there(option, who) if status == "in-attendance" else self._member(option, who)
            if any(row.post == post for row in self.meeting.attendance):
                raise CdrpError(f"{option}: {post} is on the attendance list already: change the line there")
            substitute = self._there(option, other) if equals else None
            if substitute == post:
                raise CdrpError(f"{option}: {post} cannot be its own substitute")
            yield Row(post, status, substitute)

    def _member(self, option: str, word: str) -> str:
        """The member's post, written out or as the partner with one seat."""
        if word in self.all:
            return word
        own = [post for post in self.all if post.startswith(f"{word}/")]
        if len(own) == 1:
            return own[0]
        if own:
            raise CdrpError(f"{option}: {word} has {len(own)} seats on {self.name}: name the posts, {both(own)}")
        partners = [post.partition("/")[0] for post in self.all]
        hint = did_you_mean(word, [*partners, *self.all]) or (
            "who else was there is named with --in-attendance, who came for a member behind the member: MEMBER=POST"
        )
        raise CdrpError(f"{option}: {word!r} had no seat on {self.name} on {say(self.meeting.date)}; {hint}")

    def _there(self, option: str, word: str) -> str:
        """A post that existed that day, member or not."""
        found = self.partnership.post(word)
        if found is None:
            posts = [f"{partner.id}/{post.id}" for partner in self.partnership.partners for post in partner.posts]
            hint = did_you_mean(word, posts) or "write the partner and the post: vale/chief-executive"
            raise CdrpError(f"{option}: there is no post {word!r}; {hint}")
        why = next((why for life in of_post(*found) if (why := life.outside(self.meeting.date))), "")
        if why:
            raise CdrpError(f"{option}: {word} cannot have been there on {say(self.meeting.date)}: {why}")
        return word
