"""Styles, and three themes: dark, light, high contrast. No meaning rests on colours alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from textual.app import App
from textual.theme import Theme

_STYLES: Final = Path(__file__).parent / "styles"
FIRST: Final = _STYLES / "talk.tcss"
"""The styles of the conversation's first paint."""
_REST: Final = (_STYLES / "reading.tcss", _STYLES / "works.tcss")

DARK = Theme(
    name="fes-dark",
    primary="#7fb0dc",
    secondary="#8d98a8",
    accent="#e0b45c",
    success="#86bf8f",
    warning="#e0b45c",
    error="#ec8078",
    foreground="#dde2ea",
    background="#14171c",
    surface="#1a1e25",
    panel="#242a33",
    dark=True,
    variables={
        "border": "#7fb0dc",
        "border-blurred": "#3a424e",
        "footer-background": "#1a1e25",
        "footer-key-foreground": "#e0b45c",
        "footer-description-foreground": "#aab3c0",
        "block-cursor-background": "#27435c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#7fb0dc 35%",
        "scrollbar": "#39424e",
        "scrollbar-background": "#14171c",
        "scrollbar-corner-color": "#14171c",
        "link-color": "#e0b45c",
        "link-style": "bold",
    },
)

LIGHT = Theme(
    name="fes-light",
    primary="#1c5a92",
    secondary="#5b6675",
    accent="#8a5300",
    success="#226b38",
    warning="#8a5300",
    error="#a8261f",
    foreground="#1f242b",
    background="#fbfaf8",
    surface="#f3f1ed",
    panel="#e6e3dc",
    dark=False,
    variables={
        "border": "#1c5a92",
        "border-blurred": "#c4bfb4",
        "footer-background": "#f3f1ed",
        "footer-key-foreground": "#8a5300",
        "footer-description-foreground": "#4a535f",
        "block-cursor-background": "#c9dcee",
        "block-cursor-foreground": "#10151b",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#1c5a92 25%",
        "scrollbar": "#c4bfb4",
        "scrollbar-background": "#fbfaf8",
        "scrollbar-corner-color": "#fbfaf8",
        "link-color": "#8a5300",
        "link-style": "bold",
    },
)

CONTRAST = Theme(
    name="fes-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#00ffff",
    success="#00ff00",
    warning="#ffff00",
    error="#ff9f9f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#202020",
    dark=True,
    variables={
        "text-muted": "#ffffff",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "footer-background": "#000000",
        "footer-key-foreground": "#00ffff",
        "footer-description-foreground": "#ffffff",
        "block-cursor-background": "#0000a0",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#00ffff 50%",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "scrollbar-corner-color": "#000000",
        "link-color": "#00ffff",
        "link-style": "bold underline",
    },
)

OURS = (DARK, LIGHT, CONTRAST)
"""The program's own themes, in the order of the key that changes them."""


def read_rest(app: App[Any]) -> None:
    """Read the styles that the first paint does without, once; it would wait for them."""
    for path in _REST:
        if not app.stylesheet.has_source(str(path)):
            # Textual's read() leaves the rules it has already sorted as they are.
            text = path.read_text(encoding="utf-8")
            app.stylesheet.add_source(text, (str(path), ""))
