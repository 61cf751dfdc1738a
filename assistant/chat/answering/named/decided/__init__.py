"""Decisions asked of by number, by description or as a whole: from the library or the register."""
