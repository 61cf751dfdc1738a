"""Series and titles asked of by number, by name or by the work."""
