"""Commands for standards: list, show, compare, check, import."""
