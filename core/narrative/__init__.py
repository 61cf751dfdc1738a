"""Guides without points: criteria compared one by one, and the grade they come to."""
