"""The strategies of section 6 of the Crime and Disorder Act 1998: each subject in a plan or strategy in force."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.words import both
from cdrp_cli.records.documents import Document
from cdrp_cli.rules.duties.plan import no_plan
from cdrp_cli.rules.in_force import in_force
from cdrp_cli.rules.rule import DutyCase, DutyRule
from cdrp_cli.rules.words import Gap, Seen, Unknown, Word

_SUBJECTS = {
    "strategy-crime-disorder": (
        "crime and disorder",
        "it is the first thing the Act asks of the authorities together.",
    ),
    "strategy-substance-misuse": (
        "the misuse of drugs, alcohol and other substances",
        "much crime has its root there, and treatment and policing have to pull the same way.",
    ),
    "strategy-reoffending": ("re-offending", "most crime is committed by people who have been caught before."),
    "strategy-serious-violence": ("serious violence", "it is prevented early, by more authorities than the police."),
}


def _strategy(ident: str, name: str, why: str) -> DutyRule:
    """The judgement that a plan or a strategy in force covers the subject of the duty."""

    def judge(case: DutyCase) -> Iterator[Word]:
        yield from _covered(case, name)

    remedy = (
        "name the subject under subjects at the plan that covers it, or record a strategy of its own (kind: strategy)"
    )
    return DutyRule(ident, f"A strategy against {name} is in force.", why, remedy, judge, whole=True)


def _covered(case: DutyCase, name: str) -> Iterator[Word]:
    kinds = ("partnership-plan", "strategy")
    standing = in_force((each for each in case.partnership.documents if each.kind in kinds), case.day)
    subjects = frozenset[str](case.version.subjects)
    for document in standing.sure:
        if subjects.intersection(document.subjects):
            yield Seen(document.at("subjects"), f"“{document.title}” covers {name}")
            return
    open_ = _open(standing.open, standing.sure, subjects)
    if open_ is not None:
        yield open_
        return
    plans = [document for document in standing.sure if document.kind == "partnership-plan"]
    if not plans:
        yield from no_plan(case)
        return
    titles = both([f"“{plan.title}”" for plan in plans])
    yield Gap(
        plans[0].at("subjects"), f"{titles} does not cover {name}, and no strategy on record does", absent="documents"
    )


def _open(maybe: tuple[Document, ...], sure: tuple[Document, ...], subjects: frozenset[str]) -> Word | None:
    """Why it cannot be told: a document that may be in force, or one in force that does not say what it covers."""
    for document in maybe:
        if not document.subjects or subjects.intersection(document.subjects):
            return Unknown(document.pointer, f"whether “{document.title}” was in force that day is not known")
    for document in sure:
        if "subjects" not in document.model_fields_set:
            return Unknown(document.pointer, f"which subjects “{document.title}” covers is not on record")
    return None


DUTIES = tuple(_strategy(ident, name, why) for ident, (name, why) in _SUBJECTS.items())
