"""Naming other embeddings than the built-in ones."""

from __future__ import annotations

import math

import pytest

from assistant.llm.embedders import BATCH, load_embedder
from assistant.llm.providers import PROVIDERS
from core.errors import ModelError, UsageError
from tests.assistant_ import fake_openai as fake
from tests.assistant_.fake_openai import KEY, FakeOpenAI, fake_openai

__all__ = ["fake_openai"]

SETTING = "openai:test-embedding"


@pytest.mark.parametrize("setting", ["", "  ", "built-in", "Built-In"])
def test_unset_means_the_librarys_own(setting: str) -> None:
    assert load_embedder(setting) is None


def test_vectors_come_in_order_and_of_length_one(fake_openai: FakeOpenAI) -> None:
    embedder = load_embedder(SETTING)
    assert embedder is not None
    texts = [f"text {n}" for n in range(BATCH + 3)]
    vectors = list(embedder.embed_passages(texts))
    assert len(vectors) == len(texts)
    assert all(math.isclose(math.hypot(*vector), 1.0) for vector in vectors)
    assert vectors[7] == pytest.approx(embedder.embed_query("text 7"))
    assert embedder.dimensions == len(vectors[0])
    assert embedder.name == SETTING


def test_words_are_sent_as_words(fake_openai: FakeOpenAI) -> None:
    # Token numbers would need a vocabulary from the network, and other servers know none.
    embedder = load_embedder(SETTING)
    assert embedder is not None
    embedder.embed_query("where is it")
    assert fake_openai.requests[0].body["input"] == ["where is it"]
    assert fake_openai.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("setting", ["text-embedding", "anthropic:claude", "nonesuch:x", "openai:"])
def test_a_wrong_setting_is_named(setting: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_embedder(setting, {"OPENAI_API_KEY": KEY})
    assert caught.value.where == "FES_EMBEDDER"


def test_a_missing_key_and_a_missing_package_are_told() -> None:
    with pytest.raises(UsageError) as caught:
        load_embedder("cohere:embed", {})
    assert caught.value.where == "COHERE_API_KEY"
    with pytest.raises(UsageError, match="pip install langchain-cohere"):
        load_embedder("cohere:embed", {"COHERE_API_KEY": "k"})


@pytest.mark.parametrize(
    "answer",
    [
        fake.unauthorized(),
        fake.broken(),
        fake.garbage(),
        fake.Reply(body=b'{"data": []}'),
        fake.Reply(body=b'{"data": [{"index": 0, "embedding": [0, 0]}]}'),
        fake.Reply(body=b'{"data": [{"index": 0, "embedding": ["a"]}]}'),
    ],
)
def test_a_failing_server_is_told_by_name(fake_openai: FakeOpenAI, answer: fake.Reply) -> None:
    fake_openai.script(answer)
    embedder = load_embedder(SETTING)
    assert embedder is not None
    with pytest.raises(ModelError) as caught:
        list(embedder.embed_passages(["one"]))
    assert fake_openai.host in caught.value.sentence()
    assert KEY not in caught.value.sentence()


def test_vectors_of_changing_length_are_refused(fake_openai: FakeOpenAI) -> None:
    long = fake.Reply(body=b'{"data": [{"index": 0, "embedding": [1, 0, 0]}]}')
    short = fake.Reply(body=b'{"data": [{"index": 0, "embedding": [1, 0]}]}')
    fake_openai.script(long, short)
    embedder = load_embedder(SETTING)
    assert embedder is not None
    embedder.embed_query("one")
    with pytest.raises(ModelError):
        embedder.embed_query("two")


def test_an_unknown_model_is_a_wrong_setting(fake_openai: FakeOpenAI) -> None:
    fake_openai.script(fake.unknown_model())
    embedder = load_embedder(SETTING)
    assert embedder is not None
    with pytest.raises(UsageError) as caught:
        embedder.embed_query("one")
    assert caught.value.where == "FES_EMBEDDER"


def test_the_providers_are_those_langchain_has_embeddings_of() -> None:
    from langchain.embeddings import base

    embedding = {name for name, one in PROVIDERS.items() if one.embeds}
    assert embedding == set(base._BUILTIN_PROVIDERS)
