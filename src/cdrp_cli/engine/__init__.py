"""Judging: the engine chooses the law of the right day, runs the rules, and says what their words add up to."""

from cdrp_cli.engine.run import run

__all__ = ["run"]
