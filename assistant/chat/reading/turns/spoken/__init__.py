"""What was spoken of, and how the next turn comes back to it."""
