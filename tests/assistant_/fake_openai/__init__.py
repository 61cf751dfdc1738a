"""A real HTTP server on this machine that speaks the OpenAI chat and embeddings API.

Tests script its answers and read back what it was asked; nothing leaves the machine::

    with FakeOpenAI(structured(draft)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        ...
    assert server.chats[0].says("2-5")

``fake_openai`` is the same as a fixture, with FES_MODEL, OPENAI_BASE_URL and OPENAI_API_KEY
set. :func:`quoting` chooses from the sentences it is offered, so it suits end-to-end tests on
documents the test does not know; :func:`lying` does so too and adds inventions.
"""

from __future__ import annotations

from tests.assistant_.fake_openai.answers import (
    INVENTED_GRADE,
    INVENTED_QUOTE,
    SIDE_OF,
    broken,
    busy,
    choice,
    choosing,
    completion,
    cut_off,
    dripping,
    failure,
    garbage,
    hanging,
    honest_choices,
    huge,
    lying,
    quoting,
    structured,
    text,
    unauthorized,
    unknown_model,
    web_page,
)
from tests.assistant_.fake_openai.messages import (
    KEY,
    MODEL,
    Answer,
    Asked,
    Mode,
    Reply,
)
from tests.assistant_.fake_openai.server import (
    FakeOpenAI,
    fake_openai,
)

__all__ = [
    "INVENTED_GRADE",
    "INVENTED_QUOTE",
    "KEY",
    "MODEL",
    "SIDE_OF",
    "Answer",
    "Asked",
    "FakeOpenAI",
    "Mode",
    "Reply",
    "broken",
    "busy",
    "choice",
    "choosing",
    "completion",
    "cut_off",
    "dripping",
    "failure",
    "fake_openai",
    "garbage",
    "hanging",
    "honest_choices",
    "huge",
    "lying",
    "quoting",
    "structured",
    "text",
    "unauthorized",
    "unknown_model",
    "web_page",
]
