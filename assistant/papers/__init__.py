"""Papers a person takes away, written in any of several formats."""
