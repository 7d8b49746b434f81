"""What is judged, and how: pure functions from records and law to words. The list of all rules is in `registry`."""
