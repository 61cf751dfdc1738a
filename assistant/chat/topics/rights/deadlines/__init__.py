"""Time limits and the days on which decisions take effect."""
