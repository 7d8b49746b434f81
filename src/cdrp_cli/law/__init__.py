"""What the law asks of a partnership in England or Wales, and of whom, on any day since 30 September 1998.

The law is data (`duties/*.yaml`, `bodies.yaml`, `about.yaml`); this package reads it and answers for a day.
`catalogue.catalogue()` loads it; `model` holds the values that others see. How a duty is judged is for the rules.
"""
