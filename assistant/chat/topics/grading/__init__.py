"""Grading: grades, factors, criteria, standards, mixed and supervisory work."""
