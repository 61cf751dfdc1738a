"""The topics of conversation: one module a topic, in folders by field, found by being there.

Each module in a folder here defines ``TOPIC``; the ways people ask for it stand, one a line, in
``asks/FOLDER/NAME.txt``. ``docs/topics.md`` says how to write one.

To understand a question takes what every topic is called, needs and likes, and the vectors of the
ways of asking; to answer it takes one topic. ``compiled.npz``, made by ``make asks``, holds the
first, so that a topic's module is imported only when it answers. It counts as long as the ways
of asking and what stands in the modules from ``TOPIC`` on are what it was made from; else every
topic is imported.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chat.model import Topic
from core.errors import AppError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.chat.model import Answer, Context, Question

HERE = Path(__file__).resolve().parent
COMPILED = HERE / "compiled.npz"
VECTORS = HERE / "asks.npz"
"""The vectors of the ways of asking."""
_LISTS = ("needs", "likes", "unlike", "cues")


@cache
def all_topics() -> dict[str, Topic]:
    """Return every topic by its id, in the order of folders and files.

    Raises:
        AppError: a module defines no topic, two topics share an id, or nobody asks for one.
    """
    found: dict[str, Topic] = {}
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        if module.ispkg or module.name.endswith("__main__"):
            continue
        topic = _imported(module.name)
        if topic is None or topic.id in found:
            what = "defines no TOPIC" if topic is None else f"repeats {topic.id!r}"
            raise AppError(f"a topic's file {what}", where=module.name)
        asks = (*topic.asks, *_asks_of(module.name))
        found[topic.id] = replace(topic, asks=asks, place=module.name)
    return found


def _asks_of(place: str) -> list[str]:
    """Return the ways of asking that stand beside a topic's module."""
    *folders, name = place.removeprefix(f"{__name__}.").split(".")
    path = HERE.joinpath("asks", *folders, f"{name}.txt")
    try:
        return path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise AppError(
            "a topic's ways of asking are missing", where=place, hint=f"Write them to {path}."
        ) from None


@cache
def known_topics() -> dict[str, Topic]:
    """Return every topic by its id, each imported only when it is to answer, where that is known.

    Raises:
        AppError: see :func:`all_topics`.
    """
    made = compiled()
    return all_topics() if made is None else {topic.id: topic for topic in made.topics}


@dataclass(frozen=True, slots=True)
class Compiled:
    """What is known of the topics without importing them.

    ``columns`` has the number of the topic of each way of asking, ``rows`` the number of its
    vector among ``vectors``, ``lengths`` how long each vector is by what was learned.
    """

    topics: tuple[Topic, ...]
    columns: NDArray[np.intp]
    rows: NDArray[np.intp]
    vectors: NDArray[np.int8]
    lengths: NDArray[np.float32]
    signature: str


@cache
def compiled() -> Compiled | None:
    """Return what is known of the topics; None when the topics have changed since."""
    import numpy as np

    try:
        with (
            np.load(COMPILED, allow_pickle=False) as data,
            np.load(VECTORS, allow_pickle=False) as asks,
        ):
            if str(data["digest"]) != digest():
                return None
            return Compiled(
                topics=tuple(_deferred(one) for one in json.loads(str(data["topics"]))),
                columns=data["columns"].astype(np.intp),
                rows=data["rows"].astype(np.intp),
                vectors=asks["rows"],
                lengths=data["lengths"],
                signature=str(asks["signature"]),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # A checkout in which it was not made yet: the topics are imported.
        return None


def described(topic: Topic) -> dict[str, Any]:
    """Return what is kept of a topic, to know of it without its module."""
    return {
        "id": topic.id,
        "title": topic.title,
        "place": topic.place,
        "order": topic.order,
        "sure": topic.sure is not None,
        **{name: list(getattr(topic, name)) for name in _LISTS},
    }


def digest() -> str:
    """Return a text that changes when the ways of asking do, or what a topic needs or likes."""
    read = hashlib.sha256()
    for path in sorted(HERE.glob("*/**/*")):
        if path.suffix not in {".py", ".toml", ".txt"} or path.name == "__init__.py":
            continue
        text = path.read_bytes()
        # What a topic answers may change without what it is asked for.
        told = text.partition(b"\nTOPIC = ")[2] if path.suffix == ".py" else text
        read.update(path.relative_to(HERE).as_posix().encode() + b"\x00" + told + b"\x01")
    return read.hexdigest()


def _imported(place: str) -> Topic | None:
    topic = getattr(importlib.import_module(place), "TOPIC", None)
    return topic if isinstance(topic, Topic) else None


def _deferred(one: dict[str, Any]) -> Topic:
    """Return a topic as it is known, whose module is imported when it is first asked."""
    place = str(one["place"])
    lists = {name: tuple(one[name]) for name in _LISTS}
    sure = _sure_of(place, lists["cues"]) if one["sure"] else None
    return Topic(
        id=one["id"],
        title=one["title"],
        answer=_answer_of(place),
        order=one["order"],
        sure=sure,
        place=place,
        **lists,
    )


def _answer_of(place: str) -> Callable[[Question, Context], Answer | None]:
    def answer(question: Question, context: Context) -> Answer | None:
        topic = _imported(place)
        return None if topic is None else topic.answer(question, context)

    return answer


def _sure_of(place: str, cues: tuple[str, ...]) -> Callable[[Question, Context], bool]:
    def sure(question: Question, context: Context) -> bool:
        said = f"{question.message}\n{question.around}".casefold()
        if cues and not any(cue in said for cue in cues):
            return False
        topic = _imported(place)
        return topic is not None and topic.sure is not None and topic.sure(question, context)

    return sure
