"""Topics on the open case: what its file states, and what follows from it."""
