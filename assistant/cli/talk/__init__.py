"""Commands that hold a conversation."""
