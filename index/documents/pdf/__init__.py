"""PDF: lines, blocks, headings and running heads."""
