"""The law: pure, deterministic rules that turn findings into levels, points and a grade.

Depends on pydantic and the standard library only, and on no other package of this project.
"""

from core.version import VERSION as __version__

__all__ = ["__version__"]
