"""Commands that find passages, decisions and series."""
