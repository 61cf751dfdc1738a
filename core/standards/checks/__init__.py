"""What is checked in a standard's file: single values, its parts, and how these hang together."""
