"""The conversation: what a message means, and what answers it."""
