"""Positions that mix kinds of work, grades or series, and shares of time."""
