"""What `cdrp explain` says, for other programs, `cdrp-explain/1`: fields may be added, none renamed."""

from __future__ import annotations

from typing import Any

from cdrp_cli.hallmarks import ChecklistRow
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.lineage import lineage
from cdrp_cli.law.model import Duty, NotVerified
from cdrp_cli.output.examples import Example
from cdrp_cli.output.law_words import duty_data
from cdrp_cli.output.topics import Slip, is_data_set, is_stated, judgement, rows
from cdrp_cli.rules.duties.positions import NOTHING_TO_JUDGE
from cdrp_cli.rules.rule import Rule

FORMAT = "cdrp-explain/1"


def rule_explained(rule: Rule, shown: tuple[Example, ...], law: Catalogue) -> dict[str, Any]:
    """A rule on records."""
    return {
        **_head(law, rule.id, "rule", rule.title),
        "severity": rule.severity.word,
        "basis": rule.basis.value,
        "source": rule.source,
        "why": rule.why,
        "remedy": rule.remedy,
        "examples": [_example(each) for each in shown],
    }


def slip_explained(law: Catalogue, slip: Slip) -> dict[str, Any]:
    """A mistake in how a record is written."""
    return {**_head(law, slip.id, "mistake", slip.shown.title), "examples": [_example(slip.shown)]}


def duty_explained(
    law: Catalogue, duty: Duty, shown: tuple[Example, ...], doubts: tuple[NotVerified, ...]
) -> dict[str, Any]:
    """A duty, power or structure, or a data set."""
    rule = judgement(duty)
    return {
        **_head(law, duty.id, "data-set" if is_data_set(duty) else duty.kind, duty.title),
        "judged": None if rule is None else "statement" if is_stated(duty) else "records",
        "never_judged_because": NOTHING_TO_JUDGE.get(duty.id),
        "promise": rule.title if rule else None,
        "why": rule.why if rule else None,
        "remedy": rule.remedy if rule else None,
        "family": [duty_data(each) for each in lineage(law, duty)],
        "checklist": [
            {"ref": row.ref, "kind": row.kind, "requirement": row.requirement}
            for row in rows()
            if row.ref in duty.checklist or duty.id in row.duties
        ],
        "not_verified": [{"id": doubt.id, "text": doubt.text} for doubt in doubts],
        "examples": [_example(each) for each in shown],
    }


def row_explained(law: Catalogue, row: ChecklistRow) -> dict[str, Any]:
    """A row of the checklist."""
    return {
        **_head(law, row.ref, "checklist-row", row.requirement),
        "section": row.section,
        "hallmark": row.hallmark,
        "ground": row.kind,
        "answerable": row.answerable,
        "twins": list(row.twins),
        "source": row.source,
        "confidence": row.confidence,
        "note": row.note,
        "duties": [duty_data(law.duty(ident)) for ident in row.duties],
    }


def _head(law: Catalogue, ident: str, kind: str, title: str) -> dict[str, Any]:
    return {"format": FORMAT, "law_read_to": law.read_to.isoformat(), "id": ident, "kind": kind, "title": title}


def _example(example: Example) -> dict[str, Any]:
    return {
        "kind": example.kind,
        "title": example.title,
        "as_of": example.as_of.isoformat(),
        "records": [{"file": name, "text": text} for name, text in example.records],
        "told": list(example.told),
    }
