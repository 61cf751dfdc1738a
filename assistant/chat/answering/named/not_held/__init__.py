"""What is asked about and not held: the document that would hold it, or where the law stands."""
