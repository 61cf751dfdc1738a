"""Appeals: what can be contested, where, by when, what it must contain, and what follows."""
