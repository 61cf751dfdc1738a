"""What a model returned, held against what it was offered."""
