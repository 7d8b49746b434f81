"""The checklist as a table for an office program, and such a table back to changes in the records."""
