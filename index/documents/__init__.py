"""Documents of any format as text with structure, identity and passages."""
