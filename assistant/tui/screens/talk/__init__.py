"""The conversation: its panels beside it or in its place, and what keeps the case."""
