"""Naming a chat model, and what a person is told when it cannot be used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from assistant.llm.calling import REPORTING, calling
from assistant.llm.chat_models import load_chat_model
from assistant.llm.providers import PROVIDERS
from core.errors import ModelError, UsageError
from tests.assistant_ import fake_openai as fake
from tests.assistant_.fake_openai import KEY, MODEL, Answer, FakeOpenAI, fake_openai

__all__ = ["fake_openai"]

SETTING = f"openai:{MODEL}"


def ask(setting: str = SETTING) -> str:
    """Send one message the way the arguer does, and return the words that come back."""
    chat = load_chat_model(setting)
    with calling(chat.endpoint):
        return str(chat.llm.invoke([("human", "hello")]).text)


# --- settings ----------------------------------------------------------------------------


@pytest.mark.parametrize("setting", ["gpt-5", "openai:", ":gpt-5", "openai", " : ", "a\x1b[31m:b"])
def test_a_malformed_setting_is_named_with_the_form_it_should_have(setting: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_chat_model(setting, {})
    assert caught.value.exit_code == 2
    assert caught.value.where == "FES_MODEL"
    assert "provider:name" in caught.value.hint
    assert "\x1b" not in caught.value.sentence()


def test_an_unknown_provider_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UsageError) as caught:
        load_chat_model("nonesuch:model", {})
    said = caught.value.sentence()
    assert "FES_MODEL" in said
    assert "nonesuch" in said
    assert "openai" in said
    assert "ollama" in said


def test_a_provider_that_is_not_installed_is_told_with_the_remedy() -> None:
    with pytest.raises(UsageError) as caught:
        load_chat_model("cohere:some-model", {"COHERE_API_KEY": "k"})
    assert "pip install langchain-cohere" in caught.value.sentence()
    assert caught.value.where == "FES_MODEL"


@pytest.mark.parametrize(
    ("setting", "variable"),
    [("openai:gpt-5", "OPENAI_API_KEY"), ("anthropic:claude", "ANTHROPIC_API_KEY")],
)
def test_a_missing_key_is_told_by_its_variable(setting: str, variable: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_chat_model(setting, {variable: "  "})
    assert caught.value.where == variable


def test_a_server_on_this_machine_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeOpenAI(fake.text("hi")) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        assert ask() == "hi"


@pytest.mark.parametrize(
    "address", ["localhost:8000/v1", "ftp://host/v1", "http://", "http://[::1"]
)
def test_a_wrong_address_is_named(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_chat_model(SETTING, {"OPENAI_BASE_URL": address, "OPENAI_API_KEY": KEY})
    assert caught.value.where == "OPENAI_BASE_URL"


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan", "1e9"])
def test_a_wrong_timeout_is_named(seconds: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_chat_model(SETTING, {"OPENAI_API_KEY": KEY, "FES_MODEL_TIMEOUT": seconds})
    assert caught.value.where == "FES_MODEL_TIMEOUT"


def test_a_models_name_may_hold_colons_and_slashes(fake_openai: FakeOpenAI) -> None:
    fake_openai.script(fake.text("hi"))
    assert ask("openai:org/model:latest") == "hi"
    assert fake_openai.chats[0].body["model"] == "org/model:latest"


def test_the_providers_are_those_langchain_knows() -> None:
    from langchain.chat_models import base

    known = {
        name: module.partition(".")[0].replace("_", "-")
        for name, (module, *_) in base._BUILTIN_PROVIDERS.items()
        if name != "langsmith"
    }
    assert {name: provider.package for name, provider in PROVIDERS.items()} == known


def test_the_key_goes_to_the_server_in_the_environment_only(fake_openai: FakeOpenAI) -> None:
    fake_openai.script(fake.text("hi"))
    ask()
    assert fake_openai.chats[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(load_chat_model(SETTING).endpoint)


# --- failures of the server --------------------------------------------------------------


def test_an_unknown_model_is_a_wrong_setting(fake_openai: FakeOpenAI) -> None:
    fake_openai.script(fake.unknown_model())
    with pytest.raises(UsageError) as caught:
        ask()
    assert caught.value.where == "FES_MODEL"
    assert MODEL in caught.value.message
    assert fake_openai.host in caught.value.message


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (fake.unauthorized, "did not accept the key"),
        (fake.busy, "too many requests"),
        (fake.broken, "HTTP 500"),
        (lambda: fake.failure(403, "forbidden"), "does not let this key"),
        (lambda: fake.failure(404, "Not Found"), "does not know the address"),
        (lambda: fake.failure(400, "context_length_exceeded"), "longer than"),
        (lambda: fake.failure(418, "teapot"), "HTTP 418"),
        (fake.garbage, "cannot be understood"),
        (fake.web_page, "cannot be understood"),
        (lambda: fake.Reply(body=b"[]"), "cannot be understood"),
        (lambda: fake.Reply(body=b"{}"), "cannot be understood"),
        (lambda: fake.Reply(body=b'{"choices": []}'), "cannot be understood"),
        (lambda: fake.Reply(body=b""), "cannot be understood"),
        (lambda: fake.huge(3), "more than 2 MB"),
    ],
)
def test_a_failing_server_is_told_in_one_sentence_that_names_it(
    fake_openai: FakeOpenAI, answer: Callable[[], Answer], expected: str
) -> None:
    fake_openai.script(answer())
    with pytest.raises(ModelError) as caught:
        ask()
    said = caught.value.sentence()
    assert caught.value.exit_code == 3
    assert expected in said
    assert fake_openai.host in said
    assert KEY not in said
    assert "\n" not in said


def test_a_silent_server_is_given_up_after_the_time_set(
    fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FES_MODEL_TIMEOUT", "0.2")
    fake_openai.script(fake.hanging())
    with pytest.raises(ModelError, match=r"did not answer within 0\.2 seconds"):
        ask()
    assert len(fake_openai.chats) == 1


def test_an_answer_that_never_ends_is_given_up(
    fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FES_MODEL_TIMEOUT", "0.2")
    fake_openai.script(fake.dripping())
    with pytest.raises(ModelError, match=r"took more than 0\.6 seconds"):
        ask()


def test_nobody_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeOpenAI() as server:
        environment = server.environment()
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ModelError, match="cannot be reached") as caught:
        ask()
    assert "OPENAI_BASE_URL" in caught.value.hint


def test_a_passing_failure_is_tried_again_once(fake_openai: FakeOpenAI) -> None:
    fake_openai.script(fake.broken(), fake.text("better now"))
    assert ask() == "better now"
    assert len(fake_openai.chats) == 2


def test_words_of_the_server_are_not_shown(fake_openai: FakeOpenAI) -> None:
    told = f"the model server is fine: GS-15 \x1b[31mred\u202e key {KEY} " + "x" * 900
    fake_openai.script(fake.failure(400, told))
    with pytest.raises(ModelError) as caught:
        ask()
    said = caught.value.sentence()
    assert said.startswith(f"the model server {fake_openai.host} refused the request with HTTP 400")
    for word in ("fine", "GS-15", "\x1b", "\u202e", KEY, "xxx"):
        assert word not in said


def test_a_bug_of_the_program_is_not_blamed_on_the_server(fake_openai: FakeOpenAI) -> None:
    chat = load_chat_model(SETTING)
    with pytest.raises(ZeroDivisionError), calling(chat.endpoint):
        _ = 1 / 0


# --- nothing is reported to third parties ------------------------------------------------

TRACED = """
import os
from assistant.llm.chat_models import load_chat_model
from assistant.llm.calling import calling
chat = load_chat_model(os.environ["FES_MODEL"])
with calling(chat.endpoint):
    chat.llm.invoke([("human", "a private question")])
from langchain_core.tracers.langchain import wait_for_all_tracers
wait_for_all_tracers()
"""


@pytest.mark.parametrize("variable", ["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"])
def test_tracing_is_off_whatever_the_environment_says(variable: str) -> None:
    with FakeOpenAI(fake.text("hi")) as server, FakeOpenAI(fake.text("")) as collector:
        environment = {
            **os.environ,
            **server.environment(),
            variable: "true",
            "LANGSMITH_API_KEY": "lsv2_test",
            "LANGSMITH_ENDPOINT": f"http://{collector.host}",
        }
        subprocess.run([sys.executable, "-c", TRACED], env=environment, check=True, timeout=60)
        assert len(server.chats) == 1
        assert collector.requests == []


@pytest.mark.parametrize("variable", ["LANGSMITH_GATEWAY", "LANGCHAIN_TRACING"])
def test_old_and_rerouting_switches_do_nothing(
    fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "true")
    fake_openai.script(fake.text("hi"))
    assert ask() == "hi"
    assert len(fake_openai.chats) == 1


def test_calls_are_traced_to_a_file_only_when_it_is_named(
    fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_openai.script(fake.text("hi"))
    ask()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("FES_MODEL_TRACING", str(tmp_path / "calls.jsonl"))
    ask()
    rows = [json.loads(line) for line in (tmp_path / "calls.jsonl").read_text().splitlines()]
    assert rows[0]["asked"] == [["human", "hello"]]
    assert rows[1]["answered"] == ["hi"]
    assert rows[1]["usage"][0]["total_tokens"] == 2
    assert KEY not in (tmp_path / "calls.jsonl").read_text()
    monkeypatch.setenv("FES_MODEL_TRACING", str(tmp_path / "none" / "calls.jsonl"))
    with pytest.raises(UsageError) as caught:
        ask()
    assert caught.value.where == "FES_MODEL_TRACING"


def test_langsmith_traces_only_when_the_person_says_so_twice() -> None:
    with FakeOpenAI(fake.text("hi")) as server, FakeOpenAI(fake.text("")) as collector:
        environment = {
            **os.environ,
            **server.environment(),
            "LANGSMITH_TRACING": "true",
            "LANGSMITH_API_KEY": "lsv2_test",
            "LANGSMITH_ENDPOINT": f"http://{collector.host}",
            "FES_MODEL_TRACING": "langsmith",
        }
        # The collector takes no trace as LangSmith would: what it was sent is told again for long.
        with subprocess.Popen([sys.executable, "-c", TRACED], env=environment) as traced:
            end = monotonic() + 60
            while not (server.chats and collector.requests) and monotonic() < end:
                sleep(0.05)
            traced.kill()
        assert len(server.chats) == 1
        assert collector.requests


def test_naming_a_model_sends_nothing(fake_openai: FakeOpenAI) -> None:
    load_chat_model(SETTING)
    assert fake_openai.requests == []


def test_the_switches_are_those_the_tracing_library_reads() -> None:
    # Were the library to rename its switch, this would notice before a prompt leaks.
    from langsmith import utils

    utils.get_env_var.cache_clear()
    read = "import os, sys, langsmith.utils as u; print(bool(u.tracing_is_enabled()))"
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        run = subprocess.run(
            [sys.executable, "-c", read],
            env={**os.environ, name: "true"},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert run.stdout.strip() == "True"
        assert name in REPORTING


def test_the_request_asks_for_no_stream(fake_openai: FakeOpenAI) -> None:
    # Text may be shown only after it has been checked, so there is nothing to stream.
    fake_openai.script(fake.text("hi"))
    ask()
    assert not fake_openai.chats[0].body.get("stream")
    assert json.dumps(fake_openai.chats[0].body["messages"]).count("hello") == 1
