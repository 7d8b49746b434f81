"""The closed vocabularies of the catalogue of law: what a duty, a body and a confidence may say."""

from __future__ import annotations

from typing import Literal, TypeAlias

Nation: TypeAlias = Literal["england", "wales"]

Kind: TypeAlias = Literal["duty", "power", "structure"]
"""Only a duty is judged or counted; a power permits, a structure is there or not."""

Bound: TypeAlias = Literal[
    "strategy-group",
    "responsible-authorities",
    "each-responsible-authority",
    "county-strategy-group",
    "council",
    "crime-and-disorder-committee",
    "data-holder",
    "specified-authorities",
    "relevant-bodies",
    "listed-authorities",
]
"""Whom the text binds. Where it names a narrower or wider circle, the duty's note says so."""

Binds: TypeAlias = Literal["partnership", "others"]
"""`others`: listed apart from the partnership's own duties, and never more than a warning."""

Time: TypeAlias = Literal[
    "legal-year",  # in each year from 1 April to 31 March (SI 2007/1830 reg 2), or with what is done in it
    "before-1-april",  # before each 1 April, for the year that begins with it
    "quarter",  # for each quarter, by the end of the next (SI 2007/1831 reg 3)
    "rolling-twelve-months",  # no more than twelve months from one to the next
    "one-month-after-year",  # within a month of the end of each reporting year
    "three-years",  # once for each relevant period of three years
    "28-days",  # within 28 days of the date of a report
    "date-requested",  # by the date that the request names
    "none",  # the text gives no time
]
"""How the text counts time."""

Trust: TypeAlias = Literal["read", "annotation", "secondary", "recalled", "inferred"]
"""How something is known, firmest first: the provision itself was read; the note of amendment in the Act's text;
another source; general knowledge not checked; deduced from what stands beside it."""

TRUST: tuple[Trust, ...] = ("read", "annotation", "secondary", "recalled", "inferred")

Subject: TypeAlias = Literal["crime-and-disorder", "substance-misuse", "reoffending", "serious-violence"]

Group: TypeAlias = Literal["responsible", "co-operating", "invited"]

Tier: TypeAlias = Literal["two-tier", "unitary", "london", "city-of-london", "metropolitan", "county"]
"""How local government is arranged in an English area; Wales has none."""

PartnerKind: TypeAlias = Literal[
    "district-council",
    "county-council",
    "unitary-council",
    "metropolitan-council",
    "london-borough-council",
    "common-council",
    "welsh-council",
    "police-force",
    "police-authority",
    "fire-and-rescue-authority",
    "primary-care-trust",
    "clinical-commissioning-group",
    "integrated-care-board",
    "health-authority",
    "local-health-board",
    "local-probation-board",
    "probation-provider",
    "parish-council",
    "nhs-trust",
    "school",
    "college",
    "housing-provider",
    "voluntary",
    "business",
    "faith",
    "prosecution",
    "court",
]
"""The partner kinds that a body of section 5 can be. Commissioners, mayor's offices and combined authorities are
not among them: section 5 never named them as such."""
