"""What managers ask: upgrades, growth, reorganization, pressure and rewards."""
