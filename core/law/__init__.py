"""The law as data: rules with their printed place, and the documents that they are cited from.

``rules`` holds the rules of procedure and of mixed positions as answers are made of them;
``rulebook`` reads any book of rules and the documents of ``sources.toml``. Nothing is imported
here, so that scoring can cite a document without pydantic.
"""
