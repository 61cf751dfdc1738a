"""Guides that grade without points."""
