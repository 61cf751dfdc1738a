"""A position described in the conversation: pasted, or a supervisor's by a guide of its own."""
