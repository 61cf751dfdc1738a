"""The command line: one module a command, grouped by who uses it."""
