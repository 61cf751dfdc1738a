"""Reading official documents into standards: one module for each thing to know about them."""
