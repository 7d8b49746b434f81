"""Who has a duty in hand by the terms of reference, and what was left with nobody."""
