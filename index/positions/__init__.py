"""Position descriptions: :func:`.reading.read_position` makes the record of :mod:`.model`."""
