"""`cdrp explain`: what an id stands for, why, what the law says of it and since when, what would satisfy it."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.words import both
from cdrp_cli.hallmarks import ChecklistRow
from cdrp_cli.law.catalogue import Catalogue, catalogue
from cdrp_cli.law.lineage import lineage
from cdrp_cli.law.model import Duty, NotVerified, Version
from cdrp_cli.output.examples import GOOD, Example, examples, stated
from cdrp_cli.output.explain_data import duty_explained, row_explained, rule_explained, slip_explained
from cdrp_cli.output.history import read_to, versions
from cdrp_cli.output.law_words import NATIONS, duration, known_by, last_day, spaced, time_of
from cdrp_cli.output.sheet import Block, Heading, Line, Record, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.topics import DATA, Slip, is_data_set, is_stated, judgement, rows, topic
from cdrp_cli.output.words import NO_ADVICE
from cdrp_cli.rules.duties.positions import NOTHING_TO_JUDGE
from cdrp_cli.rules.rule import Rule

_DUTIES = (Column("duty"), Column("nation"), Column("from"), Column("to"), Column("source"))


def explained(ident: str) -> Sheet:
    """All there is to say of the id; UnknownIdError with the nearest where nothing answers to it."""
    found, law = topic(ident), catalogue()
    if isinstance(found, Rule):
        return Sheet((*_rule(found), *_foot(law)), rule_explained(found, examples(found.id), law))
    if isinstance(found, Duty):
        shown = examples_of(found)
        doubts = not_verified(law, found)
        return Sheet((*duty_blocks(law, found), *_foot(law)), duty_explained(law, found, shown, doubts))
    if isinstance(found, Slip):
        return Sheet((*_slip(found), *_foot(law)), slip_explained(law, found))
    return Sheet((*_row(law, found), *_foot(law)), row_explained(law, found))


def examples_of(duty: Duty) -> tuple[Example, ...]:
    """The good record and the one that falls short for a duty."""
    return stated(duty) if is_stated(duty) else examples(duty.id)


def not_verified(law: Catalogue, duty: Duty) -> tuple[NotVerified, ...]:
    """What of the law was not read or checked and touches the duty."""
    return tuple(doubt for doubt in law.not_verified if duty.id in doubt.duties)


def _rule(rule: Rule) -> Iterator[Block]:
    yield Heading(f"{rule.id}: {rule.title}", 1)
    yield Line("a rule on records", "kind")
    yield Line(f"{rule.severity.word}, as a rule ({rule.basis.value})", "found as")
    if rule.source:
        yield Line(rule.source, "source")
    yield Line(rule.why, "why")
    yield Line(rule.remedy, "remedy")
    if rule.needs:
        yield Line(f"only where all records of {both(list(rule.needs))} could be read", "judged")
    yield from _examples(examples(rule.id))


def _slip(slip: Slip) -> Iterator[Block]:
    yield Heading(f"{slip.id}: {slip.shown.title}", 1)
    yield Line("a mistake in how a record is written, found before its facts are judged", "kind")
    for name, text in slip.shown.records:
        yield Record(name, text)
    for told in slip.shown.told:
        yield Line(told.removeprefix("help: "), "help" if told.startswith("help: ") else "told")


def duty_blocks(law: Catalogue, duty: Duty) -> Iterator[Block]:
    """What there is to say of a duty, without the foot."""
    yield Heading(f"{duty.id}: {duty.title}", 1)
    others = ", which binds others than the partnership" if duty.binds == "others" else ""
    yield Line(f"a {duty.kind}{others}", "kind")
    if is_data_set(duty):
        yield Line(f"{duty.id.removeprefix(DATA)}, as data/returns.yaml and holds name it", "data set")
    yield Line(spaced(duty.bound), "bound")
    yield Line(time_of(duty), "time")
    for asked in _latest(duty):
        yield from _asked(asked)
    yield from _judged(duty)
    for row in rows():
        if row.ref in duty.checklist or duty.id in row.duties:
            yield Line(f"{row.ref} ({row.kind}): {row.requirement}", "checklist")
    for doubt in not_verified(law, duty):
        yield Line(doubt.text, "not verified")
    yield from _law(law, duty)
    yield from _examples(examples_of(duty))


def _latest(duty: Duty) -> tuple[tuple[str, Version], ...]:
    """The last version of each nation; one for both where they ask the same."""
    found = [(nation.title(), each[-1]) for nation in NATIONS if (each := duty.versions(nation))]
    same = len({(each.requirement, each.evidence, each.test, each.note) for _, each in found}) == 1
    if len(found) == 2 and same:
        return (("England and Wales", found[0][1]),)
    return tuple(found)


def _asked(asked: tuple[str, Version]) -> Iterator[Block]:
    nation, version = asked
    until = "" if version.until is None else f", {duration(version)}"
    yield Line(f"{version.requirement} ({nation}{until})", "asks")
    yield Line(version.evidence, "evidence")
    yield Line(version.test, "satisfied by")
    yield Line(f"{known_by(version)}", "confidence")
    if version.holders:
        yield Line(", ".join(spaced(kind) for kind in version.holders), "held by")
    if version.note:
        yield Line(version.note, "note")


def _judged(duty: Duty) -> Iterator[Block]:
    rule = judgement(duty)
    if rule is None:
        yield Line(f"never: {NOTHING_TO_JUDGE.get(duty.id, 'nobody can meet or fail it')}", "judged")
        return
    how = "by a dated statement in data/positions.yaml" if is_stated(duty) else "from the records"
    yield Line(f"{how}: {rule.title}", "judged")
    yield Line(rule.why, "why")
    yield Line(rule.remedy, "remedy")


def _law(law: Catalogue, duty: Duty) -> Iterator[Block]:
    """The whole family of the duty in each nation, and where its text was read."""
    family = lineage(law, duty)
    for nation in NATIONS:
        table = versions(law, family, nation)
        yield Heading(f"In the law of {nation.title()}")
        yield table if table.rows else Line("Not part of it.")
        sources = dict.fromkeys(source for version in duty.versions(nation) for source in version.sources)
        for source in sources:
            yield Line(source, "read at")
    if duty.gap:
        yield Line(duty.gap, "gap")


def _examples(shown: tuple[Example, ...]) -> Iterator[Block]:
    for example in shown:
        yield Heading("A good record" if example.kind == GOOD else "A record that falls short")
        yield Line(f"{example.title} As of {say(example.as_of)}:")
        for name, text in example.records:
            yield Record(name, text) if text.strip() else Line(f"nothing on record in {name}")
        for told in example.told:
            yield Line(told, "told")
        if not example.told:
            yield Line("nothing is found", "told")


def _row(law: Catalogue, row: ChecklistRow) -> Iterator[Block]:
    yield Heading(f"{row.ref}: {row.requirement}", 1)
    yield Line(f"a row of the Hallmarks checklist, {'on law' if row.kind == 'statutory' else 'advice'}", "kind")
    yield Line(f"{spaced(row.section)}{f', {row.hallmark}' if row.hallmark else ''}", "section")
    if not row.answerable:
        yield Line("it asks for nothing that could be met", "answer")
    if row.twins:
        yield Line(both(list(row.twins)), "asks the same as")
    yield Line(f"{row.source} ({row.confidence})", "source")
    if row.note:
        yield Line(row.note, "note")
    if row.duties:
        yield Heading("The duties behind it")
        yield Table("duties", _DUTIES, tuple(_spans(law, row)))


def _spans(law: Catalogue, row: ChecklistRow) -> Iterator[tuple[str, ...]]:
    """From when to when each duty behind the row is in force, in each nation."""
    for ident in row.duties:
        for nation in NATIONS:
            every = law.duty(ident).versions(nation)
            if every:
                yield ident, nation.title(), every[0].from_.isoformat(), last_day(every[-1]), every[-1].citation


def _foot(law: Catalogue) -> Iterator[Block]:
    yield Line(f"{read_to(law)} {NO_ADVICE}")
