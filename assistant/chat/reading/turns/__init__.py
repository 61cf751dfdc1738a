"""A message in the light of the turns before: what it takes from them, and what they were told."""
