"""Appeal decisions: what was decided, how levels were read, what they are worth."""
