"""What the head of a decision says: layouts, labels, lines, parties and kinds."""
