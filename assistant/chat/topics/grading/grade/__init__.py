"""Points, grades, ranges, margins and what would change them."""
