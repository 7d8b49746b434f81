"""cdrp: a crime and disorder reduction partnership's records in git, checked against the law of the day."""

__version__ = "0.1.0"
