"""`data/partners.yaml`: the partner bodies and the posts through which they take part."""

from __future__ import annotations

from typing import Literal

from cdrp_cli.core.dates import Period
from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import DataSetId, OneOrMore, PartialDay, PartnerId, PostId, Rows, Slug, Text

PartnerKind = Literal[
    "district-council", "county-council", "unitary-council", "metropolitan-council", "london-borough-council",
    "common-council", "welsh-council", "police-force", "police-authority", "fire-and-rescue-authority",
    "primary-care-trust", "clinical-commissioning-group", "integrated-care-board", "health-authority",
    "local-health-board", "local-probation-board", "probation-provider", "police-and-crime-commissioner",
    "mayors-office-for-policing-and-crime", "combined-authority", "parish-council", "nhs-trust", "school", "college",
    "housing-provider", "voluntary", "business", "faith", "prosecution", "court", "youth-offending-team", "other",
]  # fmt: skip


class Holder(Record):
    """Who holds a post, and since when; for members' papers only."""

    name: Text = told("Name", "The post-holder's name; never contact details.", example="(name)", see=MEMBERS)
    from_: PartialDay | None = told(
        "From", "The first day in post.", example="2023-01-09", see=MEMBERS, default=None, key="from"
    )
    until: PartialDay | None = told(
        "Until", "The first day no longer in post.", example="2025-04-01", see=MEMBERS, default=None
    )

    @property
    def life(self) -> Period:
        """The days in post."""
        return Period(self.from_, self.until)


class Post(Record):
    """A post in a partner body; the partnership works with posts, not with people."""

    id: Slug = told("Id", "Short id, unique in the partner.", example="chief-executive", see=PUBLIC)
    title: Text = told("Title", "The post's title.", example="Chief Executive", see=PUBLIC)
    senior: bool | None = told(
        "Senior",
        "Whether it is a senior position in its organisation; left out means not said.",
        example=True,
        see=PUBLIC,
        default=None,
    )
    elected: bool | None = told(
        "Elected", "Whether it is held by an elected member.", example=True, see=PUBLIC, default=None
    )
    executive: bool | None = told(
        "Executive",
        "Whether the elected member sits on the council's executive.",
        example=True,
        see=PUBLIC,
        default=None,
    )
    responsible_for_community_safety: bool | None = told(
        "Responsible for community safety",
        "Whether the elected member holds the community safety brief.",
        example=True,
        see=PUBLIC,
        default=None,
    )
    from_: PartialDay | None = told(
        "From", "The first day the post existed.", example="2019-05-01", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told(
        "Until", "The first day it no longer existed.", example="2025-04-01", see=PUBLIC, default=None
    )
    holders: Rows[Holder] | None = told(
        "Holders",
        "Who held it; an empty list, or a gap between holders, says that it was vacant.",
        example=[],
        see=MEMBERS,
        default=None,
    )

    @property
    def life(self) -> Period:
        """The days the post exists."""
        return Period(self.from_, self.until)


class InformationLead(Record):
    """The person named to help the sharing of information, by post."""

    post: PostId = told("Post", "The post named.", example="vale/safety-officer", see=PUBLIC)
    from_: PartialDay | None = told(
        "From", "The first day.", example="2021-06-01", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told("Until", "The first day no longer.", example="2025-04-01", see=PUBLIC, default=None)


class Arrangements(Record):
    """The days on which something is said to hold."""

    from_: PartialDay | None = told(
        "From", "The first day.", example="2025-05-20", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told("Until", "The first day no longer.", example="2026-05-19", see=PUBLIC, default=None)

    @property
    def life(self) -> Period:
        """The days on which it holds."""
        return Period(self.from_, self.until)


class Partner(Entry):
    """A body that takes part; whether it is a responsible authority is worked out, never typed."""

    id: Slug = told("Id", "Short id, stable for ever.", example="vale", see=PUBLIC)
    name: Text = told("Name", "The body's full name.", example="Exampleshire Vale District Council", see=PUBLIC)
    kind: OneOrMore[PartnerKind] = told(
        "Kind", "What the body is in law; a list where it is two things.", example="district-council", see=PUBLIC
    )
    from_: PartialDay | None = told(
        "From", "The first day it existed.", example="1974-04-01", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told(
        "Until", "The first day it no longer existed.", example="2028-04-01", see=PUBLIC, default=None
    )
    succeeded_by: Rows[PartnerId] = told(
        "Succeeded by", "The bodies that took over.", example=["newshire"], see=PUBLIC, default=()
    )
    posts: Rows[Post] = told(
        "Posts",
        "The posts through which it takes part.",
        example=[{"id": "chief-executive", "title": "Chief Executive"}],
        see=PUBLIC,
        default=(),
    )
    information_lead: Rows[InformationLead] = told(
        "Information lead",
        "Who is named to help information sharing, by date.",
        example=[{"post": "vale/safety-officer"}],
        see=PUBLIC,
        default=(),
    )
    holds: Rows[DataSetId] = told(
        "Holds", "Data sets it holds where two councils could.", example=["la-asb"], see=PUBLIC, default=()
    )
    arrangements: Arrangements | None = told(
        "Arrangements",
        "For a probation provider: the days on which its arrangements under section 3 of the Offender Management"
        " Act 2007 make it a responsible authority.",
        example={"from": "2010-04-01"},
        see=PUBLIC,
        default=None,
    )
    no_community_safety_member: Arrangements | None = told(
        "No community safety member",
        "The days on which the council had no elected member responsible for community safety.",
        example={"from": "2025-05-20"},
        see=PUBLIC,
        default=None,
    )

    @property
    def life(self) -> Period:
        """The days the body exists."""
        return Period(self.from_, self.until)

    def post(self, name: str) -> Post | None:
        """The post of that id, or None."""
        return next((post for post in self.posts if post.id == name), None)
