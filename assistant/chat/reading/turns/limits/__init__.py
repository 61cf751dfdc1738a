"""Follow-ups on time limits: whether one has passed, a later day, nobody told of it."""
