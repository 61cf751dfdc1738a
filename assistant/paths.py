"""Where things are: the data folder, the bundled example and the prompts."""

from __future__ import annotations

import os
from pathlib import Path

from core.errors import UsageError

PACKAGE = Path(__file__).resolve().parent
EXAMPLE = PACKAGE / "example"


def data_home(environ: dict[str, str] | None = None) -> Path:
    """Return the data folder: ``FES_HOME``, or the platform's place for application data.

    Raises:
        UsageError: when ``FES_HOME`` is set to something that cannot be a folder.
    """
    env = dict(os.environ) if environ is None else environ
    named = env.get("FES_HOME", "").strip()
    if named:
        home = Path(named).expanduser()
        if home.exists() and not home.is_dir():
            raise UsageError(
                f"{home} is a file, not a folder",
                where="FES_HOME",
                hint="Set FES_HOME to a folder where fes may keep its data.",
            )
        return home.absolute()
    base = env.get("XDG_DATA_HOME", "").strip()
    return (Path(base) if base else Path.home() / ".local" / "share") / "fes"


def prompts_folder() -> Path:
    """Return the folder of prompts: inside the installed package, or beside the checkout."""
    packaged = PACKAGE / "_prompts"
    return packaged if packaged.is_dir() else PACKAGE.parent / "prompts"
