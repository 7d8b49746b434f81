"""What every other part speaks: places, findings, outcomes, days. Standard library only."""
