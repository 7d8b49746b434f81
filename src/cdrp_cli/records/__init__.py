"""What people wrote: one model for each kind of record, loading that never raises, and the partnership as a whole."""
