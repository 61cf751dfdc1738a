"""Appeal decisions: the record of one, and the stance of its paragraphs."""
