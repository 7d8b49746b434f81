"""What an assessment and a plan must hold, by the keys of `covers`; the keys are closed for each kind of document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cdrp_cli.core.finding import Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.words import did_you_mean
from cdrp_cli.records.documents import Document, DocumentKind
from cdrp_cli.rules.rule import Case, DutyCase, rule
from cdrp_cli.rules.words import Gap, Inapplicable, Problem, Seen, Unknown, Word


class Section(Frozen):
    """One thing a document must hold: its key in `covers`, the duty that asks for it, and the duty's words.

    `what` completes "does not set out …"; `compares` where a first assessment has nothing earlier to compare with.
    """

    key: str
    duty: str
    title: str
    why: str
    what: str
    compares: bool = False

    def remedy(self, document: str) -> str:
        """What to write where it is missing."""
        return (
            f"write it into the {document}, then say at the document under covers where it stands: {self.key}: page 4"
        )


ASSESSMENT = (
    Section(
        "levels", "sa-content-levels",
        "The assessment analyses the levels and patterns of what the partnership must reduce.",
        "priorities that rest on no analysis are opinions.",
        "levels and patterns",
    ),
    Section(
        "changes", "sa-content-changes",
        "The assessment analyses how levels and patterns have changed since the one before.",
        "what is growing and what is shrinking decides where the effort goes.",
        "what has changed since the assessment before", compares=True,
    ),
    Section(
        "reasons", "sa-content-reasons",
        "The assessment analyses why things changed.",
        "without the reasons nobody knows whether the work or the weather did it.",
        "the reasons for the changes", compares=True,
    ),
    Section(
        "priorities", "sa-content-priorities",
        "The assessment states what the responsible authorities should prioritise.",
        "the plan must set out these priorities, so they have to be there to be taken over.",
        "what the responsible authorities should prioritise",
    ),
    Section(
        "public-priorities", "sa-content-public-priorities",
        "The assessment states what people who live and work in the area want prioritised.",
        "their priorities may differ from the authorities', and the law wants both on the page.",
        "what people in the area want prioritised",
    ),
    Section(
        "plan-progress", "sa-content-plan-progress",
        "The assessment judges how far the plan of the year before was carried out.",
        "a plan that is never looked back on promises nothing.",
        "how far the last plan was carried out", compares=True,
    ),
    Section(
        "county-matters", "sa-content-county-matters",
        "In a two-tier area the assessment sets out what to bring to the county strategy group.",
        "the county agreement is made from what the districts bring to it.",
        "what to bring to the county strategy group",
    ),
)  # fmt: skip
"""The sections of a strategic assessment (reg 7)."""

PLAN = (
    Section(
        "strategy", "plan-strategy",
        "The plan sets out the strategy.",
        "the strategy is what the authorities have a duty to carry out.",
        "the strategy",
    ),
    Section(
        "priorities", "plan-priorities",
        "The plan sets out the priorities that the assessment identified.",
        "a priority found and not planned for is lost.",
        "the priorities from the assessment",
    ),
    Section(
        "steps", "plan-steps",
        "The plan sets out what the authorities need to do.",
        "an authority can only be held to steps that are written down.",
        "what the authorities need to do",
    ),
    Section(
        "resources", "plan-resources",
        "The plan sets out how the authorities should allocate and deploy their resources.",
        "steps without people and money are wishes.",
        "how resources should be allocated and deployed",
    ),
    Section(
        "measures", "plan-measures",
        "The plan sets out how each authority will measure its success.",
        "without a measure nobody can say next year whether it worked.",
        "how each authority will measure success",
    ),
    Section(
        "engagement-steps", "plan-engagement-steps",
        "The plan sets out how the duties to consult, meet and publish will be met this year.",
        "the public meeting and the summary slip when no plan names them.",
        "how the engagement duties will be met this year",
    ),
    Section(
        "public-help", "plan-public-help",
        "The plan shows that the group considered how people in the area might help.",
        "much that keeps people safe is done by neighbours, traders and volunteers.",
        "how people in the area might help",
    ),
)  # fmt: skip
"""The sections of a partnership plan (England regs 11 and 13, Wales regs 9 and 11)."""

KEYS: Mapping[DocumentKind, tuple[str, ...]] = {
    "strategic-assessment": tuple(part.key for part in ASSESSMENT),
    "partnership-plan": tuple(part.key for part in PLAN),
    "information-sharing-protocol": ("s17a", "s115", "assessment-and-plan"),
    "community-safety-agreement": ("district-priorities", "other-joint-work"),
}
"""Every key that `covers` may have, by kind of document; a kind not named here has none."""


def section(case: DutyCase, part: Section, documents: Sequence[Document]) -> Iterator[Word]:
    """Whether one of the documents, the latest first, says where it holds the section.

    A document without `covers` says nothing; one that lists what it covers does not hold what is not listed.
    """
    for document in documents:
        if part.key in document.covers:
            yield Seen(document.at("covers", part.key), f"“{document.title}”, {document.covers[part.key]}")
            return
    latest = documents[0]
    if part.compares and case.period is not None and case.span.covers(case.version.from_):
        yield Inapplicable("a first assessment has nothing earlier to compare with")
    elif "covers" not in latest.model_fields_set:
        yield Unknown(latest.pointer, f"what “{latest.title}” holds is not on record: it has no list under covers")
    else:
        yield Gap(latest.at("covers"), f"“{latest.title}” does not set out {part.what}")


@rule("covers-unknown-key", severity=Severity.ERROR, per=Document)
def covers_unknown_key(document: Document, _case: Case) -> Iterator[Problem]:
    """What a document covers is listed under the keys of its kind.

    Why: each key stands for something the law asks of that document; under another name nothing sees it.
    Remedy: use the keys of the document's kind, or leave the line out.
    """
    known = KEYS.get(document.kind, ())
    kind = document.kind.replace("-", " ")
    for key in document.covers:
        if key not in known:
            hint = did_you_mean(key, known) or (f"the keys are {', '.join(known)}" if known else "leave covers out")
            yield Problem(
                document.at("covers", key), f"“{key}” names nothing that a {kind} covers", hint, subject=document.id
            )


RULES = (covers_unknown_key,)
