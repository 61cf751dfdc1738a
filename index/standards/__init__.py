"""Official standards and guides read into files that score."""
