"""Case files: read, changed and written."""
