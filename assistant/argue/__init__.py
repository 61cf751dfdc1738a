"""Evidence for a level, and the argument each way."""
