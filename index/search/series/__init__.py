"""Which series covers a kind of work."""
