"""What the application acts on, free of any widget: the case, its engine, the thread of a turn."""
