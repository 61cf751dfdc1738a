"""The stance of a paragraph for a factor and level: met, or not met."""
