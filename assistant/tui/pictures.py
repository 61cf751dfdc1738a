"""Pictures of the screens for the documentation, taken from the running application.

``python -m assistant.tui.pictures FOLDER`` opens the application on the bundled example without a
terminal, goes to each screen as a person would, and writes what it shows as SVG files.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings
from assistant.tui.app import FesApp
from assistant.tui.desk.opener import Opener

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZE = (120, 40)
QUESTION = "Argue Level 2-5 both ways"
_PATIENCE = 180.0

Visit = Callable[[FesApp, "Pilot[Any]"], Awaitable[None]]


async def _until(pilot: Pilot[Any], done: Callable[[], bool]) -> None:
    end = monotonic() + _PATIENCE
    while not done():
        if monotonic() > end:
            raise TimeoutError("the screen did not settle")
        await pilot.pause(0.1)
    await pilot.pause(0.3)


async def _work(app: FesApp, pilot: Pilot[Any], name: str) -> None:
    await app.action_go(name)
    await pilot.pause(0.5)
    await _until(pilot, lambda: not app.workers or all(w.is_finished for w in app.workers))


async def _talk(app: FesApp, pilot: Pilot[Any]) -> None:
    app.chat.ask(QUESTION)
    await _until(pilot, lambda: bool(app.chat.asked) and not app.chat.running)
    await pilot.press("ctrl+o")
    await pilot.pause(0.5)
    await pilot.press("1")
    await pilot.pause(1)


async def _whatif(app: FesApp, pilot: Pilot[Any]) -> None:
    await _work(app, pilot, "whatif")
    await pilot.press("down", "right", "down", "down", "right")


def _plain(name: str) -> Visit:
    async def visit(app: FesApp, pilot: Pilot[Any]) -> None:
        await _work(app, pilot, name)

    return visit


VISITS: dict[str, Visit] = {
    "talk": _talk,
    "whatif": _whatif,
    "argue": _plain("argue"),
    "appeal": _plain("appeal"),
}
"""Every picture by its name, with how its screen is reached."""


async def take(folder: Path, size: tuple[int, int] = SIZE) -> list[Path]:
    """Write a picture of every screen into a folder and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="fes-pictures-") as home:
        opener = Opener(Settings(Path(home)))
        app = FesApp(opener.example(), opener)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await _until(pilot, lambda: not app.chat.running)
            for name, visit in VISITS.items():
                await visit(app, pilot)
                path = folder / f"{name}.svg"
                path.write_text(app.export_screenshot(title=f"fes: {name}"), encoding="utf-8")
                written.append(path)
        opener.close()
    return written


def main() -> None:
    """Write the pictures into the folder named."""
    for path in asyncio.run(take(Path(sys.argv[1]))):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
