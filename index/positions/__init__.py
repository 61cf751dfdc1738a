"""Position descriptions: :mod:`.model` is the record."""
