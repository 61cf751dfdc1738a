"""Duties: the shares of time that lines print, and the duties that they divide."""
