"""A screen for each kind of work: :mod:`assistant.tui.works` lists them."""
