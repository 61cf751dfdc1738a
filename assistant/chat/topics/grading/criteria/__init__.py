"""Topics on what counts in grading and what does not."""
