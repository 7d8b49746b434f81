"""The yearly strategic assessment: that it is made, what it considers, and what it holds (regs 5 to 7)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import legal_year
from cdrp_cli.records.documents import Document, Source
from cdrp_cli.rules.duties.area import county_applies
from cdrp_cli.rules.duties.contents import ASSESSMENT, Section, section
from cdrp_cli.rules.duties.group import DOCUMENTS, documents, when
from cdrp_cli.rules.rule import DutyCase, DutyJudge, DutyRule, duty
from cdrp_cli.rules.words import Gap, Late, Seen, Unknown, Word


@duty("sa-annual")
def annual(case: DutyCase) -> Iterator[Word]:
    """A strategic assessment is prepared in each year from 1 April to 31 March.

    Why: the plan is revised on what the assessment finds; an assessment every three years leaves two plans blind.
    Remedy: record the assessment with kind: strategic-assessment and the day it was made under dated.
    """
    made, open_ = _of_the_year(case)
    for assessment in made:
        yield Seen(assessment.pointer, f"“{assessment.title}”, {assessment.dated.say() if assessment.dated else ''}")
    if made:
        return
    yield from (_undated(assessment, case) for assessment in open_)
    if not open_:
        lack = f"no strategic assessment {'yet ' if case.running else 'was made '}{case.when}"
        yield Gap(DOCUMENTS, lack, absent="documents")
        yield from _made_late(case)


def _made_late(case: DutyCase) -> Iterator[Late]:
    """An assessment that says it is of the closed year and was made after it."""
    for assessment in documents(case, "strategic-assessment"):
        of_year = assessment.period is not None and assessment.governs().covers(case.span.last)
        dated = assessment.dated
        if of_year and dated is not None and case.span.last < dated.earliest <= case.as_of:
            yield Late(assessment.pointer, f"“{assessment.title}” was made late, {when(dated)}")


_HEADS: dict[Source, str] = {
    "responsible-authorities": "the responsible authorities",
    "co-operating-bodies": "the co-operating bodies",
    "other-partners": "the bodies invited to take part",
    "previous-plan": "the plan of the current year",
    "community": "people who live and work in the area",
}


@duty("sa-inputs")
def inputs(case: DutyCase) -> Iterator[Word]:
    """The assessment considers what each prescribed source supplied, or says that nothing came from it.

    Why: an assessment made from police figures alone misses what the other authorities and the public know.
    Remedy: list the sources at the assessment under considered, and those from which nothing came under none_received.
    """
    yield from _considered(case, _HEADS)


@duty("sa-inputs-scrutiny")
def inputs_scrutiny(case: DutyCase) -> Iterator[Word]:
    """The assessment considers what the scrutiny committee supplied, or says that nothing came from it.

    Why: the councillors who hold the partnership to account are to be heard before the priorities are set.
    Remedy: write scrutiny at the assessment under considered, or under none_received.
    """
    yield from _considered(case, {"scrutiny": "the scrutiny committee"})


def _considered(case: DutyCase, heads: dict[Source, str]) -> Iterator[Word]:
    made, open_ = _of_the_year(case)
    if not made:
        yield from _none(case, open_)
        return
    judged = made[0]
    if not {"considered", "none_received"} & judged.model_fields_set:
        yield Unknown(judged.pointer, f"what “{judged.title}” considered is not on record")
        return
    for head, what in heads.items():
        part = ("part", head)
        if any(head in assessment.considered for assessment in made):
            yield Seen(judged.at("considered"), f"information from {what}", part)
        elif any(head in assessment.none_received for assessment in made):
            yield Seen(judged.at("none_received"), f"nothing came from {what}", part)
        else:
            yield Gap(judged.at("considered"), f"“{judged.title}” does not show that it considered {what}", part=part)


def _content(ident: str, part: Section) -> DutyRule:
    """The judgement that the assessment of the year holds one section."""

    def judge(case: DutyCase) -> Iterator[Word]:
        made, open_ = _of_the_year(case)
        yield from section(case, part, made) if made else _none(case, open_)

    judged: DutyJudge = _for_county(judge) if part.key == "county-matters" else judge
    return DutyRule(ident, part.title, part.why, part.remedy("assessment"), judged)


def _for_county(judge: DutyJudge) -> DutyJudge:
    """The same, where there is a county strategy group to bring matters to."""

    def judged(case: DutyCase) -> Iterator[Word]:
        elsewhere = county_applies(case)
        yield from judge(case) if elsewhere is None else (elsewhere,)

    return judged


def _none(case: DutyCase, open_: tuple[Document, ...]) -> Iterator[Word]:
    """What is said of an assessment's contents where no assessment is surely of the year."""
    yield from (_undated(assessment, case) for assessment in open_)
    if not open_:
        lack = f"no strategic assessment {'yet ' if case.running else 'was made '}{case.when}"
        yield Gap(DOCUMENTS, lack, absent="documents", told_by="sa-annual")


def _of_the_year(case: DutyCase) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """The assessments surely made in the year judged, latest first, and those that may have been."""
    every = [(document, case.dated_within(document.dated)) for document in documents(case, "strategic-assessment")]
    made = [document for document, inside in every if inside]
    made.sort(key=lambda document: document.dated.earliest if document.dated else case.span.first, reverse=True)
    return tuple(made), tuple(document for document, inside in every if inside is None)


def _undated(assessment: Document, case: DutyCase) -> Unknown:
    year = legal_year(case.day).say()
    if assessment.dated is None:
        return Unknown(assessment.pointer, f"“{assessment.title}” has no date, so whether it is of {year} is not known")
    fact = f"“{assessment.title}” is dated {assessment.dated}, which does not tell whether it is of {year}"
    return Unknown(assessment.at("dated"), fact)


DUTIES = (annual, inputs, inputs_scrutiny, *(_content(part.duty, part) for part in ASSESSMENT))
