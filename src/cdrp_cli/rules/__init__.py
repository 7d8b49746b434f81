"""What is judged, and how: pure functions from records and law to words. The list of all rules is in `registry`.

Rooms: `duties` judges what the law asks; `holding` who has it in hand; `meetings` what the terms of reference ask;
`checklist` the answers to the Hallmarks; `records` whether records fit one another; `forward_plan` what comes next.
What several rooms ask (who is a responsible authority, what existed when) stands beside them.
"""
