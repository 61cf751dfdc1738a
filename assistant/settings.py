"""Settings and places, read once from the environment and passed on explicitly."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from core.errors import UsageError

PACKAGE = Path(__file__).resolve().parent
EXAMPLE = PACKAGE / "cases" / "example"
EXAMPLE_CASE = EXAMPLE / "case.toml"

# At its first model Pydantic reads what every installed package says of itself, for plug-ins to
# it: that takes a command a fiftieth of a second, and there are none here.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of the program needs to know.

    ``home`` is the data folder, ``model`` the ``provider:name`` of a chat model (empty: none,
    the extractive arguer answers), ``embedder`` the ``provider:name`` of other embeddings
    (empty: those that come with the installation). ``masking`` says whether names in a case are
    masked before a model reads them.
    """

    home: Path
    model: str = ""
    embedder: str = ""
    masking: bool = True

    @property
    def example_home(self) -> Path:
        """Return the folder of the bundled example's own small library."""
        return self.home / "example"


def environment(environ: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Return the environment to read settings from: the one given, else the process's own."""
    return os.environ if environ is None else environ


def child_environment(home: Path) -> dict[str, str]:
    """Return the environment of a process of our own that works on another data folder."""
    return {**os.environ, "FES_HOME": str(home)}


def forget(names: Iterable[str]) -> None:
    """Take variables out of this process, and of those it starts."""
    for name in names:
        os.environ.pop(name, None)


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment (``FES_HOME``, ``FES_MODEL`` and the others).

    Raises:
        UsageError: when a setting cannot be used.
    """
    env = environment(environ)
    return Settings(
        home=data_home(env),
        model=env.get("FES_MODEL", "").strip(),
        embedder=env.get("FES_EMBEDDER", "").strip(),
        masking=_masking(env),
    )


def _masking(env: Mapping[str, str]) -> bool:
    said = env.get("FES_MODEL_NAMES", "").strip().lower()
    if said not in {"", "masked", "shown"}:
        raise UsageError(
            "it is neither masked nor shown",
            where="FES_MODEL_NAMES",
            hint="Set it to shown to let the model read the names in a case; unset masks them.",
        )
    return said != "shown"


class Display(NamedTuple):
    """What the environment says of where the application is shown.

    ``browser`` says that it is a tab of ``fes serve``, ``drawable`` that a terminal can place
    what is written, ``themed`` that a person has named a theme for every application.
    """

    browser: bool
    drawable: bool
    themed: bool


def display() -> Display:
    """Return what the environment says of it."""
    return Display(
        browser="WebDriver" in os.environ.get("TEXTUAL_DRIVER", ""),
        drawable=os.environ.get("TERM", "") not in {"", "dumb"},
        themed=bool(os.environ.get("TEXTUAL_THEME")),
    )


def start_lightly() -> None:
    """Keep pydantic from searching every installed package for plugins, which none here is."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def data_home(environ: Mapping[str, str] | None = None) -> Path:
    """Return the data folder: ``FES_HOME``, or the platform's place for application data.

    Raises:
        UsageError: when ``FES_HOME`` is set to something that cannot be a folder.
    """
    env = environment(environ)
    named = env.get("FES_HOME", "").strip()
    if named:
        home = Path(named).expanduser()
        hint = "Set FES_HOME to a folder where fes may keep its data."
        try:
            is_other = home.exists() and not home.is_dir()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(
                f"it cannot be the name of a folder ({reason})", where="FES_HOME", hint=hint
            ) from error
        if is_other:
            raise UsageError(f"{home} is a file, not a folder", where="FES_HOME", hint=hint)
        return home.absolute()
    base = env.get("XDG_DATA_HOME", "").strip()
    return (Path(base) if base else Path.home() / ".local" / "share") / "fes"
