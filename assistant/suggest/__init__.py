"""Levels proposed from a position description, each with what pulls both ways; nothing is found."""
