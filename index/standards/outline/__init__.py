"""Walking through a standard row by row: headings, levels, examples, tables."""
