"""The chat application: what is on screen, and nothing about how answers are made."""
