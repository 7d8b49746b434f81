"""What is written from catalogue, rules, cases and views: `python tests/paperwork.py` writes it anew.

The law and the checklist as they are stored for each run, docs/duties.md, docs/rules.md, what templates/README.md says
of the names that templates are given, and the examples that `cdrp explain` shows: of the cases of each rule the
shortest in which all is well and the shortest in which something is found, and of the gallery one piece for each
mistake in a record. A test fails where any of it is stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from casefiles import BASES, CaseFile, case_of, judged, lines
from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.hallmarks.checklist import as_json as checklist_as_json
from cdrp_cli.hallmarks.source import from_source
from cdrp_cli.law.catalogue import Catalogue, catalogue
from cdrp_cli.law.model import Duty
from cdrp_cli.law.sources import FAMILIES, from_sources
from cdrp_cli.law.stored import as_json
from cdrp_cli.output.examples import BAD, GOOD
from cdrp_cli.output.explain import not_verified
from cdrp_cli.output.history import versions
from cdrp_cli.output.law_words import NATIONS, known_by, spaced, time_of
from cdrp_cli.output.span import span
from cdrp_cli.output.table import Column, Table, escaped
from cdrp_cli.output.topics import is_stated, judgement
from cdrp_cli.rendering.template_check_given import Given, given_to
from cdrp_cli.rendering.template_check_sample import example_papers
from cdrp_cli.rules.duties.positions import NOTHING_TO_JUDGE
from cdrp_cli.rules.registry import DUTIES, RULES, STATED
from cdrp_cli.rules.rule import DutyRule, Rule
from errorgallery import AS_OF, Shown, broken, gallery

ROOT = Path(__file__).parents[1]
CASES = BASES.parent / "cases"
EXAMPLES = ROOT / "src" / "cdrp_cli" / "output" / "examples"
LAW = ROOT / "src" / "cdrp_cli" / "law" / "catalogue.json"
CHECKLIST = ROOT / "src" / "cdrp_cli" / "hallmarks" / "checklist.json"
_WRITTEN = "Written by `python tests/paperwork.py`, and held to it by a test: change the source, not this page."
_LAW = (
    "The law is that of England and Wales from 30 September 1998, read to {read_to}; how the catalogue was made, and"
    " what of it is not verified, is told in [law.md](law.md). `cdrp explain ID` tells more of each. This is no legal"
    " advice."
)
_RULES = (
    "Each rule has cases in `tests/rules/cases/`; `cdrp explain ID` shows a good record and one that falls short. What"
    " is wrong with a record before any rule runs is shown in [errors.md](errors.md)."
)
_GIVEN = "## What each template is given\n\n"
_NAMES = (
    "Written by `python tests/paperwork.py` from the views themselves, and held to them by a test. In brackets stands\n"
    "what the name before them holds in turn. `cdrp template check` holds your own templates to it."
)
PAPERS = ("agenda", "pack", "minutes", "report", "gap-report")
_LACKING = re.compile(r"^\S+ (?:not-met|partly-met|not-assessed|due|cannot-tell)\b", re.MULTILINE)


def papers() -> dict[Path, str]:
    """Every generated file with its text."""
    found = {LAW: as_json(from_sources()), CHECKLIST: checklist_as_json(from_source())}
    found |= {ROOT / "docs" / "duties.md": duties_page(), ROOT / "docs" / "rules.md": rules_page()}
    found |= {ROOT / "templates" / "README.md": templates_page()}
    for rule in (*RULES, *DUTIES):
        for kind, text in chosen(rule).items():
            found[EXAMPLES / rule.id / f"{kind}.txt"] = text
    for ident, shown in slips().items():
        found[EXAMPLES / ident / "slip.txt"] = _slip(ident, shown)
    return found


def templates_page() -> str:
    """The page on templates, its last part with the names that each is given."""
    before, heading, _ = (ROOT / "templates" / "README.md").read_text(encoding="utf-8").partition(_GIVEN)
    parts = ["\n".join([f"### {each.paper}.md.j2", "", *_names(each)]) for each in given_to(example_papers(), PAPERS)]
    return f"{before}{heading}" + "\n\n".join([_NAMES, *parts]) + "\n"


def _names(given: Given) -> Iterator[str]:
    if given.whole:
        yield f"- printed whole: {given.whole}"
    for name in given.names:
        if name.inside:
            yield f"- {name.said}: {name.inside}"
    if given.members:
        yield f"- in the example filled in for members only: {given.members}"


def slips() -> dict[str, Shown]:
    """The mistakes that no rule finds, each with the piece of the gallery that shows it best."""
    rules = {rule.id for rule in (*RULES, *DUTIES)}
    pieces = sorted(gallery(), key=lambda shown: (shown.folder.name not in shown.rules, shown.folder.name))
    found: dict[str, Shown] = {}
    for shown in sorted(pieces, key=lambda shown: len(shown.rules)):
        for ident in shown.rules:
            if ident not in rules:
                found.setdefault(ident, shown)
    return dict(sorted(found.items()))


def _slip(ident: str, shown: Shown) -> str:
    """The broken lines, and what is said of the first of them."""
    told = next(block for block in shown.expected.split("\n\n") if block.partition("\n")[0].endswith(f" {ident}"))
    _, message, *rest = told.split("\n")
    helped = next((line.strip() for line in rest if line.startswith("  help: ")), "")
    records = "".join(f"=== {name}\n{text}\n" for name, text in broken(shown))
    return f"# {shown.title}.\nas-of: {AS_OF}\n{records}=== expect\n{message.strip()}\n{helped}".rstrip() + "\n"


def duties_page() -> str:
    """The whole catalogue, a part for each family of duties."""
    law = catalogue()
    parts = [
        "# The duties, powers and structures of the law",
        f"{_WRITTEN} {_LAW.format(read_to=say(law.read_to))}",
    ]
    for family in FAMILIES:
        parts.append(f"## {spaced(family).capitalize()}")
        for duty in (each for each in law.duties.values() if each.family == family):
            parts += _duty(law, duty)
    return "\n\n".join(parts) + "\n"


def _duty(law: Catalogue, duty: Duty) -> Iterator[str]:
    yield f"### {duty.id}"
    kind = f"A {duty.kind}{', binds others' if duty.binds == 'others' else ''}"
    yield f"{escaped(duty.title)}. {kind}. Bound: {spaced(duty.bound)}. Time: {time_of(duty)}. {_judged(duty)}."
    last = {known_by(each[-1]): None for nation in NATIONS if (each := duty.versions(nation))}
    rows = f"; checklist: {', '.join(duty.checklist)}" if duty.checklist else ""
    doubts = ", ".join(doubt.id for doubt in not_verified(law, duty))
    yield f"Known: {' / '.join(last)}{rows}{f'; not verified: {doubts}' if doubts else ''}."
    yield "\n".join(_versions(law, duty).markdown())


def _versions(law: Catalogue, duty: Duty) -> Table:
    tables = [versions(law, (duty,), nation) for nation in NATIONS]
    columns = (Column("nation"), *tables[0].columns[1:])
    rows = [(table.caption, *row[1:]) for table in tables for row in table.rows]
    return Table(duty.id, columns, tuple(rows))


def _judged(duty: Duty) -> str:
    if judgement(duty) is None:
        return f"Never judged: {NOTHING_TO_JUDGE[duty.id]}"
    return "Judged by a dated statement" if is_stated(duty) else "Judged from the records"


def rules_page() -> str:
    """Every rule, as its own docstring tells it."""
    parts = [
        "# The rules",
        f"{_WRITTEN} {_RULES}",
        "## Rules on records",
    ]
    for rule in RULES:
        parts += _rule(rule, f"Found as {rule.severity.word}, {rule.basis.value}.")
    parts.append("## Judgements on duties, from the records")
    for duty in DUTIES:
        parts += _rule(duty, f"Judges the duty of that id in [duties.md](duties.md#{duty.id}).")
    parts += ["## Judgements on duties, by a dated statement", f"{STATED[0].title} Why: {escaped(STATED[0].why)}"]
    parts.append("\n".join(f"- [{rule.id}](duties.md#{rule.id})" for rule in STATED))
    parts.append("## Nothing to judge")
    parts.append("\n".join(f"- {ident}: {why}" for ident, why in NOTHING_TO_JUDGE.items()))
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule | DutyRule, found: str) -> Iterator[str]:
    yield f"### {rule.id}"
    yield f"{escaped(rule.title)} {found}"
    yield f"- Why: {escaped(rule.why)}\n- Remedy: {escaped(rule.remedy)}"


def chosen(rule: Rule | DutyRule) -> dict[str, str]:
    """The rule's cases that ship: the shortest that shows a record in which all is well, and one that falls short."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((CASES / rule.id).glob("*.txt"))]
    good = [text for text in texts if _all_well(text, rule)]
    bad = [text for text in texts if _falls_short(text, rule)]
    sound = (text for text in sorted(good, key=_weight) if _is_sound(text))
    picked = {GOOD: next(sound, min(good, key=_weight, default=None)), BAD: min(bad, key=_weight, default=None)}
    return {kind: _with_record(text, rule) for kind, text in picked.items() if text is not None}


def _with_record(text: str, rule: Rule | DutyRule) -> str:
    """The case, with the records of its base that bear it out where it has none of its own."""
    if "\n=== data/" in text:
        return text
    case = case_of(text)
    head, _, told = text.partition("\n=== expect\n")
    for name, shown in _evidence(case, rule).items():
        head += f"\n=== {name}\n{shown.rstrip()}"
    return f"{head}\n=== expect\n{told}"


def _evidence(case: CaseFile, rule: Rule | DutyRule) -> dict[str, str]:
    """The files in which the rule saw what it wants: only the entry where the verdict is the same with it alone."""
    loaded, report = judged(case.files, case.as_of)
    shown = [each.at for row in report.duties if row.duty == rule.id for each in row.evidence]
    found: dict[str, str] = {}
    for at in shown:
        if isinstance(at, Pointer) and at.file not in found:
            source = loaded.sources[at.file]
            first, last = span(source, at.path[:2])
            entry = "\n".join([f"{at.path[0]}:", *source.text.split("\n")[first - 1 : last]]) + "\n"
            alone = replace(case, files={**case.files, at.file: entry.encode()})
            found[at.file] = entry if lines(alone, rule.id) == case.expect else source.text
    return found


def _is_sound(text: str) -> bool:
    """Whether nothing is wrong with the records of the case by any rule on records."""
    case = case_of(text)
    _, report = judged(case.files, case.as_of)
    return not any(found.basis is Basis.RECORD and found.severity > Severity.NOTE for found in report.findings)


def _expect(text: str) -> str:
    return text.partition("\n=== expect\n")[2]


def _all_well(text: str, rule: Rule | DutyRule) -> bool:
    told = _expect(text)
    if isinstance(rule, Rule):
        return not told.strip()
    return f" {rule.id}: " not in told and " met: " in told and _LACKING.search(told) is None


def _falls_short(text: str, rule: Rule | DutyRule) -> bool:
    told = _expect(text)
    found = re.search(rf" (?:error|warning|note) {rule.id}: ", told) is not None
    if isinstance(rule, Rule) or found:
        return found
    return _LACKING.search(told) is not None


def _weight(text: str) -> tuple[bool, bool, int]:
    """A case that shows a record comes first, then one that finds something grave, then the shorter."""
    records, _, told = text.partition("\n=== expect\n")
    grave = re.search(r" (?:error|warning) [a-z0-9-]+: ", told) or re.search(r"^\S+ not-met:", told, re.MULTILINE)
    return "\n=== " not in records, grave is None, len(text)


def main() -> None:
    """Writes what is stale, and takes away what no rule has any more."""
    # first: all else is written from these
    LAW.write_text(as_json(from_sources()), encoding="utf-8", newline="\n")
    CHECKLIST.write_text(checklist_as_json(from_source()), encoding="utf-8", newline="\n")
    wanted = papers()
    for path in EXAMPLES.rglob("*.txt"):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
