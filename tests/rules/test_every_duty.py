"""No duty of the catalogue is left to chance: a rule judges it, or a dated statement, or there is nothing to judge."""

from __future__ import annotations

from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.rules.duties.positions import NOTHING_TO_JUDGE
from cdrp_cli.rules.registry import DUTIES, STATED

JUDGED_FROM_RECORDS = """
    sg-exists sg-each-authority-represented sg-senior-representative sg-elected-member sg-chair-arrangements
    sg-skills-review sg-two-members sg-probation-joint-appointee sg-value-for-money
    isp-protocol isp-comply isp-liaison
    data-police-incidents data-police-crimes data-fire-fires data-fire-hoax-calls data-la-road-collisions
    data-la-school-exclusions data-la-racial-incidents data-la-asb data-health-admissions data-health-domestic-abuse
    data-health-mental-drug-counts data-health-ambulance data-quarterly
    sa-annual sa-inputs sa-inputs-scrutiny sa-content-levels sa-content-changes sa-content-reasons
    sa-content-priorities sa-content-public-priorities sa-content-plan-progress sa-content-county-matters
    csg-exists csg-membership-2007 csg-two-members csa-annual csa-content csa-copy-to-lpb
    plan-exists plan-revised-yearly plan-considers-assessment plan-strategy-three-year plan-strategy plan-priorities
    plan-steps plan-resources plan-measures plan-engagement-steps plan-public-help plan-summary-published
    plan-copy-to-lpb
    strategy-crime-disorder strategy-substance-misuse strategy-reoffending strategy-serious-violence
    engage-views engage-representative engage-regard-other
    public-meeting-yearly public-meeting-senior public-meeting-publicise
    scrutiny-committee scrutiny-meets-yearly scrutiny-information scrutiny-response
    report-to-home-secretary report-to-local-policing-body
    sv-strategy combination-agreement
""".split()  # noqa: SIM905 - reads better
"""What must be judged from the records, never by what the partnership says of itself."""

RULED = {rule.id for rule in DUTIES}
SAID = {rule.id for rule in STATED}


def test_every_duty_is_judged_in_one_way_or_has_nothing_to_judge() -> None:
    every = set(catalogue().duties)
    ways = [RULED, SAID, set(NOTHING_TO_JUDGE)]
    assert every == set.union(*ways)
    assert sum(len(way) for way in ways) == len(every)


def test_what_records_can_show_is_judged_from_them() -> None:
    assert set(JUDGED_FROM_RECORDS) - RULED == set()


def test_powers_are_never_judged() -> None:
    powers = {duty.id for duty in catalogue().duties.values() if duty.kind == "power"}
    assert powers & (RULED | SAID) == set()
    assert powers <= set(NOTHING_TO_JUDGE)


def test_what_has_nothing_to_judge_says_why() -> None:
    assert all(reason for reason in NOTHING_TO_JUDGE.values())
    kinds = {catalogue().duty(ident).kind for ident in NOTHING_TO_JUDGE}
    assert kinds == {"power", "structure"}
