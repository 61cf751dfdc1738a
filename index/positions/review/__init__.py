"""What may be said of a description: :mod:`.adequacy` of one, :mod:`.comparing` of two."""
