"""Commands that keep the library: reading in, sources, maintenance."""
