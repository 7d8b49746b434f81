"""Tables for an office program to fill in, the checklist and actions, and back to changes in the records."""
