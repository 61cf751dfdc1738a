"""Topics on how standards are put to use."""
