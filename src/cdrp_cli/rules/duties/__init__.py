"""Judgements on the duties of the law: one function for each duty, by family."""
