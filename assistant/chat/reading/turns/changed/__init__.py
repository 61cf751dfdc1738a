"""A value of the question before that a message changes: another share, grade or number."""
