"""Messages that go on with decisions: one that was named, or several that were listed."""
