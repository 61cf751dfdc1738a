"""The cover of a position description: :mod:`.reading` by the labels of :mod:`.labels`."""
