"""The law: pure, deterministic rules that turn findings into levels, points and a grade.

Depends on pydantic and the standard library only, and on no other package of this project.
"""

from core import version

__all__ = ["__version__"]

__version__ = version.VERSION
