"""Keeping grade and pay after a reduction, and back pay."""
