"""What the law asks of a partnership in England or Wales, and of whom, on any day since 30 September 1998.

The law is data (`duties/*.yaml`, `bodies.yaml`, `about.yaml`); `sources` reads and checks it, `stored` keeps what came
of that in `catalogue.json`, and `catalogue.catalogue()` loads that and answers for a day. `model` holds the values that
others see. How a duty is judged is for the rules.
"""
