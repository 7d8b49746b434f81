"""Records that name what is not there, repeat or contradict one another."""
