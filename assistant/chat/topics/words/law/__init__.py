"""The law itself: what a section says."""
