"""Plain statements of what official passages lay down, and how a question leads to them."""
