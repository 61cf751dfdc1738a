"""Moves that look back at what was said: in short, on what ground, what is known."""
