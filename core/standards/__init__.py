"""Standards: what a file holds, its point table, the editions in force by date, and series."""
