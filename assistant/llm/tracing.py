"""Tracing of calls, only where the person asks for it: to a file of theirs, or to LangSmith.

``FES_MODEL_TRACING`` unset traces nothing, whatever LangSmith's own switches say. A file named has
each call appended to it as a line of JSON; ``langsmith`` leaves LangSmith's switches as they are,
so that prompts go to that service.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.settings import environment
from core.errors import UsageError

SETTING = "FES_MODEL_TRACING"
LANGSMITH = "langsmith"


def to_langsmith() -> bool:
    """Return whether the person lets LangSmith's switches count."""
    return environment().get(SETTING, "").strip().lower() == LANGSMITH


def callbacks(environ: Mapping[str, str] | None = None) -> list[Any]:
    """Return LangChain's callbacks for the file named; none when none is.

    Raises:
        UsageError: when the file cannot be written.
    """
    env = environment(environ)
    named = env.get(SETTING, "").strip()
    if not named or named.lower() == LANGSMITH:
        return []
    path = Path(named).expanduser()
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written",
            where=SETTING,
            hint="Name a file to trace the calls to, or langsmith; unset it to trace nothing.",
        ) from error
    return [_handler(path)]


def _handler(path: Path) -> Any:
    from langchain_core.callbacks import BaseCallbackHandler

    def note(**what: object) -> None:
        line = json.dumps({"at": time.time(), **what}, ensure_ascii=False, default=str)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    class ToFile(BaseCallbackHandler):
        def on_chat_model_start(
            self,
            serialized: Any,  # noqa: ARG002 - LangChain's own name
            messages: list[list[Any]],
            **__: Any,
        ) -> None:
            note(asked=[[m.type, m.content] for batch in messages for m in batch])

        def on_llm_end(self, response: Any, **__: Any) -> None:
            said = [g.message for batch in response.generations for g in batch]
            note(
                answered=[m.content for m in said],
                calls=[m.tool_calls for m in said],
                usage=[m.usage_metadata for m in said],
            )

        def on_llm_error(self, error: BaseException, **__: Any) -> None:
            note(failed=type(error).__name__)

    return ToFile()
