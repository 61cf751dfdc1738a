"""The Handbook's typical levels, :mod:`.typical_levels`, and :mod:`.check` against them."""
