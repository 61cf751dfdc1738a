"""The topics of conversation: one file a topic, in folders by field, found by being there.

Each module in a folder here defines ``TOPIC``. ``docs/topics.md`` says how to write one.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from assistant.chat.model import Topic
from core.errors import AppError


@cache
def all_topics() -> dict[str, Topic]:
    """Return every topic by its id, in the order of folders and files.

    Raises:
        AppError: a module defines no topic, or two topics share an id.
    """
    found: dict[str, Topic] = {}
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        if module.ispkg or module.name.endswith("__main__"):
            continue
        topic = getattr(importlib.import_module(module.name), "TOPIC", None)
        if not isinstance(topic, Topic) or topic.id in found:
            what = "defines no TOPIC" if not isinstance(topic, Topic) else f"repeats {topic.id!r}"
            raise AppError(f"a topic's file {what}", where=module.name)
        found[topic.id] = topic
    return found
