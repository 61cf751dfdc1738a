"""What the words of the field mean, and who decides what."""
