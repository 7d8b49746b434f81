"""The forward plan: what the days ahead hold, worked out from the records and from the duties as they stand."""
