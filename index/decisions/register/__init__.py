"""Facts of real appeal decisions as data, joined with the texts a person holds."""
