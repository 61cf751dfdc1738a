"""Putting the parts together: an arguer and an engine from settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant import load
from assistant.argue.extractive import ExtractiveArguer
from assistant.cases.edits import load_case
from assistant.chat.engine import Engine
from assistant.llm.libraries import open_library
from assistant.settings import EXAMPLE_CASE, Settings
from core.model import Case

if TYPE_CHECKING:
    from assistant.argue.modelled import ModelArguer
    from assistant.cases.supervisors import SupervisorFile


def choose_arguer(settings: Settings) -> ExtractiveArguer | ModelArguer:
    """Return the arguer: a chat model when one is set, the extractive one otherwise.

    Raises:
        UsageError: when ``FES_MODEL`` names something unknown.
    """
    if settings.model:
        chat = load("assistant.llm.chat_models:load_chat_model")(settings.model)
        made: ModelArguer = load("assistant.argue.modelled:ModelArguer")(
            chat, name=settings.model, masking=settings.masking
        )
        return made
    return ExtractiveArguer()


def open_engine(
    settings: Settings,
    case_path: Path | None,
    *,
    recording: bool = True,
) -> Engine:
    """Return an engine on a case file, or on the bundled example when none is named.

    Without ``recording`` nothing said changes the case.

    Raises:
        AppError: when the case, the data folder or the model cannot be used.
    """
    example = case_path is None
    supervisor = None if case_path is None else _supervisor(case_path)
    if supervisor is not None:
        return Engine(
            open_library(settings),
            choose_arguer(settings),
            case=None,
            recording=recording,
            title=supervisor.particulars.title,
            supervisor=supervisor,
        )
    path = EXAMPLE_CASE if case_path is None else case_path
    case: Case = load_case(path)
    arguer = choose_arguer(settings)
    library = open_library(settings, example=example)
    return Engine(
        library,
        arguer,
        case=case,
        case_path=None if example else path,
        example=example,
        recording=recording,
        title=f"{case.title} (fictional example)" if example else case.title,
    )


def open_engine_without_case(settings: Settings, *, recording: bool = True) -> Engine:
    """Return an engine for questions about the library, with no case open.

    Raises:
        AppError: when the data folder or the model cannot be used.
    """
    return Engine(
        open_library(settings),
        choose_arguer(settings),
        case=None,
        recording=recording,
    )


def with_case(engine: Engine, case_path: Path | None) -> Engine:
    """Return a fresh conversation on another case, sharing library and what understands.

    Raises:
        AppError: when the case cannot be used.
    """
    supervisor = _supervisor(case_path) if case_path is not None else None
    own = case_path if supervisor is None else None
    case = load_case(own) if own is not None else None
    return Engine(
        engine.library,
        engine.arguer,
        case=case,
        case_path=own,
        title=case.title if case is not None else "",
        recording=engine.recording,
        chooser=engine.chooser,
        supervisor=supervisor,
    )


def _supervisor(path: Path) -> SupervisorFile | None:
    # The supervisory guide is loaded only for a case that may be a supervisor's.
    opened: SupervisorFile | None = load("assistant.cases.supervisors:open_supervisor")(path)
    return opened
