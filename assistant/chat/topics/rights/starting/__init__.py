"""The first questions: who may appeal at all, what it takes, where to begin."""
