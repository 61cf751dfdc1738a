"""Case files: :mod:`.edits` reads and writes one, :mod:`.shelf` keeps a person's own."""
