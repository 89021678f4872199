"""Knowledge and words: records in, proved briefs out. Pure: no network, no clock, no chat platform."""
