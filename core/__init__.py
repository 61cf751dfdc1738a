"""The law: pure, deterministic rules that turn findings into levels, points and a grade.

Depends on pydantic and the standard library only, and on no other package of this project.
"""

VERSION = "0.1.0"
"""The program's version, part of every evaluation's fingerprint."""
