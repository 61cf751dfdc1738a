"""The kinds of work the application has a screen for, in the order of the bar at the top."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from textual.screen import Screen

    from assistant.tui.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: its name in code, on the bar and in the menu, and where its screen is.

    ``place`` is ``module:class`` under ``assistant.tui.screens.works``, imported when the screen
    is first opened; empty for the conversation, which is there from the start.
    """

    name: str
    title: str
    help: str
    place: str = ""


WORKS: Final[tuple[Work, ...]] = (
    Work("talk", "Talk", "Ask, state facts, read answers with their sources"),
    Work("case", "Case", "Cover, duties, levels, facts, findings", "case:CaseScreen"),
    Work("whatif", "What-if", "Turn levels and watch the grade", "whatif:WhatIfScreen"),
    Work("argue", "Argue", "A level's two readings side by side", "argue:ArgueScreen"),
    Work(
        "suggest",
        "Suggest",
        "A level for every factor",
        "suggest:SuggestScreen",
    ),
    Work("precedents", "Precedents", "How decisions read a level", "precedents:PrecedentsScreen"),
    Work("appeal", "Appeal", "Route, days, checklist, risk", "appeal:AppealScreen"),
    Work("papers", "Papers", "Preview and write what a person takes away", "papers:PapersScreen"),
    Work("library", "Library", "Documents and standards held", "library:LibraryScreen"),
)
"""Every work; its place in this table is the digit that opens it."""


def digit(work: Work) -> str:
    return str(WORKS.index(work) + 1)


def work_named(name: str) -> Work | None:
    """Return a work by its name, or None."""
    return next((work for work in WORKS if work.name == name), None)


class ScreenClass(Protocol):
    """The class of a work's screen: made for a desk, and made ready before that in a thread."""

    def __call__(self, desk: Desk) -> Screen[None]:
        """Return a screen of the work."""

    def make_ready(self) -> None:
        """Do beforehand what would hold up the first showing."""


def screen_class(work: Work) -> ScreenClass:
    """Import the screen of a work."""
    module, _, name = work.place.partition(":")
    made = getattr(importlib.import_module(f"assistant.tui.screens.works.{module}"), name)
    return cast("ScreenClass", made)
