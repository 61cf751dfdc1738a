"""Ways of asking are made general in the quick way exactly as a message is."""

from __future__ import annotations

from assistant.chat.reading.exact import general, read
from assistant.chat.topics import all_topics


def test_the_quick_way_gives_what_reading_gives() -> None:
    asks = {ask for topic in all_topics().values() for ask in topic.asks}
    assert [ask for ask in asks if general(ask) != read(ask).general] == []
    assert general("Is it due the third of May?") == "Is it due May 3?"
    assert general("Why\u2014and  who?") == "Why-and who?"
