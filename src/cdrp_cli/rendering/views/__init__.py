"""What each document shows, worked out from the records before a template sees it: one frozen view per audience."""
