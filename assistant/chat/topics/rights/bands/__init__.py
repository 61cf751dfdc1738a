"""Bands and clusters of the Department of Homeland Security's rules."""
