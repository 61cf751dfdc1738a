"""Words of the field, and what lies outside it."""
