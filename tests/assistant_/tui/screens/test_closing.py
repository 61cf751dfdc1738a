"""A window that closes while its screens are still laid out takes nobody's work with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.tui.desk.opener import Opener
from assistant.tui.works import screen_class, work_named


@pytest.mark.parametrize("name", ["whatif", "papers"])
def test_a_screen_whose_parts_are_gone_by_then_is_mounted_all_the_same(
    name: str, tmp_path: Path
) -> None:
    opener = Opener(Settings(tmp_path))
    chosen = work_named(name)
    assert chosen is not None
    # Nothing is laid out in it: the window closed between the one and the other.
    screen_class(chosen)(opener.example()).on_mount()
    opener.close()
