"""What a model wrote, held against the text of record and the core."""
